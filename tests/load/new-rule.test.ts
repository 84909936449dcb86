import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newRule } from '../../src/load/new-rule.ts';
import { readPack } from '../../src/load/pack.ts';
import { readYaml } from '../../src/yaml.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promolint-new-'));
  writeFileSync(join(folder, 'pack.yaml'), 'name: derma\nversion: 1.0.0\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a rule and its examples with blanks to fill', () => {
  const [rule, examples] = newRule('efficacy/miracle-peel', folder);
  expect(readYaml(readFileSync(rule!, 'utf8'), rule!).value).toMatchObject({
    id: 'efficacy/miracle-peel',
    severity: 'warning',
    match: [{ phrases: ['…'] }],
  });
  expect(() => readPack(folder)).toThrow('is still blank');
  expect(readFileSync(examples!, 'utf8')).toContain('<!-- expect: "…" -->');
});

it('never overwrites', () => {
  const [rule, examples] = newRule('efficacy/miracle-peel', folder);
  rmSync(rule!);
  writeFileSync(examples!, 'mine');
  expect(() => newRule('efficacy/miracle-peel', folder)).toThrow('there already');
  expect(readFileSync(examples!, 'utf8')).toBe('mine');
});

it('refuses what cannot be an id, and a folder that is no pack', () => {
  expect(() => newRule('eficacy/miracle', folder)).toThrow(
    expect.objectContaining({ details: { hint: 'Did you mean "efficacy"?' } }) as Error,
  );
  expect(() => newRule('efficacy/../../x', folder)).toThrow('not the id of a rule');
  expect(() => newRule('efficacy/Miracle', folder)).toThrow('not the id of a rule');
  expect(() => newRule('efficacy/x', join(folder, 'nowhere'))).toThrow('no pack');
});
