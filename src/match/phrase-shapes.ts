import type { Token } from '../rule.ts';
import { CAPITAL, NUMBER } from './phrase-cues.ts';

/** What no list of words can hold: numbers, amounts, dates. */
export interface Shape {
  /** The place after the shape that begins at a token, or -1. */
  readonly end: (tokens: readonly Token[], at: number) => number;
  /** Cues one of which its first token answers to. */
  readonly begins: readonly string[];
}

const NUMBER_WORDS =
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens half several couple'.split(
    ' ',
  );
const MONTHS =
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  );
const CURRENCIES = ['$', '£', '€'];
const UNITS = new Set(
  'second minute min hour hr day night week wk month year yr session visit treatment dose application use'.split(' ').flatMap((unit) => [unit, `${unit}s`]),
);
const DETERMINERS = new Set(['a', 'an', 'the', 'few']);
const BETWEEN = new Set(['to', 'or', '\u2013', '-']);
const VAGUE = new Set(['few', 'couple', 'single', 'short', 'full']);

const numberWords = new Set(NUMBER_WORDS);
const months = new Set(MONTHS);
const currencies = new Set(CURRENCIES);

const isNumber = (token: Token | undefined): boolean =>
  token !== undefined && (token.kind === 'number' || numberWords.has(token.text));

const WEIGHED = new Set('lose losing lost loss drop dropped shed gain gained weigh weighs weight melt melts'.split(' '));

/** Pounds of the body, as far as the words beside them tell. */
const isWeight = (tokens: readonly Token[], at: number): boolean =>
  /^(?:per|lighter|heavier|gone|off|overweight)$/.test(tokens[at + 2]?.text ?? '') || tokens.slice(Math.max(0, at - 8), at).some(({ text }) => WEIGHED.has(text));

export const SHAPES: Readonly<Record<string, Shape>> = {
  number: { end: (tokens, at) => (isNumber(tokens[at]) ? at + 1 : -1), begins: [NUMBER, ...NUMBER_WORDS] },
  percent: {
    end: (tokens, at) => {
      if (!isNumber(tokens[at])) return -1;
      const next = tokens[at + 1]?.text;
      if (next === '%' || next === 'percent') return at + 2;
      return next === 'per' && tokens[at + 2]?.text === 'cent' ? at + 3 : -1;
    },
    begins: [NUMBER, ...NUMBER_WORDS],
  },
  money: {
    end: (tokens, at) => {
      if (currencies.has(tokens[at]?.text ?? '')) return isNumber(tokens[at + 1]) ? at + 2 : -1;
      const unit = tokens[at + 1]?.text ?? '';
      if (!isNumber(tokens[at]) || !/^(?:dollars?|bucks|pounds|euros?|usd|gbp|eur|aud|cad)$/.test(unit)) return -1;
      return unit === 'pounds' && isWeight(tokens, at) ? -1 : at + 2;
    },
    begins: [NUMBER, ...NUMBER_WORDS, ...CURRENCIES],
  },
  duration: {
    end: (tokens, at) => {
      let next = at;
      if (isNumber(tokens[next]) || DETERMINERS.has(tokens[next]?.text ?? '')) next++;
      else return -1;
      if (BETWEEN.has(tokens[next]?.text ?? '')) next++;
      if (isNumber(tokens[next]) || VAGUE.has(tokens[next]?.text ?? '')) next++;
      if (tokens[next]?.text === 'of') next++;
      return UNITS.has(tokens[next]?.text ?? '') ? next + 1 : -1;
    },
    begins: [NUMBER, ...NUMBER_WORDS, 'a', 'an', 'the', 'few'],
  },
  year: { end: (tokens, at) => (/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ? at + 1 : -1), begins: [NUMBER] },
  date: {
    end: (tokens, at) => {
      const first = tokens[at];
      const second = tokens[at + 1];
      if (!first || !second) return -1;
      return (months.has(first.text) && second.kind === 'number') || (first.kind === 'number' && months.has(second.text))
        ? at + 2
        : -1;
    },
    begins: [NUMBER, ...MONTHS],
  },
  capital: { end: (tokens, at) => (tokens[at]?.capital ? at + 1 : -1), begins: [CAPITAL] },
  hole: { end: (tokens, at) => (tokens[at]?.kind === 'hole' ? at + 1 : -1), begins: ['\uFFFC'] },
};
