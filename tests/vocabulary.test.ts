import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Lexicon } from '../src/analyse/lexicon.ts';
import { fold, tokenize } from '../src/analyse/tokens.ts';
import type { VocabularyEntry } from '../src/load/rule.ts';
import { readVocabulary } from '../src/load/vocabulary.ts';
import { readYaml } from '../src/yaml.ts';

const FOLDER = 'rules/vocabulary';
const lists = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => {
    const source = readFileSync(`${FOLDER}/${name}`, 'utf8');
    return {
      stem: name.slice(0, -'.yaml'.length),
      source,
      head: parse(source) as Record<string, unknown>,
      list: readVocabulary(readYaml(source, name), name.slice(0, -'.yaml'.length)),
    };
  });
const formsOf = ({ term, forms = [] }: VocabularyEntry): string[] => [term, ...forms];
/** A phrase stands for itself; of anything else, the words that the matcher sees. Short capitals differ from the same letters in lower case. */
const wordsOf = (form: string): string =>
  /[()<>|^]|\.\.|\?(?:\s|$)/.test(form) || /^[A-Z][A-Z0-9]{1,5}$/.test(form)
    ? form
    : tokenize(fold(form), form)
        .map(({ text }) => text)
        .join(' ');

describe.each(lists)('$stem', ({ stem, source, head, list }) => {
  it('has an id, a title and a purpose of its own', () => {
    expect(head['id']).toBe(stem);
    expect(head['title']).toEqual(expect.stringMatching(/\w/));
    expect(head['for']).toEqual(expect.stringMatching(/\w/));
  });

  it('says what its classes mean, and gives every entry one', () => {
    const without = list.terms.filter((entry) => !entry.class).map(({ term }) => term);
    // A list that is one class, such as the surnames, names none.
    if (without.length === list.terms.length) return;
    expect(without).toEqual([]);
    expect(Object.keys((head['keys'] ?? {}) as object)).toContain('class');
  });

  it('holds no character that a reader cannot see', () => {
    expect(source).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/);
  });

  it('holds words, not remarks', () => {
    const odd = list.terms
      .flatMap(formsOf)
      .filter((form) => form.trim() !== form || form === '' || /\s{2}|\.yaml\b|\bTODO\b/.test(form));
    expect(odd).toEqual([]);
  });

  it('gives no form to two classes', () => {
    const classes = new Map<string, string>();
    const twice = list.terms.flatMap((entry) =>
      formsOf(entry).flatMap((form) => {
        const words = wordsOf(form);
        const known = classes.get(words);
        classes.set(words, known ?? entry.class ?? '');
        return known === undefined || known === entry.class ? [] : [`${form}: ${known} and ${entry.class}`];
      }),
    );
    expect(twice).toEqual([]);
  });
});

describe('all lists together', () => {
  const lexicon = new Lexicon(lists.map(({ list }) => list));
  const find = (text: string) => lexicon.find(tokenize(fold(text), text));

  it('can be read by the matcher, phrases included', () => {
    expect(() => find('Say so long to sore knees.')).not.toThrow();
    expect(lexicon.compile([]).patterns.length).toBeGreaterThan(100);
  });

  it.each([
    ['Our tea kicks sinus pain to the curb.', 'effects', 'end'],
    ['Watch your wrinkles melt away.', 'effects', 'reduce'],
    ['An antiviral throat spray.', 'effects', 'adjective'],
    ['Get your life back.', 'effects', 'promise-phrase'],
    ['Success guaranteed or your money back.', 'certainty', 'absolute-guarantee'],
    ['Effective in all patients.', 'certainty', 'absolute-success'],
    ['You will not feel a thing.', 'certainty', 'painless'],
    ["Dr. Osei is the county's most skilled surgeon.", 'superiority', 'superlative'],
    ['The number one spine clinic in Utah.', 'superiority', 'leader'],
    ['Only 12 jars left.', 'urgency', 'scarcity'],
    ['It could kill you, and doctors are hiding it.', 'fear', 'threat'],
    ['A miracle herb from the rainforest.', 'miracle', 'miracle'],
    ['Clinically proven to grow lashes.', 'authority', 'establishment'],
    ['Dermatologists recommend it.', 'authority', 'experts'],
    ['This serum lifts your mood.', 'own', 'product'],
    ['Physical therapy eases back pain.', 'care', 'treatment'],
    ['Goodbye, achy knees!', 'symptoms', undefined],
  ])('%s', (text, list, className) => {
    expect(
      find(text)
        .filter((term) => term.list === list && (className === undefined || term.class === className))
        .map((term) => term.list),
    ).toContain(list);
  });

  it.each([
    ['The best time to get a flu shot is autumn.', 'superiority'],
    ['Smoking is the leading cause of lung cancer.', 'superiority'],
    ['A permanent crown takes two visits.', 'certainty.permanence'],
    ['See a doctor about a painless lump.', 'certainty.painless'],
    ['100% of our nurses hold a BLS card.', 'certainty.absolute-success'],
    ['The drug has Breakthrough Therapy designation.', 'miracle'],
    ['Breakthrough bleeding is common in the first months.', 'miracle'],
    ['The relief fund pays for travel.', 'effects'],
    ['Call now for emergency help.', 'urgency'],
    ['She runs the Race for the Cure.', 'effects.end'],
  ])('%s is no %s', (text, name) => {
    expect(
      find(text)
        .filter((term) => name === term.list || name === `${term.list}.${term.class}`)
        .map((term) => term.entry),
    ).toEqual([]);
  });
});
