import { defineDetector } from 'promolint/rule';
import type { Page, Sentence } from 'promolint/rule';

/** Below this the grade of a page says more about chance than about its copy; a shorter one is judged only when far beyond. */
const PAGE_WORDS = 100;
const LEAST_WORDS = 10;
/** US school grades, by Flesch-Kincaid. */
const TARGET = 8;
const FAR_BEYOND = 18;
/** The formula knows no end, schools do. Most pages of clinics read at a grade between twelve and this one, which their writers may take as a hint. */
const LAST_GRADE = 16;
/** Names of illnesses and medicines are often needed; they count as ordinary words of two syllables. */
const MEDICAL = new Set(['conditions', 'symptoms', 'treatments', 'drugs', 'body', 'supplements']);

export default defineDetector((page, report) => {
  if (page.context.audience === 'hcp' || page.facts.genre === 'legal') return;
  const counts = prose(page).map((sentence) => ({ sentence, ...count(sentence) }));
  const words = sum(counts.map((each) => each.words));
  // What is written for doctors' accountants may be as hard as it likes.
  const aboutHealth = counts.filter(({ sentence: { terms } }) =>
    terms.some(({ list }) => (MEDICAL.has(list) && list !== 'body') || list === 'jargon'),
  ).length;
  if (words < LEAST_WORDS || aboutHealth < counts.length / 4) return;
  const grade = gradeOf(words, counts.length, sum(counts.map((each) => each.syllables)));
  if (grade <= (words < PAGE_WORDS ? FAR_BEYOND : TARGET)) return;

  let hardest = counts[0]!;
  for (const each of counts) {
    if (each.words >= 8 && gradeOf(each.words, 1, each.syllables) > gradeOf(hardest.words, 1, hardest.syllables)) hardest = each;
  }
  const { block, start, end } = hardest.sentence;
  const smog = 1.043 * Math.sqrt((sum(counts.map((each) => each.long)) * 30) / counts.length) + 3.1291;
  report({
    at: { block, start, end },
    message: grade > LAST_GRADE ? 'beyond' : 'default',
    data: { grade: Math.round(grade), smog: Math.round(smog), words: hardest.words },
    severity: grade > LAST_GRADE ? 'warning' : 'info',
  });
});

/** Sentences that a reader reads as text: no headings, tables, menus, names of sources or set statements. */
function prose(page: Page): Sentence[] {
  return page.sentences.filter((sentence) => {
    const { block } = sentence;
    if (block.origin !== 'body' || block.hidden || block.quoted || block.region === 'nav' || block.region === 'footer')
      return false;
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return false;
    // Addresses and lines of code are not read as words. What takes long to tell is told last.
    if (sentence.tokens.length <= 3 || /:\/\/|(?<!\S)\S{40}/.test(sentence.text)) return false;
    return !sentence.frames.has('legal') && !sentence.frames.has('reference');
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const gradeOf = (words: number, sentences: number, syllables: number): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

interface Counts {
  words: number;
  syllables: number;
  /** Words of three syllables or more. */
  long: number;
}

function count({ tokens, terms }: Sentence): Counts {
  const medical = new Set<number>();
  for (const { list, first, last } of terms) {
    if (MEDICAL.has(list)) for (let at = first; at <= last; at++) medical.add(at);
  }
  const counts: Counts = { words: 0, syllables: 0, long: 0 };
  for (const [at, { kind, text, spaced }] of tokens.entries()) {
    if (kind === 'mark') continue;
    const here = kind !== 'word' ? 1 : medical.has(at) ? Math.min(2, syllables(text)) : syllables(text);
    // The parts of a hyphenated word are one word.
    if (spaced || at === 0 || tokens[at - 1]!.kind === 'mark') counts.words++;
    counts.syllables += here;
    if (here >= 3) counts.long++;
  }
  return counts;
}

/** Where counting groups of vowels goes wrong. */
const SYLLABLES: Readonly<Record<string, number>> = {
  area: 3,
  areas: 3,
  being: 2,
  breathe: 1,
  business: 2,
  clothes: 1,
  create: 2,
  created: 3,
  creates: 2,
  diet: 2,
  diets: 2,
  doing: 2,
  every: 2,
  everyone: 3,
  everything: 3,
  evening: 2,
  fiber: 2,
  going: 2,
  idea: 3,
  ideal: 3,
  ideas: 3,
  income: 2,
  lion: 2,
  people: 2,
  poem: 2,
  quiet: 2,
  radio: 3,
  react: 2,
  really: 2,
  science: 2,
  seeing: 2,
  someone: 2,
  something: 2,
  sometimes: 2,
  therefore: 2,
  trial: 2,
  trials: 2,
  usual: 3,
  usually: 4,
  video: 3,
  vial: 2,
  vials: 2,
  whole: 1,
  diagnosis: 4,
  diagnoses: 4,
  diabetes: 4,
  dialysis: 4,
  biopsy: 3,
  anemia: 4,
  insomnia: 4,
  pneumonia: 4,
  dementia: 3,
  anesthesia: 5,
  bacteria: 4,
  hernia: 3,
  migraine: 2,
  vaccine: 2,
  medicine: 3,
  surgery: 3,
  saline: 2,
};

/** Copy says the same words again and again. */
const counted = new Map(Object.entries(SYLLABLES));
const MOST_COUNTED = 20_000;

function syllables(word: string): number {
  let known = counted.get(word);
  if (known === undefined) {
    known = countSyllables(word);
    if (counted.size < MOST_COUNTED) counted.set(word, known);
  }
  return known;
}

function countSyllables(word: string): number {
  const letters = word.replace(/'s?$/, '');
  if (letters.length <= 3) return 1;
  const spoken = letters
    .replace(/^y/, '')
    .replace(/(?<![td])ed$/, '')
    .replace(/(?<=[^aeiouylscxz]|[^aeiou]l)es$|(?<=[^aeiouyl])e$/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
