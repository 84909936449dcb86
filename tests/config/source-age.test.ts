import { afterAll, beforeAll, expect, it } from 'vitest';
import { Workplace } from '../cli/io.ts';

let place: Workplace;
beforeAll(() => {
  place = new Workplace();
  place.write(
    'a.md',
    'Our gel relieves knee pain.[1]\n\n## References\n\n1. Okafor I. J Sham Rheumatol. 2020;4:11-19. doi:10.5555/a.1\n',
  );
});
afterAll(() => place.dispose());

it.each([
  ['max_source_age: 3\n', true],
  ['max_source_age: 8\n', false],
  ['{}\n', false],
])('%j decides when a source is old', async (config, old) => {
  place.write('promolint.config.yaml', config);
  const { out } = await place.run(['a.md', '--only', 'evidence/dangling-or-weak-citation', '--as-of', '2026-11-21']);
  expect(out.includes('The newest source cited here is from 2020.')).toBe(old);
});

it('must be a number of years', async () => {
  place.write('promolint.config.yaml', 'max_source_age: old\n');
  expect(await place.run(['a.md'])).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^promolint\.config\.yaml:1:17 /) as string,
  });
});
