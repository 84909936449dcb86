import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import { Workplace } from '../cli/io.ts';

/** Values of an invented patient, in each place from which the inventory takes words. */
const SECRETS = ['denise', 'alvarado', '20718834', '078-05-1120', '555-0147', '08/14/1931'];
const PAGES: Readonly<Record<string, string>> = {
  'body.md':
    'Our patient Denise Alvarado, MRN 20718834, born 08/14/1931, has lupus. Our laser cured Denise Alvarado of lupus, call (845) 555-0147!\n',
  'front-matter.md':
    '---\ntitle: Our laser cured patient Denise Alvarado of lupus, MRN 20718834\n---\n\nOur laser cures lupus.\n',
  'link.md':
    'Our laser cures lupus ([study](https://example.net/chart?mrn=20718834&patient=denise-alvarado&ssn=078-05-1120)).\n\nPatient Denise Alvarado, MRN 20718834, has lupus.\n',
  'note.md': 'Our laser cures lupus.[^1]\n\n[^1]: Chart of patient Denise Alvarado, MRN 20718834, born 08/14/1931. 2023.\n',
  'page.html':
    '<title>Our laser cured Denise Alvarado of lupus</title><p>Patient Denise Alvarado, SSN 078-05-1120: our laser cures her lupus in 2 days.</p>',
};

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  for (const [name, text] of Object.entries(PAGES)) place.write(name, text);
  place.write('promolint.config.yaml', 'register: claims.yaml\n');
  place.write('claims.yaml', 'claims:\n  - {id: a, wording: Our laser cures lupus, approved: 2025-01-01}\n');
});
afterAll(() => place.dispose());

const leaks = (text: string): string[] => SECRETS.filter((secret) => text.toLowerCase().includes(secret));

it.each(Object.keys(INVENTORY_FORMATS))('no inventory as %s holds a value of a patient', async (format) => {
  const { out, code } = await place.run(['claims', '.', '--format', format]);
  expect(code).toBe(0);
  expect(out).toContain('lupus');
  expect(leaks(out)).toEqual([]);
});

it('nor does a drafted register, nor what a run with a register reports', async () => {
  await place.run(['claims', 'init', '.', '-o', 'draft.yaml']);
  expect(leaks(readFileSync(join(place.folder, 'draft.yaml'), 'utf8'))).toEqual([]);
  for (const format of ['text', 'json']) expect(leaks((await place.run(['.', '--format', format])).out)).toEqual([]);
});
