import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PromolintError } from '../src/errors.ts';
import { needsDetector } from '../src/load/compiled-pack.ts';
import { openPack } from '../src/load/pack.ts';
import type { Rule } from '../src/load/rule.ts';
import { createBenches } from '../src/prove/bench.ts';
import { describeProof, prove } from '../src/prove/prove.ts';
import type { Detector } from '../src/rule.ts';

// Read from the sources, not from dist/, so that a change to a rule shows at once.
const pack = openPack('rules');
const read = await Promise.allSettled(pack.ruleIds.map(readRule));
const benchOf = createBenches([
  { ...pack, rules: read.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])) },
]);

async function readRule(id: string): Promise<Rule> {
  const rule = pack.readRule(id);
  if (!needsDetector(rule)) return rule;
  const { default: detector } = (await import(resolve(`rules/${id}.ts`))) as { readonly default: Detector };
  return { ...rule, detector };
}

describe('the examples beside each rule', () => {
  it.each(pack.ruleIds)('%s', async (id) => {
    const result = read[pack.ruleIds.indexOf(id)]!;
    // A rule that cannot be read fails alone.
    if (result.status === 'rejected') throw placed(result.reason);
    const rule = result.value;
    const files = [`rules/${id}.md`, `rules/${id}.html`].filter((path) => existsSync(path));
    const examples = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const proof = await prove(rule, examples, benchOf(rule));
    expect(proof.failures, describeProof(rule, proof)).toEqual([]);
    expect(proof.expected, 'examples that are flagged').toBeGreaterThanOrEqual(3);
    expect(proof.silent, 'examples that are accepted').toBeGreaterThanOrEqual(3);
  });
});

/** Vitest shows the message of an error alone. */
const placed = (error: unknown): unknown =>
  error instanceof PromolintError ? new Error(`${error.details.where}: ${error.message} ${error.details.hint ?? ''}`) : error;
