import { expect, it } from 'vitest';
import { lintText } from '../../src/index.ts';

const ABOUT = 'The Luminere laser of Alder Creek cures acne.';

const fingerprintOf = async (text: string): Promise<string | undefined> => {
  const { findings } = await lintText(text, 'page.md', { config: false, asOf: '2026-11-21' });
  return findings.find(({ ruleId }) => ruleId === 'efficacy/cure-claim')?.fingerprint;
};

it.each([
  ['a story of somebody with a name', `${ABOUT}\n\nZelda Quill came to us with a rash. She was treated in May.\n`],
  [
    'another heading, front matter and comments',
    `---\ntitle: News\n---\n<!-- Ask Luminere about Alder. -->\n\n# Open\n\n${ABOUT}\n`,
  ],
  ['words around it in its paragraph', `We are open on Monday. ${ABOUT} Call us.\n`],
])('a fingerprint survives %s', async (_, text) => {
  const alone = await fingerprintOf(`${ABOUT}\n`);
  expect(alone).toBeDefined();
  expect(await fingerprintOf(text)).toBe(alone);
});
