import { expect, it } from 'vitest';
import { OwnCounter } from '../../src/analyse/own.ts';

const FOOTER = 'Call (406) 555-0110 or write to frontdesk@aldercreek.test. 12 Birch Lane, Tilden. Dr. Imani Okafor, Ruben Castell, DPT';
const learned = (...sources: string[]) => {
  const counter = new OwnCounter();
  for (const source of sources) counter.add(source);
  return counter.result();
};

it('takes for the own what stands in three files', () => {
  expect(learned(`# Knees\n${FOOTER}`, `# Hips\n${FOOTER}`, `# Backs\n${FOOTER}`)).toEqual({
    names: [], phones: ['4065550110'], emails: ['frontdesk@aldercreek.test'], addresses: ['12 Birch Lane'], clinicians: ['Imani Okafor', 'Ruben Castell'], domains: [], products: [],
  });
});

it('counts a file once, however often it says so', () => {
  expect(learned(FOOTER.repeat(5), FOOTER)).toBeUndefined();
});

it('learns the same in whichever order the files come', () => {
  const pages = [FOOTER, `<a href="tel:+1-406-555-0110">Call</a> Dr. Imani Okafor`, `${FOOTER} Ruben Castell, DPT`, 'Dr. Imani Okafor', 'nothing'];
  expect(learned(...pages.toReversed())).toEqual(learned(...pages));
});

it('learns neither mailboxes of private persons nor names without a title, nor long lists of numbers', () => {
  const list = Array.from({ length: 60 }, (_, at) => `(406) 555-01${String(at).padStart(2, '0')}`).join('\n');
  const page = `Rosalind Thackeray, rosalind@gmail.com\n${list}`;
  expect(learned(page, page, page)).toBeUndefined();
});

it('looks at the ends of long files, in bounded time', () => {
  const long = `${'x'.repeat(500_000)}\n${FOOTER}`;
  expect(learned(long, long, long)?.phones).toEqual(['4065550110']);
});
