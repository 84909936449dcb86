import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { needsDetector } from '../src/load/compiled-pack.ts';
import { openPack } from '../src/load/pack.ts';
import { createBench } from '../src/prove/bench.ts';
import { describeProof, prove } from '../src/prove/prove.ts';
import type { Detector } from '../src/rule.ts';

// Read from the sources, not from dist/, so that a change to a rule shows at once.
const pack = openPack('rules');

describe('the examples beside each rule', () => {
  it.each(pack.ruleIds)('%s', async (id) => {
    const rule = pack.readRule(id);
    const code = needsDetector(rule) ? ((await import(resolve(`rules/${id}.ts`))) as { readonly default: Detector }) : undefined;
    const files = [`rules/${id}.md`, `rules/${id}.html`].filter((path) => existsSync(path));
    const examples = files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    const proof = await prove(rule, examples, createBench({ ...rule, detector: code?.default }, pack));
    expect(proof.failures, describeProof(rule, proof)).toEqual([]);
    expect(proof.expected, 'examples that are flagged').toBeGreaterThanOrEqual(3);
    expect(proof.silent, 'examples that are accepted').toBeGreaterThanOrEqual(3);
  });
});
