import { describe, expect, it } from 'vitest';
import { lintText } from '../src/index.ts';

/** Everything that a report could be made of, as one string. */
const reported = async (text: string): Promise<string> => JSON.stringify(await lintText(text, 'page.md', { config: false, asOf: '2026-01-31' }));

describe('a value that no rule took for one', () => {
  it.each([
    ['a name in lower case', 'our laser cures acne, says marisol quintavalle, a patient with lupus.', /marisol|quintavalle/i],
    ['a name in lower case that the writer gives', 'My name is marisol quintavalle and your laser cures acne and my herpes.', /marisol|quintavalle/i],
    ['the same name in capitals further on', 'our laser cures acne: patient marisol quintavalle, mrn 48213977; QUINTAVALLE agrees.', /quintavalle|48213977/i],
    ['the name of a file', 'Our laser cures acne (IMG_Quintavalle_48213977.jpg).', /quintavalle|48213977/i],
    [
      'what is left of a number that was known in part',
      'Patient Marisol Quintavalle (MRN 48213977) was cured of lupus. Marisol guaranteed it cures acne. Call Marisol at (406) 555-8842 or 10.20.33.44.',
      /\(406\)|8842|\.44\b|10\.20/,
    ],
  ])('%s stays out of every finding', async (_, text, value) => {
    const report = await reported(text);
    expect(report).toContain('ruleId');
    expect(report).not.toMatch(value);
  });
});
