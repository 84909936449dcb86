import type { Range } from '../rule.ts';
import { HOLE_FILLER } from './template-holes.ts';

/** JSON with the place of every string: `from`/`to` are inside the quotes, escapes as written. */
export type JsonValue =
  | { readonly kind: 'object'; readonly members: readonly { readonly key: string; readonly value: JsonValue }[] }
  | { readonly kind: 'array'; readonly items: readonly JsonValue[] }
  | ({ readonly kind: 'string' } & Range)
  | { readonly kind: 'other' };

export interface Json {
  /** Usually one; pages also write several behind each other. */
  readonly values: readonly JsonValue[];
  /** The first place that is not JSON; what could be read around it is in `values`. */
  readonly error?: number;
}

const DEEPEST = 200;
// Numbers, literals, and template tags that print a value.
const BARE = /[^\s,:;[\]{}"]+/y;
const ONLY_TAGS = new RegExp(`^${HOLE_FILLER}+$`);
// What pages wrap around or put behind a script's text.
const WRAPPERS = ['<!--', '-->', '<![CDATA[', ']]>', ';'];

/**
 * Reads `[from, to)` of a text as JSON. Comments, trailing and missing commas are let pass, as are line ends in strings and
 * template tags for values; anything else is an error at its place, and never an exception.
 */
export function readJson(text: string, from: number, to: number): Json {
  const reader = new Reader(text.slice(0, to), from);
  const values: JsonValue[] = [];
  try {
    while (!reader.atEnd()) reader.value((value) => values.push(value), 0);
  } catch (error) {
    if (!(error instanceof NotJson)) throw error;
    return { values, error: error.at };
  }
  return { values };
}

class NotJson extends Error {
  constructor(readonly at: number) {
    super();
  }
}

class Reader {
  constructor(
    private readonly text: string,
    private at: number,
  ) {}

  atEnd(): boolean {
    this.skip(true);
    return this.at >= this.text.length;
  }

  /** Hands a value over before its inside is read, so that what stands before an error is kept. */
  value(take: (value: JsonValue) => void, depth: number): void {
    this.skip(false);
    const first = this.text[this.at];
    if (first === '{') this.object(take, depth);
    else if (first === '[') this.array(take, depth);
    else if (first === '"') take({ kind: 'string', ...this.string() });
    else {
      const bare = this.bare();
      this.skip(false);
      // A control tag may stand before the value, and a tag that prints one may be the value.
      if (ONLY_TAGS.test(bare) && /["[{]/.test(this.text[this.at] ?? '')) this.value(take, depth);
      else take({ kind: 'other' });
    }
  }

  private object(take: (value: JsonValue) => void, depth: number): void {
    const members: { key: string; value: JsonValue }[] = [];
    take({ kind: 'object', members });
    this.enclosed('}', depth, () => {
      const { from, to } = this.string();
      const key = unescape(this.text.slice(from, to));
      this.skip(true);
      if (this.text[this.at] !== ':') throw new NotJson(this.at);
      this.at++;
      this.value((value) => members.push({ key, value }), depth + 1);
    });
  }

  private array(take: (value: JsonValue) => void, depth: number): void {
    const items: JsonValue[] = [];
    take({ kind: 'array', items });
    this.enclosed(']', depth, () => this.value((value) => items.push(value), depth + 1));
  }

  private enclosed(close: string, depth: number, readOne: () => void): void {
    if (depth >= DEEPEST) throw new NotJson(this.at);
    this.at++;
    for (;;) {
      this.skip(true);
      const next = this.text[this.at];
      if (next === close) break;
      if (next === ',') this.at++;
      else readOne();
    }
    this.at++;
  }

  private string(): Range {
    if (this.text[this.at] !== '"') throw new NotJson(this.at);
    const from = this.at + 1;
    let end = from;
    while (end < this.text.length && this.text[end] !== '"') end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) throw new NotJson(this.at);
    this.at = end + 1;
    return { from, to: end };
  }

  private bare(): string {
    BARE.lastIndex = this.at;
    const bare = BARE.exec(this.text)?.[0];
    if (bare === undefined) throw new NotJson(this.at);
    this.at += bare.length;
    return bare;
  }

  /** Passes white space, comments and wrappers, and template tags where they can print no value. */
  private skip(tags: boolean): void {
    const { text } = this;
    for (;;) {
      const next = text[this.at];
      if (next === undefined) return;
      if (/\s/.test(next) || (tags && next === HOLE_FILLER)) this.at++;
      else if (text.startsWith('//', this.at)) this.at = endOf(text, '\n', this.at);
      else if (text.startsWith('/*', this.at)) this.at = endOf(text, '*/', this.at + 2);
      else {
        const wrapper = WRAPPERS.find((candidate) => text.startsWith(candidate, this.at));
        if (wrapper === undefined) return;
        this.at += wrapper.length;
      }
    }
  }
}

function endOf(text: string, delimiter: string, from: number): number {
  const at = text.indexOf(delimiter, from);
  return at < 0 ? text.length : at + delimiter.length;
}

function unescape(raw: string): string {
  try {
    return raw.includes('\\') ? String(JSON.parse(`"${raw}"`)) : raw;
  } catch {
    return raw;
  }
}
