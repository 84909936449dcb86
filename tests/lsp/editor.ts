import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializeRequest,
  InitializedNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  createProtocolConnection,
} from 'vscode-languageserver-protocol/node';
import type {
  ClientCapabilities,
  CodeAction,
  Diagnostic,
  Hover,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol/node';

/** An editor: a client of its own process, which speaks the protocol with `promolint lsp` as it is built. */
export class Editor {
  readonly messages: string[] = [];
  readonly registered: string[] = [];
  /** Bytes on the standard error of the server. */
  noise = '';
  readonly #published: PublishDiagnosticsParams[] = [];
  readonly #waiting = new Set<() => void>();
  readonly #documents = new Map<string, TextDocument>();

  private constructor(
    readonly folder: string,
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {}

  static async start(
    folder: string,
    initializationOptions: object = {},
    capabilities: ClientCapabilities = {},
    argv: string[] = [],
  ): Promise<Editor> {
    const server = spawn(process.execPath, [resolve('bin/promolint.js'), 'lsp', '--stdio', ...argv], { cwd: folder });
    const connection = createProtocolConnection(server.stdout, server.stdin);
    const editor = new Editor(folder, server, connection);
    server.stderr.on('data', (chunk: Buffer) => (editor.noise += chunk.toString()));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      editor.#published.push(params);
      for (const wake of editor.#waiting) wake();
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      editor.messages.push(message);
      for (const wake of editor.#waiting) wake();
    });
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      editor.registered.push(...registrations.map(({ method }) => method));
    });
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'site' }],
      capabilities,
      initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  uri(name: string): string {
    return name.includes(':') ? name : pathToFileURL(join(this.folder, name)).href;
  }

  text(name: string): string {
    return this.#documents.get(this.uri(name))!.getText();
  }

  async open(name: string, text: string, languageId = 'markdown'): Promise<Diagnostic[]> {
    const document = TextDocument.create(this.uri(name), languageId, 1, text);
    this.#documents.set(document.uri, document);
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: document.uri, languageId, version: 1, text },
    });
    return this.diagnostics(name);
  }

  /** Sends an edit without waiting for what comes of it. */
  async type(name: string, range: Range, text: string): Promise<void> {
    const before = this.#documents.get(this.uri(name))!;
    const version = before.version + 1;
    const contentChanges = [{ range, text }];
    this.#documents.set(before.uri, TextDocument.update(before, contentChanges, version));
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: before.uri, version },
      contentChanges,
    });
  }

  /** Replaces words of the text by others. */
  async replace(name: string, words: string, by: string): Promise<Diagnostic[]> {
    await this.type(name, this.rangeOf(name, words), by);
    return this.diagnostics(name);
  }

  /** The edits are in order, and their places those of the text before all of them. */
  async apply(name: string, edits: readonly TextEdit[]): Promise<Diagnostic[]> {
    for (const { range, newText } of [...edits].reverse()) await this.type(name, range, newText);
    return this.diagnostics(name);
  }

  rangeOf(name: string, words: string): Range {
    const document = this.#documents.get(this.uri(name))!;
    const at = document.getText().indexOf(words);
    return { start: document.positionAt(at), end: document.positionAt(at + words.length) };
  }

  /** The text that a range covers. */
  slice(name: string, range: Range): string {
    return this.#documents.get(this.uri(name))!.getText(range);
  }

  /** What the server says of the text as it is now. */
  diagnostics(name: string): Promise<Diagnostic[]> {
    const { uri, version } = this.#documents.get(this.uri(name))!;
    return this.until(() => this.#published.findLast((params) => params.uri === uri && params.version === version)?.diagnostics);
  }

  /** What the server says next of a file. */
  next(name: string): Promise<Diagnostic[]> {
    const known = this.#published.length;
    return this.until(() => this.#published.slice(known).find(({ uri }) => uri === this.uri(name))?.diagnostics);
  }

  /** How often it has said something of a file. */
  count(name: string): number {
    return this.#published.filter(({ uri }) => uri === this.uri(name)).length;
  }

  async until<T>(answer: () => T | undefined): Promise<T> {
    for (;;) {
      const found = answer();
      if (found !== undefined) return found;
      await new Promise<void>((wake) => {
        const once = () => {
          this.#waiting.delete(once);
          wake();
        };
        this.#waiting.add(once);
      });
    }
  }

  hover(name: string, words: string): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: this.uri(name) },
      position: this.rangeOf(name, words).start,
    });
  }

  async actions(name: string, words: string, only?: string[]): Promise<CodeAction[]> {
    const context = { diagnostics: [], only };
    const params = { textDocument: { uri: this.uri(name) }, range: this.rangeOf(name, words), context };
    return ((await this.connection.sendRequest(CodeActionRequest.type, params)) ?? []) as CodeAction[];
  }

  close(name: string): Promise<Diagnostic[]> {
    const next = this.next(name);
    void this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
    return next;
  }

  save(name: string): Promise<void> {
    return this.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: this.uri(name) } });
  }

  changedOnDisk(name: string): Promise<void> {
    return this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: this.uri(name), type: 2 }],
    });
  }

  /** Leaves as the protocol wants it, and returns the exit code of the server. */
  async leave(): Promise<number | null> {
    const ended = once(this.process, 'exit') as Promise<[number | null]>;
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    const [code] = await ended;
    this.connection.dispose();
    return code;
  }
}
