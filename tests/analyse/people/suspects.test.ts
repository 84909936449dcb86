import { expect, it } from 'vitest';
import { findSuspects } from '../../../src/analyse/people/suspects.ts';
import { parse } from '../../../src/parse/parse.ts';
import type { Organization } from '../../../src/rule.ts';
import { lexicon } from './lexicon.ts';

const organization: Organization = { names: [], phones: [], emails: [], addresses: [], domains: [], clinicians: [], products: [] };
const context = { profiles: ['us-supplement'], product: 'supplement', audience: 'consumer', asOf: '2026-11-22', organization } as const;

function suspects(source: string): string[] {
  const document = parse({ path: 'page.md', source, format: 'markdown' });
  return findSuspects({ document, context }, lexicon).map(({ block, start, end }) => block.text.slice(start, end));
}

it('leaves the name of goods readable, wherever the page repeats it', () => {
  expect(suspects('Kalmo gel calms my skin, she said.\n\nHis doctor told him of Kalmo in May.')).not.toContain('Kalmo');
});

it('takes no name of a person for goods', () => {
  expect(suspects('She says Ludmila cream-colored hair suits her. Her friend Ludmila Gruszka agrees.')).toContain('Ludmila Gruszka');
});
