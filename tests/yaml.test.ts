import { describe, expect, it } from 'vitest';
import { closest, didYouMean } from '../src/closest.ts';
import { PromolintError } from '../src/errors.ts';
import { readYaml } from '../src/yaml.ts';

const failure = (run: () => unknown): PromolintError => {
  try {
    run();
  } catch (error) {
    if (error instanceof PromolintError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('readYaml', () => {
  const yaml = readYaml('id: a/b\nbasis:\n  - source: x\n    says: y\nnames: [one, two]\n', 'rules/a/b.yaml');

  it('gives plain data', () => {
    expect(yaml.value).toEqual({ id: 'a/b', basis: [{ source: 'x', says: 'y' }], names: ['one', 'two'] });
  });

  it('knows where keys, values and list items stand', () => {
    expect(yaml.at(['id'])).toEqual({ line: 1, column: 1 });
    expect(yaml.at(['id'], 'value')).toEqual({ line: 1, column: 5 });
    expect(yaml.at(['basis', 0])).toEqual({ line: 3, column: 5 });
    expect(yaml.at(['basis', 0, 'says'])).toEqual({ line: 4, column: 5 });
    expect(yaml.at(['names', 1])).toEqual({ line: 5, column: 14 });
  });

  it('falls back to the nearest parent', () => {
    expect(yaml.at(['basis', 0, 'nowhere'])).toEqual({ line: 3, column: 5 });
    expect(yaml.at([])).toEqual({ line: 1, column: 1 });
  });

  it('places errors', () => {
    expect(yaml.fail(['id'], 'No.', 'Try.', 'value').details).toMatchObject({ where: 'rules/a/b.yaml:1:5', hint: 'Try.' });
    const broken = failure(() => readYaml('a: 1\nb: [1,\nc: 2\n', 'x.yaml', 'config-invalid'));
    expect(broken.code).toBe('config-invalid');
    expect(broken.details.where).toMatch(/^x\.yaml:\d+:\d+$/);
    expect(failure(() => readYaml('a: 1\na: 2\n', 'x.yaml')).details.where).toBe('x.yaml:2:1');
  });

  it('reads JSON, an empty file, and a BOM', () => {
    expect(readYaml('{"a": [1, true]}', 'x.json').value).toEqual({ a: [1, true] });
    expect(readYaml('', 'x.yaml').value).toBe(null);
    expect(readYaml('\uFEFFa: 1', 'x.yaml').value).toEqual({ a: 1 });
  });

  it('refuses aliases that explode and nesting without end', () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (let index = 1; index < 9; index++) {
      const before = String.fromCharCode(96 + index);
      const name = String.fromCharCode(97 + index);
      levels.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`);
    }
    expect(failure(() => readYaml(levels.join('\n'), 'x.yaml')).code).toBe('rule-invalid');
    expect(failure(() => readYaml('['.repeat(100_000), 'x.yaml')).code).toBe('rule-invalid');
    expect(failure(() => readYaml('a: &x [*x]', 'x.yaml')).code).toBe('rule-invalid');
  });
});

describe('closest', () => {
  it('finds the word that was meant', () => {
    expect(closest('eror', ['error', 'warning', 'info'])).toBe('error');
    expect(closest('wraning', ['error', 'warning', 'info'])).toBe('warning');
    expect(closest('Us-Provider', ['us-provider', 'us-rx'])).toBe('us-provider');
    expect(closest('banana', ['error', 'warning', 'info'])).toBe(undefined);
  });
  it('lists a few candidates when none is near', () => {
    expect(didYouMean('banana', ['error', 'info'])).toBe('Known: error, info.');
    expect(didYouMean('inof', ['error', 'info'])).toBe('Did you mean "info"?');
    expect(
      didYouMean(
        'banana',
        Array.from({ length: 30 }, (_, n) => `x${n}`),
      ),
    ).toBe(undefined);
  });
});
