import { isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document as YamlDocument, Node, Scalar } from 'yaml';
import type { Range } from '../rule.ts';
import { withoutFiller } from './template-holes.ts';
import type { ScalarStyle } from './yaml-scalar.ts';

/** A value of a YAML text, as it stands there: with its quotes or block header. */
export interface YamlScalar extends Range {
  /** E.g. `faqs[2].answer`. */
  readonly path: string;
  /** The nearest key. */
  readonly key: string;
  readonly value: unknown;
  readonly style: ScalarStyle;
}

export interface YamlValues {
  /** Plain data, `{}` when the text is no map. */
  readonly data: Readonly<Record<string, unknown>>;
  /** In source order. */
  readonly scalars: readonly YamlScalar[];
  /** The text is one string. */
  readonly isString: boolean;
  /** Its code never holds words of the text, as the messages of the parser do. */
  readonly fault?: { readonly code: string; readonly at: number };
}

/** Reads YAML with the place of every value. Never throws. The one importer of `yaml` in this room. */
export function readYamlValues(yaml: string): YamlValues {
  const tooDeep = { data: {}, scalars: [], isString: false, fault: { code: 'TOO_DEEP', at: 0 } };
  if (isTooDeep(yaml)) return tooDeep;
  let document: YamlDocument;
  try {
    document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  } catch {
    return tooDeep;
  }
  const [error] = document.errors;
  return {
    data: plainData(document),
    scalars: scalarsOf(document),
    isString: isScalar(document.contents) && typeof document.contents.value === 'string',
    ...(error && { fault: { code: error.code, at: Math.min(error.pos[0], yaml.length) } }),
  };
}

const MOST_NESTED = 200;
const NESTED_ITEMS = /(?:[-?:][ \t]+){200}/;

/**
 * Nesting near the depth of the stack: where an expression is compiled there, V8 ends the process and throws nothing to catch.
 */
function isTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    if (bracket === '[' || bracket === '{') depth++;
    else if (depth > 0) depth--;
    if (depth > MOST_NESTED) return true;
  }
  return NESTED_ITEMS.test(yaml);
}

function scalarsOf(document: YamlDocument): YamlScalar[] {
  const scalars: YamlScalar[] = [];
  const stack: { node: unknown; path: string; key: string }[] = [{ node: document.contents, path: '', key: '' }];
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, path, key } = top;
    if (isMap(node)) {
      for (const pair of [...node.items].reverse()) {
        const name = keyOf(pair.key);
        stack.push({ node: pair.value, path: path ? `${path}.${name}` : name, key: name });
      }
    } else if (isSeq(node)) {
      for (let i = node.items.length - 1; i >= 0; i--) stack.push({ node: node.items[i], path: `${path}[${i}]`, key });
    } else if (isScalar(node) && node.range) {
      const [from, to] = node.range;
      scalars.push({ from, to, path, key, value: node.value, style: (node as Scalar).type as ScalarStyle });
    }
  }
  return scalars;
}

const keyOf = (key: unknown): string => (isScalar(key) ? String(key.value) : '');

const MOST_NODES = 100_000;
const DEEPEST = 100;

/**
 * Plain data, a tree and finite. Not by `toJS`, which searches the whole document for each alias: here an alias inside the
 * value that it names is null, and so is what comes after a hundred thousand values.
 */
function plainData(document: YamlDocument): Readonly<Record<string, unknown>> {
  const anchors = new Map<string, Node>();
  const open = new Set<Node>();
  let nodes = 0;
  const plain = (node: unknown): unknown => {
    if (isAlias(node)) return plain(anchors.get(node.source));
    if (!isNode(node) || open.has(node) || open.size > DEEPEST || ++nodes > MOST_NODES) return null;
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    if (isScalar(node)) return typeof node.value === 'string' ? withoutFiller(node.value) : node.value;
    open.add(node);
    const value = isSeq(node)
      ? node.items.map(plain)
      : isMap(node)
        ? Object.fromEntries(node.items.map(({ key, value: inner }) => [keyOf(key), plain(inner)]))
        : null;
    open.delete(node);
    return value;
  };
  return isMap(document.contents) ? (plain(document.contents) as Record<string, unknown>) : {};
}
