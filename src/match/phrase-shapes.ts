import type { Token } from '../rule.ts';

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens half several couple'.split(' '),
);
const UNITS = /^(?:seconds?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|wks?|months?|years?|yrs?|sessions?|visits?|treatments?|doses?|applications?|uses?)$/;
const CURRENCY = new Set(['$', '£', '€']);

/** Gives the place after the shape that begins at a token, or -1. */
export type Shape = (tokens: readonly Token[], at: number) => number;
const isNumber = (token: Token | undefined): boolean => token !== undefined && (token.kind === 'number' || NUMBER_WORDS.has(token.text));

export const SHAPES: Readonly<Record<string, Shape>> = {
  number: (tokens, at) => (isNumber(tokens[at]) ? at + 1 : -1),
  percent: (tokens, at) => {
    if (!isNumber(tokens[at])) return -1;
    const next = tokens[at + 1]?.text;
    if (next === '%' || next === 'percent') return at + 2;
    return next === 'per' && tokens[at + 2]?.text === 'cent' ? at + 3 : -1;
  },
  money: (tokens, at) => {
    if (CURRENCY.has(tokens[at]?.text ?? '')) return isNumber(tokens[at + 1]) ? at + 2 : -1;
    return isNumber(tokens[at]) && /^(?:dollars?|bucks|pounds|euros?|usd|gbp|eur|aud|cad)$/.test(tokens[at + 1]?.text ?? '') ? at + 2 : -1;
  },
  duration: (tokens, at) => {
    let next = at;
    if (isNumber(tokens[next]) || /^(?:a|an|the|few)$/.test(tokens[next]?.text ?? '')) next++;
    else return -1;
    if (/^(?:to|or|–|-)$/.test(tokens[next]?.text ?? '')) next++;
    if (isNumber(tokens[next]) || /^(?:few|couple|single|short|full)$/.test(tokens[next]?.text ?? '')) next++;
    if (tokens[next]?.text === 'of') next++;
    return UNITS.test(tokens[next]?.text ?? '') ? next + 1 : -1;
  },
  year: (tokens, at) => (/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '') ? at + 1 : -1),
  date: (tokens, at) => {
    const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;
    const first = tokens[at];
    const second = tokens[at + 1];
    if (first && second && month.test(first.text) && second.kind === 'number') return at + 2;
    return first?.kind === 'number' && second && month.test(second.text) ? at + 2 : -1;
  },
  capital: (tokens, at) => (tokens[at]?.capital ? at + 1 : -1),
  hole: (tokens, at) => (tokens[at]?.kind === 'hole' ? at + 1 : -1),
};

export const SHAPE_NAMES: readonly string[] = Object.keys(SHAPES);
