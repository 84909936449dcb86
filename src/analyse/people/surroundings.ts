import type { Identity } from '../../rule.ts';
import type { NameMention } from './names.ts';
import { NAME_BASE, NAME_WEIGHTS } from './name-weights.ts';
import type { Windows } from './windows.ts';

/** Where a name stands, beside what the words around it say. */
export interface NamePlace {
  readonly zone: Identity['zone'];
  readonly kind: string | undefined;
  readonly situation: string;
  readonly page: boolean;
  readonly record: boolean;
}

/** Words, numbers, the marks of windows.ts and signs, one by one. */
const TOKEN = /[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’-]*|[§‡¤◊]|\$?\d[\d,.:/-]*%?|[^\w\s]/g;
const NEAR_BEFORE = 12;
const NEAR_AFTER = 14;
/** What the sentences beside it say counts half. */
const BESIDE = 0.5;

const KIN = new Set('mother mom mum father dad papa parent parents son daughter child children kid kids baby babies twins wife husband spouse partner brother sister grandma grandpa grandmother grandfather grandson granddaughter aunt uncle cousin niece nephew family'.split(' '));
const PRONOUNS: Readonly<Record<string, string>> = { he: '{he}', she: '{he}', his: '{his}', her: '{his}', him: '{his}', hers: '{his}', i: '{i}', me: '{i}', my: '{my}', we: '{we}', us: '{us}', our: '{our}', you: '{you}', your: '{your}' };
const PLAIN = new Set('a an the and or of to in on at by for from with as is are was were be been has have had will can may who whose which that this these after before since until during when while but not no so up out off down over back'.split(' '));
const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|t|tember|ober|ember)?$/;
const DAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?s?$/;
const ENDING = /(?:ologist|ing|ed|er|or|ist|ian|tion|ly|s)$/;

/** What one token is: its class where that says more than the word, the word itself, or both. */
function classesOf(token: string): string[] {
  const low = token.toLowerCase();
  const pronoun = PRONOUNS[low];
  if (pronoun) return [pronoun];
  if (token.startsWith('$')) return ['{money}'];
  if (/^\d/.test(token)) return [token.includes(':') ? '{time}' : /^\d{3}[-.]\d/.test(token) ? '{phone}' : /^(?:19|20)\d\d$/.test(token) ? '{year}' : /^\d{1,2}$/.test(token) ? '{few}' : '{number}'];
  if (MONTH.test(low)) return ['{month}'];
  if (DAY.test(low)) return ['{day}'];
  if (KIN.has(low)) return ['{kin}', low];
  const classes: string[] = [];
  if (low.length > 1 && token[0] !== low[0]) classes.push(token === token.toUpperCase() ? '{CAPITALS}' : '{Capital}');
  const ending = low.length > 4 && !PLAIN.has(low) ? ENDING.exec(low)?.[0] : undefined;
  if (ending) classes.push(`{-${ending}}`);
  classes.push(low);
  return classes;
}

const tokensOf = (text: string): string[][] => (text.match(TOKEN) ?? []).map(classesOf);

/** The signs around a name and how much each counts: words and their classes near it, the two next to it, its form and its place. */
export function signsAround({ form, title }: NameMention, windows: Windows, { zone, kind, situation, page, record }: NamePlace): ReadonlyMap<string, number> {
  const signs = new Map<string, number>();
  const before = tokensOf(windows.before).slice(-NEAR_BEFORE);
  const after = tokensOf(windows.after).slice(0, NEAR_AFTER);
  for (const [k, classes] of before.slice(-2).reverse().entries()) for (const each of classes) signs.set(`before ${k + 1}: ${each}`, 1);
  for (const [k, classes] of after.slice(0, 2).entries()) for (const each of classes) signs.set(`after ${k + 1}: ${each}`, 1);
  for (const each of before.flat()) signs.set(`before: ${each}`, 1);
  for (const each of after.flat()) signs.set(`after: ${each}`, 1);
  for (const first of after[0] ?? []) for (const second of after[1] ?? []) signs.set(`after both: ${first} ${second}`, 1);
  for (const second of before.at(-2) ?? []) for (const first of before.at(-1) ?? []) signs.set(`before both: ${second} ${first}`, 1);
  for (const each of tokensOf(windows.next.slice(0, 160)).slice(0, NEAR_AFTER).flat()) signs.set(`next: ${each}`, BESIDE);
  for (const each of tokensOf(windows.previous.slice(-160)).slice(-NEAR_AFTER).flat()) signs.set(`previous: ${each}`, BESIDE);
  if (before.length === 0) signs.set('opens', 1);
  if (after.length === 0) signs.set('ends', 1);
  signs.set(`form: ${form}`, 1);
  if (title !== undefined) signs.set(`title: ${title}`, 1);
  signs.set(`zone: ${zone}`, 1);
  signs.set(`block: ${kind ?? 'none'}`, 1);
  signs.set(`situation: ${situation}`, 1);
  if (page) signs.set('page', 1);
  if (record) signs.set('record', 1);
  return signs;
}

/**
 * The logarithm of the odds that the name is a patient's, as fitted to labelled copy (`node scripts/surroundings.mjs`). It knows
 * no cue by itself: it decides where the cues say little, and only there.
 */
export function oddsOf(signs: ReadonlyMap<string, number>): number {
  let odds = NAME_BASE;
  for (const [sign, count] of signs) odds += (NAME_WEIGHTS[sign] ?? 0) * count;
  return odds;
}
