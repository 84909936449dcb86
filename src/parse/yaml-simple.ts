import { withoutFiller } from './template-holes.ts';
import type { ScalarStyle } from './yaml-scalar.ts';
import type { YamlScalar, YamlValues } from './yaml-values.ts';

/**
 * Most front matter is one map of short values, and needs no parser of YAML: keys at the start of their lines, values on one line
 * or in a list of such. What this reads it reads as that parser does; of all else it leaves the whole.
 */

const ENTRY = /^([A-Za-z_][\w-]{0,99}):(?:[ ]+(.*))?$/;
const ITEM = /^( {0,20}- +)(.*)$/;
// White space that ends lines, or may; characters that YAML does not allow.
const IRREGULAR = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u00a0\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]/;
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`~=.+]/;
const NOT_PLAIN = /: | #|:$/;
const MAYBE_NUMBER = /^\d[\d.eE+xXoOa-fA-F_:-]*$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const INTEGER = /^(?:0|[1-9]\d{0,14})$/;
const WORD = /^(?:null|true|false)$/i;
const QUOTED = /^(?:"[^"\\]*"|'[^']*')$/;
const LIST = /^\[(.*)\]$/;
const LIST_ITEM = /[^,]+/g;
const IN_LIST = /^(?:"[^"\\,]*"|'[^',]*'|[^\s,[\]{}#:&*!|>'"%@`?]+(?: +[^\s,[\]{}#:&*!|>'"%@`?]+)*)$/;

/** Undefined when the text is more than simple. */
export function readSimpleYaml(yaml: string): YamlValues | undefined {
  return IRREGULAR.test(yaml) ? undefined : new SimpleYaml(yaml).read();
}

class SimpleYaml {
  private readonly entries: [string, unknown][] = [];
  private readonly scalars: YamlScalar[] = [];
  /** The key whose list follows, line by line. */
  private open: { readonly key: string; readonly items: unknown[]; indent?: number } | undefined;

  constructor(private readonly yaml: string) {}

  read(): YamlValues | undefined {
    const { yaml } = this;
    for (let from = 0, end: number; from < yaml.length; from = end + 1) {
      end = yaml.indexOf('\n', from);
      if (end < 0) end = yaml.length;
      const line = yaml.slice(from, yaml[end - 1] === '\r' ? end - 1 : end);
      if (line.includes('\r') || !this.line(line, from)) return undefined;
    }
    if (this.open?.items.length === 0) return undefined;
    return { data: Object.fromEntries(this.entries), scalars: this.scalars, isString: false };
  }

  /** False when the line is not simple. */
  private line(line: string, from: number): boolean {
    if (line === '' || line[0] === '#') return true;
    const item = this.open && ITEM.exec(line);
    if (item) return this.item(item[1]!, item[2]!, from);
    if (this.open?.items.length === 0) return false;
    this.open = undefined;
    const [, key, raw] = ENTRY.exec(line) ?? [];
    if (key === undefined || WORD.test(key)) return false;
    const text = raw?.trimEnd() ?? '';
    if (text === '') {
      this.open = { key, items: [] };
      this.entries.push([key, this.open.items]);
      return true;
    }
    const at = from + line.length - raw!.length;
    const value = text[0] === '[' ? this.list(text, at, key) : this.scalar(text, at, key, key);
    this.entries.push([key, value]);
    return value !== undefined;
  }

  private item(opening: string, raw: string, from: number): boolean {
    const { key, items, indent = opening.indexOf('-') } = this.open!;
    if (opening.indexOf('-') !== indent) return false;
    this.open!.indent = indent;
    const value = this.scalar(raw.trimEnd(), from + opening.length, `${key}[${items.length}]`, key);
    items.push(value);
    return value !== undefined;
  }

  private list(text: string, at: number, key: string): unknown[] | undefined {
    const inside = LIST.exec(text)?.[1];
    if (inside === undefined) return undefined;
    const items: unknown[] = [];
    if (inside.trim() === '') return items;
    // Commas at the edges or side by side.
    if (/^ *,|, *,|, *$/.test(inside)) return undefined;
    for (const { 0: part, index } of inside.matchAll(LIST_ITEM)) {
      const item = part.trim();
      const value = IN_LIST.test(item)
        ? this.scalar(item, at + 1 + index + part.indexOf(item), `${key}[${items.length}]`, key)
        : undefined;
      if (value === undefined) return undefined;
      items.push(value);
    }
    return items;
  }

  /** The value as plain data; undefined when it is not simple. */
  private scalar(text: string, from: number, path: string, key: string): string | number | boolean | undefined {
    let style: ScalarStyle = 'PLAIN';
    let value: string | number | boolean = text;
    if (QUOTED.test(text)) {
      style = text[0] === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
      value = text.slice(1, -1);
    } else if (!PLAIN.test(text) || NOT_PLAIN.test(text)) return undefined;
    else if (text === 'true' || text === 'false') value = text === 'true';
    else if (WORD.test(text)) return undefined;
    else if (INTEGER.test(text)) value = Number(text);
    else if (MAYBE_NUMBER.test(text) && !DATE.test(text)) return undefined;
    this.scalars.push({ from, to: from + text.length, path, key, value, style });
    return typeof value === 'string' ? withoutFiller(value) : value;
  }
}
