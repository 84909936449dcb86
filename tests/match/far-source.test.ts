import { describe, expect, it } from 'vitest';
import { lintText } from '../../src/index.ts';

const SOURCE = 'Morning light moves the body clock (Ito 2021, doi:10.1093/sleep/zsab001).';
const messages = async (text: string) => {
  const { findings } = await lintText(text, 'lamp.md', { config: false, asOf: '2026-11-21', profiles: ['us-device'] });
  return findings.filter(({ family }) => family === 'evidence').map(({ message }) => message);
};

describe('a source far from its claim', () => {
  it.each([
    ['proof', 'Our lamp is clinically proven.'],
    ['a figure', 'Our lamp cuts the time to fall asleep by 40%.'],
  ])('is named where %s stands without it', async (_, claim) => {
    expect(await messages(`# Our lamp\n\n${claim}\n\nIt comes in white.\n\n${SOURCE}\n`)).toContainEqual(expect.stringContaining('elsewhere in this section'));
  });

  it('is not looked for in another section', async () => {
    const found = await messages(`# Our lamp\n\nOur lamp is clinically proven.\n\n# Other lamps\n\n${SOURCE}\n`);
    expect(found).toHaveLength(1);
    expect(found[0]).not.toContain('elsewhere');
  });
});
