import { knownId } from '../analyse/spelling.ts';
import type { Token } from '../rule.ts';

const STOPS = new Set(['.', ';', ':', '!', '?']);

/** What a token is, as bits; one without is a word in lower case. */
const enum Kind { mark = 1, stop = 2, number = 4, capital = 8 }

/** The tokens of a sentence as phrases see them. */
export interface Encoded {
  /** The number of the word, or -1. */
  readonly words: Int32Array;
  /** `Kind` */
  readonly kinds: Uint8Array;
}

let latest: readonly Token[] | undefined;
let encoded: Encoded;

/** What phrases see of a sentence: one set of phrases after the other asks about the same one. */
export function inHand(tokens: readonly Token[]): Encoded {
  if (tokens === latest) return encoded;
  const words = new Int32Array(tokens.length);
  const kinds = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) {
    const { id, text, kind, capital } = tokens[at]!;
    // A word without a number may be one that a pattern has brought since.
    words[at] = id >= 0 ? id : knownId(text);
    kinds[at] = (kind === 'mark' ? (STOPS.has(text) ? Kind.mark | Kind.stop : Kind.mark) : kind === 'number' ? Kind.number : 0) | (capital ? Kind.capital : 0);
  }
  latest = tokens;
  return (encoded = { words, kinds });
}

/** To be called when a pattern has brought words. */
export function forget(): void {
  latest = undefined;
}
