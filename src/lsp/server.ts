import {
  CodeActionKind,
  DidChangeWatchedFilesNotification,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { createConnection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { PromolintError } from '../errors.ts';
import { version } from '../version.ts';
import { actionsFor, findingsAt } from './actions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { FIX_ALL, fixAll } from './fixes.ts';
import { hoverOf } from './hover.ts';
import { readEditorSettings } from './settings.ts';
import { Workspace, pathOf } from './workspace.ts';
import type { CheckedText } from './workspace.ts';

export interface ServerOptions {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** The folder to take for an editor that has none open. Absolute. */
  readonly cwd: string;
  /** Whether configurations and packs that are code may run. */
  readonly code: boolean;
}

/** Milliseconds without a keystroke before the text is checked. */
const PAUSE = 200;

/** Serves one editor over the Language Server Protocol until it leaves. */
export function serve(options: ServerOptions): Promise<void> {
  const connection = createConnection(options.input, options.output);
  new Server(connection, options).listen();
  return new Promise((resolve) => options.input.once('close', resolve));
}

class Server {
  readonly #documents = new TextDocuments(TextDocument);
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** The last check of each open document, and of which version. */
  readonly #checked = new Map<string, { readonly version: number; readonly text: Promise<CheckedText | undefined> }>();
  #workspace: Workspace;
  #snippets = false;
  #markdown = false;
  #watches = false;
  /** What is wrong in the editor's settings, to be told once it listens. */
  #faults: readonly string[] = [];
  #told = '';

  constructor(
    readonly connection: Connection,
    readonly options: ServerOptions,
  ) {
    this.#workspace = new Workspace(options.cwd, { code: options.code });
  }

  listen(): void {
    const { connection } = this;
    connection.onInitialize((params) => this.#initialize(params));
    connection.onInitialized(() => {
      for (const fault of this.#faults) this.#say(fault);
      this.#watchFiles();
    });
    connection.onDidChangeWatchedFiles(() => this.#refresh());
    connection.onHover(({ textDocument, position }) => this.#hover(textDocument.uri, { start: position, end: position }));
    connection.onCodeAction(async ({ textDocument, range, context }) => {
      const document = this.#documents.get(textDocument.uri);
      const checked = await this.#current(textDocument.uri);
      // The text was changed while it was checked: places would be those of another text.
      if (!document || checked?.copy.source !== document.getText()) return [];
      const wants = (kind: string) => !context.only || context.only.some((asked) => isOfKind(kind, asked));
      const all = context.only && wants(FIX_ALL) ? fixAll(checked, document) : undefined;
      const quick = wants(CodeActionKind.QuickFix) ? actionsFor(range, checked, document, { snippets: this.#snippets }) : [];
      return [...quick, ...(all ? [all] : [])];
    });
    this.#documents.onDidChangeContent(({ document: { uri } }) => {
      // A text that was just opened is checked at once.
      if (this.#checked.has(uri) || this.#timers.has(uri)) this.#soon(uri);
      else void this.#publish(uri);
    });
    this.#documents.onDidSave(({ document }) => {
      const path = pathOf(document.uri);
      if (path !== undefined && this.#workspace.decides(path)) this.#refresh();
    });
    this.#documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(this.#timers.get(uri));
      this.#timers.delete(uri);
      this.#checked.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    });
    this.#documents.listen(connection);
    connection.listen();
  }

  #initialize({ workspaceFolders, rootUri, capabilities, initializationOptions }: InitializeParams): InitializeResult {
    const root = workspaceFolders?.[0]?.uri ?? rootUri;
    const { settings, faults } = readEditorSettings(initializationOptions);
    const code = this.options.code && (settings.code ?? true);
    this.#workspace = new Workspace((root ? pathOf(root) : undefined) ?? this.options.cwd, { ...settings, code });
    this.#faults = faults;
    this.#snippets = capabilities.workspace?.workspaceEdit?.snippetEditSupport === true;
    this.#markdown = capabilities.textDocument?.hover?.contentFormat?.includes('markdown') === true;
    this.#watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'promolint', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      },
    };
  }

  #watchFiles(): void {
    if (!this.#watches) return;
    const globs = ['**/promolint.config.*', '**/package.json', '**/.promolintignore', '**/.gitignore'];
    const watchers = globs.map((globPattern) => ({ globPattern }));
    void this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }

  /** Configurations may have changed: everything is checked again. */
  #refresh(): void {
    this.#workspace.reset();
    this.#checked.clear();
    for (const { uri } of this.#documents.all()) this.#soon(uri);
  }

  #soon(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.#publish(uri), PAUSE),
    );
  }

  async #publish(uri: string): Promise<void> {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    const checked = await this.#current(uri);
    const document = this.#documents.get(uri);
    // Typed on meanwhile: the check of the new text is on its way.
    if (!document || (checked && checked.copy.source !== document.getText())) return;
    const diagnostics = checked ? diagnosticsOf(checked.report, document) : [];
    void this.connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** The check of a document as it is now; undefined when it is no copy, or nothing can be said about it. */
  async #current(uri: string): Promise<CheckedText | undefined> {
    const document = this.#documents.get(uri);
    if (!document) return undefined;
    const known = this.#checked.get(uri);
    const text = known?.version === document.version ? known.text : this.#workspace.check(document);
    this.#checked.set(uri, { version: document.version, text });
    try {
      const checked = await text;
      this.#told = '';
      return checked;
    } catch (error) {
      this.#checked.delete(uri);
      this.#tell(error);
      return undefined;
    }
  }

  /** Says what is wrong with a configuration, once. Of a fault of promolint only the kind is told: the rest may quote copy. */
  #tell(error: unknown): void {
    const message =
      error instanceof PromolintError
        ? [error.details.where, error.message, error.details.hint].filter((part) => part !== undefined).join('  ')
        : `This is a fault of promolint itself, please report it: ${error instanceof Error ? error.constructor.name : typeof error}.`;
    if (message === this.#told) return;
    this.#told = message;
    this.#say(message);
  }

  #say(message: string): void {
    // The library's own way asks the editor for an answer, which nobody waits for.
    void this.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Error,
      message: `promolint: ${message}`,
    });
  }

  async #hover(uri: string, range: Parameters<typeof findingsAt>[0]) {
    const document = this.#documents.get(uri);
    const checked = await this.#current(uri);
    const findings = document && checked ? findingsAt(range, checked, document) : [];
    return findings.length > 0 ? { contents: hoverOf(findings, this.#markdown) } : null;
  }
}

/** `source.fixAll.promolint` is of the kinds `source.fixAll` and `source`; everything is of the empty kind. */
const isOfKind = (kind: string, asked: string): boolean => asked === '' || kind === asked || kind.startsWith(`${asked}.`);
