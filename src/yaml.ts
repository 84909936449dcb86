import { CORE_SCHEMA, load } from 'js-yaml';
import { LineCounter, isMap, isScalar, isSeq, parseDocument, stringify } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { PromolintError } from './errors.ts';
import type { ErrorCode } from './errors.ts';

/** Both count from 1; columns in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly (string | number)[];

/** A YAML (or JSON) file as plain data that still knows where each key and value stands. */
export interface Yaml {
  readonly file: string;
  readonly value: unknown;
  /** Where the key (or, when asked, the value) at `path` stands; of a path that is not there, its nearest parent. */
  at(path: Path, part?: 'key' | 'value'): Place;
  /** An error for the caller to throw, placed at `path`. */
  fail(path: Path, message: string, hint?: string, part?: 'key' | 'value'): PromolintError;
}

export function fail(file: string, at: Place, message: string, hint?: string, code: ErrorCode = 'rule-invalid'): PromolintError {
  return new PromolintError(code, message, { where: `${file}:${at.line}:${at.column}`, hint });
}

/** Throws a PromolintError with `code` when the text is not YAML. An empty file has the value null. */
export function readYaml(text: string, file: string, code: ErrorCode = 'rule-invalid'): Yaml {
  const lines = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  let document: Document.Parsed;
  let value: unknown;
  try {
    document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    // Anchors are allowed, but not a file that grows a thousandfold by them.
    value = document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new PromolintError(code, 'This YAML is nested too deeply or refers to itself too often.', { where: file, cause });
  }
  // `a: &x [*x]` is legal YAML and holds itself: no later walk over it would end.
  if (isCircular(value, new Set()))
    throw new PromolintError(code, 'An alias stands inside the value that it names.', { where: file });
  const wrong = document.errors[0];
  if (wrong) throw fail(file, place(wrong.pos[0]), `This is not valid YAML: ${wrong.message}`, undefined, code);

  const at = (path: Path, part: 'key' | 'value' = 'key'): Place => {
    let node: unknown = document.contents;
    let offset = start(node) ?? 0;
    path.forEach((step, index) => {
      const last = index === path.length - 1;
      const pair: Pair | undefined = isMap(node) ? node.items.find(({ key }) => keyText(key) === String(step)) : undefined;
      node = isSeq(node) ? node.items[Number(step)] : pair?.value;
      const key = last && part === 'value' ? undefined : start(pair?.key);
      offset = key ?? start(node) ?? start(pair?.key) ?? offset;
    });
    return place(offset);
  };
  return { file, value, at, fail: (path, message, hint, part) => fail(file, at(path, part), message, hint, code) };
}

/**
 * The same for a file that may be long and is mostly right, ten times as fast: places are worked out by the slower parser, once
 * somebody asks for one.
 */
export function readLongYaml(text: string, file: string, code: ErrorCode = 'rule-invalid'): Yaml {
  const quick = quickly(text);
  if (!quick) return readYaml(text, file, code);
  let read: Yaml | undefined;
  const placed = (): Yaml => (read ??= readYaml(text, file, code));
  return {
    file,
    value: quick.value,
    at: (path, part) => placed().at(path, part),
    fail: (path, message, hint, part) => placed().fail(path, message, hint, part),
  };
}

/** Undefined for what the slower parser says more of: errors, and anchors, which could grow without end. */
function quickly(text: string): { readonly value: unknown } | undefined {
  if (/(?:^|[\s[{,:-])[&*][^\s]/m.test(text)) return undefined;
  try {
    return { value: text.trim() === '' ? null : load(text, { schema: CORE_SCHEMA }) };
  } catch {
    return undefined;
  }
}

/** Plain data as a YAML file. */
export const writeYaml = (value: unknown): string => stringify(value, { lineWidth: 120 });

function isCircular(value: unknown, open: Set<object>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (open.has(value)) return true;
  open.add(value);
  const circular = Object.values(value).some((child) => isCircular(child, open));
  open.delete(value);
  return circular;
}

const start = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
const keyText = (key: unknown): string => String(isScalar(key) ? key.value : key);
