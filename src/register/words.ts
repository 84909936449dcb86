import type { Span, Token } from '../rule.ts';
import { baseForm } from '../analyse/inflect.ts';
import { fold, tokenize } from '../analyse/tokens.ts';

/** A word of copy or of an approved wording, as the two are compared: inflection, punctuation, articles and spelling are gone. */
export interface Word {
  readonly key: string;
  /** Of a number: its value. */
  readonly value?: number;
  /** Position of its (first) token in the sentence. */
  readonly token: number;
}

const ARTICLES = new Set(['a', 'an', 'the']);
/** Marks that carry meaning; all others are punctuation. */
const MARKS: Readonly<Record<string, string>> = {
  '%': '%',
  $: '$',
  '£': '£',
  '€': '€',
  '+': '+',
  '<': '<',
  '>': '>',
  '≤': '≤',
  '≥': '≥',
  '&': 'and',
  '#': '#',
  '\ufffc': '\ufffc',
};
const NUMBERS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
);
for (const [index, word] of 'thirty forty fifty sixty seventy eighty ninety hundred'.split(' ').entries())
  NUMBERS.set(word, 30 + 10 * index);

/** The words of a sentence's tokens. `markers` are stretches of the block that are no words of it: of footnotes and citations. */
export function wordsOf(tokens: readonly Token[], markers: readonly Span[] = []): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = unmarked(tokens[at]!, markers);
    if (!token) continue;
    if (token.kind === 'mark' || token.kind === 'hole') {
      const key = MARKS[token.text];
      if (key !== undefined) words.push({ key, token: at });
      continue;
    }
    if (ARTICLES.has(token.text)) continue;
    if (token.text === 'percent') words.push({ key: '%', token: at });
    else if (token.text === 'per' && tokens[at + 1]?.text === 'cent') words.push({ key: '%', token: at++ });
    else words.push(wordOf(token, at));
  }
  return words;
}

/** The token without a marker that is glued to it, as in "pain²"; undefined for one that is a marker. */
function unmarked(token: Token, markers: readonly Span[]): Pick<Token, 'kind' | 'text' | 'lemma'> | undefined {
  for (const { start, end } of markers) {
    if (start >= token.end || end <= token.start) continue;
    if (start <= token.start) return undefined;
    const text = token.text.slice(0, start - token.start);
    return { kind: token.kind, text, lemma: token.kind === 'word' ? baseForm(text) : text };
  }
  return token;
}

function wordOf({ kind, text, lemma }: Pick<Token, 'kind' | 'text' | 'lemma'>, token: number): Word {
  if (kind === 'number') {
    const value = Number(text.replace(/,/g, ''));
    return Number.isNaN(value) ? { key: text, token } : { key: String(value), value, token };
  }
  const value = NUMBERS.get(text);
  if (value !== undefined) return { key: String(value), value, token };
  return { key: lemma.endsWith("'s") ? lemma.slice(0, -2) : american(lemma), token };
}

/** One spelling for both sides of the ocean; what it makes of other words ("exercise") it makes of them everywhere. */
const american = (word: string): string => (word.length > 6 ? word.replace(/is(e|ation)$/, 'iz$1').replace(/our$/, 'or') : word);

/** The words of a text that stands by itself. */
export const wordsIn = (text: string): Word[] => wordsOf(tokenize(fold(text), text));

const STOP = new Set(
  (
    'and or but of in on at by to from with for as is it its this that these those be have do will can may not no you your our we us i my they their them he she his her who which what when than so if up out over into ' +
    'about after before more most very just also only'
  ).split(' '),
);

/** A word that says what is claimed: neither a function word nor a bare mark. */
export const isContent = (key: string): boolean => !STOP.has(key) && /[\p{L}\p{N}]/u.test(key);
