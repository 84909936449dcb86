import type { Range } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import type { DocumentBuilder } from './document-builder.ts';
import { appendHtml, type HtmlSource } from './html-text.ts';
import { decodeReference } from './html-tree.ts';
import { unfolded, type MaskedText } from './masked-text.ts';
import { readJson, type JsonValue } from './json.ts';

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const MARKUP = /<\/?([a-zA-Z][\w-]*)[^<>]*>|&(?:#(?:[xX][0-9a-fA-F]{1,6}|[0-9]{1,7})|[A-Za-z][A-Za-z0-9]{0,31});/g;
const INLINE = new Set(['a', 'abbr', 'b', 'code', 'em', 'font', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'u']);

/** Adds a `data` block for each string of a JSON-LD script, with its key path and the schema.org types around it. */
export function addJsonLd(builder: DocumentBuilder, html: HtmlSource, { from, to }: Range): void {
  const { values, error } = readJson(unfolded(html.masked, from, to), from, to);
  for (const value of values) addStrings(value, '', []);
  if (error !== undefined) builder.addNotice('json-ld-invalid', 'The JSON-LD of this page cannot be read from here on.', error);

  function addStrings(value: JsonValue, name: string, types: readonly string[]): void {
    if (value.kind === 'array') value.items.forEach((item, index) => addStrings(item, `${name}[${index}]`, types));
    else if (value.kind === 'object') {
      const inner = [...types, ...typesOf(value)];
      for (const { key, value: member } of value.members)
        if (!key.startsWith('@') || key === '@graph') addStrings(member, name ? `${name}.${key}` : key, inner);
    } else if (value.kind === 'string' && !isAddress(html.masked.slice(value.from, Math.min(value.to, value.from + 2000)))) {
      const place = { origin: 'json-ld', region: 'main', quoted: false, hidden: false, tucked: false, classes: [] } as const;
      appendJsonString(builder.startBlock('data', { ...place, name, types }), html, value);
    }
  }

  function typesOf({ members }: Extract<JsonValue, { kind: 'object' }>): string[] {
    const type = members.find(({ key }) => key === '@type')?.value;
    const strings = type?.kind === 'array' ? type.items : type ? [type] : [];
    return strings.flatMap((string) => (string.kind === 'string' ? [schemaType(html.masked.slice(string.from, string.to))] : []));
  }
}

/** `https://schema.org/Review` → `Review`. */
export const schemaType = (type: string): string => type.slice(type.search(/[^/#:]*$/));

const isAddress = (text: string): boolean => /^(?:https?:\\?\/\\?\/|mailto:|tel:)\S+$/.test(text);

/** Appends a JSON string as its reader sees it: search engines show the HTML of an answer, not its tags. */
function appendJsonString(block: BlockBuilder, html: HtmlSource, range: Range): void {
  const { text, starts } = unescaped(html.masked, range);
  let done = 0;
  for (const { 0: markup, 1: tag, index } of text.matchAll(MARKUP)) {
    appendUnits(done, index);
    done = index + markup.length;
    const from = starts[index]!;
    const to = starts[done]!;
    if (tag === undefined) block.append(decodeReference(markup), from, to);
    else if (!INLINE.has(tag.toLowerCase())) block.lineBreak(from, to);
  }
  appendUnits(done, text.length);

  function appendUnits(start: number, end: number): void {
    for (let at = start; at < end;) {
      let next = at + 1;
      if (starts[next]! - starts[at]! === 1) {
        while (next < end && starts[next + 1]! - starts[next]! === 1) next++;
        appendHtml(block, html, { from: starts[at]!, to: starts[next]! }, 'raw');
      } else {
        // An emoji is written as two escapes, and is one character.
        if (next < end && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at, at + 2))) next++;
        block.append(text.slice(at, next), starts[at]!, starts[next]!);
      }
      at = next;
    }
  }
}

/** `starts[i]` is where the i-th code unit of `text` starts in the source; one more says where the last one ends. */
function unescaped(source: MaskedText, { from, to }: Range): { text: string; starts: Int32Array } {
  const starts = new Int32Array(to - from + 1);
  const parts: string[] = [];
  let length = 0;
  let at = from;
  const copyUntil = (end: number) => {
    if (end > at) parts.push(source.slice(at, end));
    for (; at < end; at++) starts[length++] = at;
  };
  for (const { 0: escape, 1: code, index } of source.slice(from, to).matchAll(/\\(?:u([0-9a-fA-F]{4})|[\s\S])/g)) {
    copyUntil(from + index);
    parts.push(code === undefined ? (ESCAPED[escape[1]!] ?? escape[1]!) : String.fromCharCode(Number.parseInt(code, 16)));
    starts[length++] = at;
    at += escape.length;
  }
  copyUntil(to);
  starts[length] = to;
  return { text: parts.join(''), starts };
}
