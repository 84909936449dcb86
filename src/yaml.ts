import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { PromolintError } from './errors.ts';
import type { ErrorCode } from './errors.ts';

export type KeyPath = readonly PropertyKey[];

/** Plain data read from YAML or JSON, and the place of every key in it. */
export interface YamlFile {
  readonly data: unknown;
  /**
   * Returns `file:line:column` (from 1) of the key at `path`, or of its value; an item of a list has no key, so its value is
   * meant either way. Of a path that does not exist, the place of the nearest parent that does.
   */
  where(path: KeyPath, part?: 'key' | 'value'): string;
}

/** Reads YAML (or JSON, which YAML 1.2 contains). Throws a `PromolintError` with `code` at the place of the first fault. */
export function readYaml(text: string, file: string, code: ErrorCode): YamlFile {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };

  const [fault] = document.errors;
  if (fault) throw new PromolintError(code, sentence(fault.message), { where: place(fault.pos[0]) });

  return {
    data: toData(document, file, code),
    where: (path, part = 'key') => place(offsetOf(document.contents, path, part)),
  };
}

function toData(document: Document, file: string, code: ErrorCode): unknown {
  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    // An unknown alias, or a few lines that unfold to gigabytes.
    throw new PromolintError(code, sentence(cause instanceof Error ? cause.message : 'An alias cannot be resolved'), { where: file });
  }
  if (isCircular(data, new Set())) throw new PromolintError(code, 'An alias stands inside the value that it names.', { where: file });
  return data;
}

// `a: &x [*x]` is legal YAML and becomes an array that holds itself: every later walk over it would not end.
function isCircular(value: unknown, open: Set<object>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (open.has(value)) return true;
  open.add(value);
  const found = Object.values(value).some((child) => isCircular(child, open));
  open.delete(value);
  return found;
}

function offsetOf(root: unknown, path: KeyPath, part: 'key' | 'value'): number {
  let node: unknown = root;
  let offset = startOf(root) ?? 0;
  for (const [depth, step] of path.entries()) {
    const next: unknown = isMap(node) ? pairAt(node.items, step) : isSeq(node) ? node.items[Number(step)] : undefined;
    if (next === undefined || isAlias(node)) return offset;
    const last = depth === path.length - 1;
    const target = isPair(next) ? (last && part === 'key' ? next.key : (next.value ?? next.key)) : next;
    offset = startOf(target) ?? offset;
    node = isPair(next) ? next.value : next;
  }
  return offset;
}

const pairAt = (pairs: readonly Pair[], key: PropertyKey) =>
  pairs.find((pair) => (isScalar(pair.key) ? String(pair.key.value) === String(key) : pair.key === key));

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined);

const sentence = (message: string) => (/[.!?]$/.test(message) ? message : `${message}.`);
