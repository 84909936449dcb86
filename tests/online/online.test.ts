import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublic } from '../../src/online/addresses.ts';
import { ONLINE_CACHE } from '../../src/online/cache.ts';
import { Client } from '../../src/online/client.ts';
import { identifierIn } from '../../src/online/identifier.ts';
import { lookUp, sameTitle } from '../../src/online/look-up.ts';
import type { Services } from '../../src/online/look-up.ts';
import { lookUpAll } from '../../src/online/sources.ts';
import { Workplace } from '../cli/io.ts';
import { serve } from './server.ts';
import type { Loopback } from './server.ts';

let server: Loopback | undefined;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'promolint-online-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const QUICK = { timeout: 2000, retries: 2, pause: 1 };
const json = (value: unknown): string => JSON.stringify(value);

describe('the client', () => {
  const start = async (...args: Parameters<typeof serve>) => (server = await serve(...args));
  const ask = (path: string, options = {}) =>
    new Client({ ...QUICK, ...options }).ask(`${server!.address}${path}`, { trusted: true });

  it('tries again after a failure, a few times', async () => {
    await start((_, response, count) => response.writeHead(count < 3 ? 503 : 200).end('done'));
    expect(await ask('/a')).toEqual({ status: 200, text: 'done' });
    expect(server!.asked).toHaveLength(3);
    await server!.close();
    await start((_, response) => response.writeHead(503).end());
    expect((await ask('/a')).status).toBe(503);
    expect(server!.asked).toHaveLength(3);
  });

  it('waits as long as a server asks for, and not for a wrong address', async () => {
    await start((path, response, count) =>
      path === '/busy' && count === 1
        ? response.writeHead(429, { 'retry-after': '0.2' }).end()
        : response.writeHead(path === '/busy' ? 200 : 404).end(),
    );
    const before = performance.now();
    expect((await ask('/busy')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(190);
    expect((await ask('/none')).status).toBe(404);
    expect(server!.asked.filter((line) => line.endsWith('/none'))).toHaveLength(1);
  });

  it('gives up in time on a server that never ends', async () => {
    await start((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const before = performance.now();
    await expect(ask('/slow', { timeout: 200, retries: 0 })).rejects.toThrow('no answer in time');
    expect(performance.now() - before).toBeLessThan(1500);
  });

  it('reads no more than it needs', async () => {
    await start((_, response) => {
      response.writeHead(200);
      const chunk = 'x'.repeat(500_000);
      const pour = (): void => {
        if (!response.destroyed) response.write(chunk, () => setImmediate(pour));
      };
      pour();
    });
    expect((await ask('/endless')).text.length).toBeLessThanOrEqual(2_000_000);
  });

  it('asks a few at a time', async () => {
    await start((_, response) => setTimeout(() => response.end('x'), 20));
    const client = new Client({ ...QUICK, concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, index) => client.ask(`${server!.address}/${index}`, { trusted: true })));
    expect(server!.asked).toHaveLength(12);
    expect(server!.most()).toBe(3);
  });

  it('follows redirections, but not in a circle', async () => {
    await start((path, response) =>
      path === '/end' ? response.end('end') : response.writeHead(302, { location: path === '/a' ? '/end' : '/circle' }).end(),
    );
    expect((await ask('/a')).text).toBe('end');
    await expect(ask('/circle')).rejects.toThrow('too many redirections');
  });

  it('sends nothing but the address', async () => {
    await start((_, response) => response.end());
    await new Client(QUICK).ask(`${server!.address.replace('http://', 'http://user:secret@')}/a#part`, { trusted: true });
    expect(server!.asked).toEqual(['GET /a']);
    expect(Object.keys(server!.headers[0]!).sort()).toEqual(['accept', 'connection', 'host', 'user-agent']);
  });

  it('reaches no inner address by a link, its name or a redirection', async () => {
    await start((_, response) => response.end('inner'));
    const { port } = new URL(server!.address);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0', '2130706433'])
      await expect(new Client({ ...QUICK, retries: 0 }).ask(`http://${host}:${port}/`), host).rejects.toThrow('an inner address');
    expect(server!.asked).toEqual([]);
    await expect(new Client(QUICK).ask('file:///etc/passwd')).rejects.toThrow('not an address of the web');
  });
});

it('tells public addresses from inner ones', () => {
  for (const address of ['8.8.8.8', '2606:4700::1111', '172.32.0.1', '::ffff:8.8.8.8'])
    expect(isPublic(address), address).toBe(true);
  for (const address of [
    '10.1.2.3',
    '169.254.169.254',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    'example.com',
    '',
  ])
    expect(isPublic(address), address).toBe(false);
});

it('takes identifiers from citations, and nothing else', () => {
  expect(identifierIn('Lind P. J Knee. 2024. doi:10.5555/abc.1')).toEqual({ scheme: 'doi', value: '10.5555/abc.1' });
  expect(identifierIn('https://doi.org/10.5555/abc.1')).toEqual({ scheme: 'doi', value: '10.5555/abc.1' });
  expect(identifierIn('https://pubmed.ncbi.nlm.nih.gov/12345678/')).toEqual({ scheme: 'pmid', value: '12345678' });
  expect(identifierIn('https://user:pw@example.org/a?b=1#c')).toEqual({ scheme: 'url', value: 'https://example.org/a?b=1' });
  for (const text of ['our laser cures lupus', 'javascript:alert(1)', '/blog/sleep', 'see https://example.org for Denise'])
    expect(identifierIn(text)).toBe(undefined);
});

it('compares titles by their words', () => {
  expect(sameTitle('Topical cooling of sore knees', 'Topical Cooling of Sore Knees: A Trial')).toBe(true);
  expect(sameTitle('Topical cooling of sore knees', 'Sleep and tea')).toBe(false);
});

/** What Crossref, the handle system and PubMed answer, as far as it is read. */
async function library(): Promise<Services> {
  server = await serve((path, response) => {
    const answer = (value: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(json(value));
    const work = (title: string, more = {}) => answer({ status: 'ok', message: { title: [title], ...more } });
    if (path === `/works/${encodeURIComponent('10.5555/good')}`) work('Topical cooling of sore knees');
    else if (path === `/works/${encodeURIComponent('10.5555/bad')}`)
      work('Cures', { 'updated-by': [{ type: 'retraction', DOI: '10.5555/notice' }] });
    else if (path === `/works/${encodeURIComponent('10.5555/marked')}`) work('RETRACTED: Cures');
    else if (path === `/works/${encodeURIComponent('10.5555/odd')}`) response.writeHead(200).end('<html>');
    else if (path === `/works/${encodeURIComponent('10.5555/busy')}`) response.writeHead(503).end();
    else if (path === '/handles/10.5281/data') answer({ responseCode: 1 });
    else if (path.startsWith('/pubmed?')) {
      const id = new URL(path, 'http://x').searchParams.get('id')!;
      const known: Record<string, unknown> = {
        '30000041': { title: 'A hinged brace in walking pain', pubtype: ['Journal Article'] },
        '30000042': { title: 'Gone wrong', pubtype: ['Journal Article', 'Retracted Publication'] },
        '30000043': { error: 'cannot get document summary' },
      };
      answer({ result: { uids: [id], [id]: known[id] } });
    } else if (path === '/page') response.writeHead(200).end('page');
    else if (path === '/old') response.writeHead(410).end();
    else response.writeHead(404).end();
  });
  const { address } = server;
  return { crossref: `${address}/works`, handles: `${address}/handles`, pubmed: `${address}/pubmed`, innerLinks: true };
}

describe('a look-up', () => {
  it.each([
    ['doi', '10.5555/good', { state: 'found', title: 'Topical cooling of sore knees' }],
    ['doi', '10.5555/bad', { state: 'retracted', title: 'Cures' }],
    ['doi', '10.5555/marked', { state: 'retracted', title: 'RETRACTED: Cures' }],
    ['doi', '10.5281/data', { state: 'found' }],
    ['doi', '10.5555/none', { state: 'gone' }],
    ['doi', '10.5555/odd', { state: 'unknown', reason: 'the answer is not what was expected' }],
    ['doi', '10.5555/busy', { state: 'unknown', reason: 'answer 503' }],
    ['pmid', '30000041', { state: 'found', title: 'A hinged brace in walking pain' }],
    ['pmid', '30000042', { state: 'retracted', title: 'Gone wrong' }],
    ['pmid', '30000043', { state: 'gone' }],
    ['pmid', '30000044', { state: 'gone' }],
    ['url', '/page', { state: 'found' }],
    ['url', '/old', { state: 'gone' }],
    ['url', '/none', { state: 'gone' }],
  ] as const)('%s %s', async (scheme, value, outcome) => {
    const services = await library();
    const full = scheme === 'url' ? `${server!.address}${value}` : value;
    expect(await lookUp({ scheme, value: full }, new Client(QUICK), services)).toEqual(outcome);
  });

  it('without a network is not known', async () => {
    const services = await library();
    await server!.close();
    expect(await lookUp({ scheme: 'doi', value: '10.5555/good' }, new Client({ ...QUICK, retries: 0 }), services)).toEqual({
      state: 'unknown',
      reason: 'no answer',
    });
  });

  it('is made once for an identifier, and again only after days', async () => {
    const services = await library();
    const wanted = [
      { scheme: 'doi', value: '10.5555/good' },
      { scheme: 'doi', value: '10.5555/good' },
      { scheme: 'doi', value: '10.5555/busy' },
    ] as const;
    const at = (days: number) =>
      lookUpAll(wanted, { folder, services, ...QUICK, retries: 0, now: () => 1e12 + days * 86_400_000 });
    const count = () => server!.asked.filter((line) => line.includes('good')).length;
    expect((await at(0)).get('doi:10.5555/good')?.state).toBe('found');
    expect(count()).toBe(1);
    await at(6);
    expect(count()).toBe(1);
    await at(8);
    expect(count()).toBe(2);
    // What nobody answered is asked again.
    expect(server!.asked.filter((line) => line.includes('busy'))).toHaveLength(3);
  });

  it.each(['', '{', '[]', '{"doi:10.5555/good": 1}', '{"doi:10.5555/good": {"at": 1e15, "outcome": {"state": "toString"}}}'])(
    'does without a cache such as %j',
    async (text) => {
      const services = await library();
      await lookUpAll([{ scheme: 'doi', value: '10.5555/good' }], { folder, services, ...QUICK });
      writeFileSync(join(folder, ONLINE_CACHE), text);
      const outcomes = await lookUpAll([{ scheme: 'doi', value: '10.5555/good' }], { folder, services, ...QUICK });
      expect(outcomes.get('doi:10.5555/good')?.state).toBe('found');
    },
  );
});

describe('promolint claims --online', () => {
  let place: Workplace;
  beforeEach(() => {
    place = new Workplace();
  });
  afterEach(() => place.dispose());
  const env = ({ crossref, handles, pubmed }: Services) => ({
    PROMOLINT_CROSSREF: crossref,
    PROMOLINT_HANDLES: handles,
    PROMOLINT_PUBMED: pubmed,
    PROMOLINT_INNER_LINKS: '1',
  });

  it('tells of sources that are retracted or gone, and sends identifiers only', async () => {
    const services = await library();
    place.write(
      'a.md',
      'Our laser cures lupus.[^1] Our gel heals eczema ([study](https://doi.org/10.5555/none)).\n\n[^1]: Denise Alvarado, MRN 20718834. J Sham. 2023;1:2. doi:10.5555/bad\n',
    );
    const offline = await place.run(['claims', 'a.md', '--format', 'json'], { env: env(services) });
    expect(server!.asked).toEqual([]);
    expect(offline.out).not.toContain('"online"');
    const { out, code } = await place.run(['claims', 'a.md', '--online', '--format', 'csv'], { env: env(services) });
    expect(code).toBe(0);
    expect(out).toContain('(gone)');
    const work = (doi: string): string => `GET /works/${encodeURIComponent(doi)}`;
    expect(out).toContain('(retracted)');
    expect([...server!.asked].sort()).toEqual(['GET /handles/10.5555/none', work('10.5555/bad'), work('10.5555/none')].sort());
    expect(server!.asked.join()).not.toMatch(/Denise|20718834|laser/);
    expect(readFileSync(join(place.folder, ONLINE_CACHE), 'utf8')).not.toMatch(/Denise|20718834|laser/);
  });

  it('checks the sources of a register', async () => {
    const services = await library();
    const claim = (id: string, words: string, reference: string) =>
      `  - {id: ${id}, wording: ${words}, approved: 2025-01-01, review_by: 2028-01-01, references: [{${reference}}]}\n`;
    place.write(
      'claims.yaml',
      `claims:\n${claim('a', 'Our gel cools knees', 'doi: 10.5555/good, title: Topical cooling of sore knees')}${claim('b', 'Our gel cools elbows', 'doi: 10.5555/good, title: Sleep and tea')}${claim('c', 'Our gel cools wrists', 'doi: 10.5555/bad')}${claim('d', 'Our gel cools ankles', 'pmid: 30000043')}${claim('e', 'Our gel cools backs', 'doi: 10.5555/busy')}`,
    );
    const { out, code } = await place.run(['claims', 'check', 'claims.yaml', '--online', '--as-of', '2026-11-21'], {
      env: env(services),
    });
    expect(out.split('\n').filter((line) => line.startsWith('claims.yaml'))).toEqual([
      expect.stringMatching(
        /^claims\.yaml:3:\d+ {2}warning {2}"b" rests on DOI 10\.5555\/good, whose title is "Topical cooling of sore knees"\.$/,
      ),
      expect.stringMatching(/^claims\.yaml:4:\d+ {2}error {2}"c" rests on DOI 10\.5555\/bad, which was retracted\.$/),
      expect.stringMatching(/^claims\.yaml:5:\d+ {2}error {2}"d" rests on PMID 30000043, which leads nowhere\.$/),
      expect.stringMatching(
        /^claims\.yaml:6:\d+ {2}warning {2}"e" rests on DOI 10\.5555\/busy, which could not be looked up: answer 503\.$/,
      ),
    ]);
    expect(code).toBe(1);
  }, 120_000);
});
