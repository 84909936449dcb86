import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linesOf } from '../../src/stream/lines.ts';
import { CLEAN, FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => {
  place = new Workplace();
});
afterEach(() => place.dispose());

const ARGV = ['--input-format', 'ndjson', '--as-of', '2026-11-21'];

interface Said {
  readonly line: number;
  readonly path?: string;
  readonly format?: string;
  readonly findings?: readonly { readonly ruleId: string; readonly severity: string }[];
  readonly error?: { readonly code: string; readonly message: string };
}

async function stream(lines: readonly (string | object)[], ...more: string[]) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const ran = await place.run([...ARGV, ...more], { input });
  const said = ran.out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Said);
  return { ...ran, said };
}

describe('--input-format ndjson', () => {
  it('finds in a document what it finds in a file of that name', async () => {
    place.write('a.md', FLAGGED);
    const file = await place.run(['a.md', '-f', 'ndjson', '--as-of', '2026-11-21']);
    const { code, out, err } = await stream([{ path: 'a.md', text: FLAGGED }]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toBe(file.out.replace('{"schemaVersion":1,', '{"schemaVersion":1,"line":1,'));
  });

  it('takes format, profile, product and audience of each document, and what the page says above them', async () => {
    const text = 'FDA-approved for knee pain.';
    const { said, code } = await stream([
      { path: 'x', text: '<p>Our laser cures acne.</p>', format: 'html', crawled: '2026-01-01' },
      { path: 'a.html', text },
      { path: 'a.txt', text, profile: 'us-device, us-fl', product: 'device', audience: 'hcp' },
      { path: 'a.md', text: `---\npromolint: {profile: us-rx}\n---\n${text}`, profile: ['us-device'] },
      { text: '\ufeffOur laser cures acne.' },
    ]);
    expect(code).toBe(1);
    expect(said.map(({ line, path, format }) => [line, path, format])).toEqual([
      [1, 'x', 'html'],
      [2, 'a.html', 'html'],
      [3, 'a.txt', 'text'],
      [4, 'a.md', 'markdown'],
      [5, '<stdin>:5', 'markdown'],
    ]);
    const rx = await stream([{ path: 'a.md', text: `---\npromolint: {profile: us-rx}\n---\n${text}` }]);
    expect(said[3]!.findings).toEqual(rx.said[0]!.findings);
  });

  it('answers each bad line in its place, without a word of it, and goes on', async () => {
    const { said, code, err, out } = await stream([
      { path: 'a.md', text: FLAGGED },
      '{"text": "Jane Doe, MRN 00123456',
      '',
      '[1]',
      { path: 'b.md' },
      { path: 7, text: 'Jane Doe' },
      { path: 'b.md', text: 'Jane Doe', profile: 'Jane Doe' },
      { path: 'b.md', text: 'Jane Doe', profile: [null] },
      { path: 'b.md', text: 'Jane Doe', format: 'docx' },
      { path: 'b.md', text: CLEAN },
    ]);
    expect(code).toBe(2);
    expect(said.map(({ line, error }) => [line, error?.code])).toEqual([
      [1, undefined],
      ...[2, 4, 5, 6, 7, 8, 9].map((line) => [line, 'document-invalid']),
      [10, undefined],
    ]);
    expect(err).toMatch(/^<stdin>:2 {2}The line is not valid JSON\. {2}\(document-invalid\)\n/);
    for (const text of [out, err]) expect(text).not.toMatch(/Jane|00123456/);
  });

  it('ends with 0 on clean copy, 1 on findings from the failing level on, and 0 on no input', async () => {
    expect((await stream([{ text: CLEAN }])).code).toBe(0);
    expect((await stream([{ text: FLAGGED }], '--rule', 'efficacy/cure-claim=info', '--only', 'efficacy/cure-claim')).code).toBe(
      0,
    );
    expect((await stream([{ text: FLAGGED }], '--rule', 'efficacy/cure-claim=info', '--fail-on', 'info')).code).toBe(1);
    expect(await stream([])).toMatchObject({ code: 0, out: '', err: '' });
  });

  it('obeys the configuration of the working folder, whatever folder a path names', async () => {
    place.write(
      'promolint.config.yaml',
      'rules: {efficacy/cure-claim: off}\noverrides: [{files: [shop/], rules: {efficacy/cure-claim: warning}}]\n',
    );
    place.write('strange/promolint.config.yaml', 'rules: {\n');
    const { said } = await stream(
      ['a.md', 'shop/a.md', 'strange/a.md', '/etc/a.md', 'https://example.com/a.md'].map((path) => ({ path, text: FLAGGED })),
      '--only',
      'efficacy/cure-claim',
    );
    expect(said.map(({ findings }) => findings!.map(({ severity }) => severity))).toEqual([[], ['warning'], [], [], []]);
  });

  it('answers in the order of the input with several threads, too', async () => {
    const documents = Array.from({ length: 60 }, (_, index) => ({
      path: `${index}.md`,
      text: index % 3 === 0 ? FLAGGED : CLEAN,
    }));
    const one = await stream(documents);
    expect(await stream(documents, '--concurrency', '3')).toEqual(one);
    expect(one.said.map(({ line }) => line)).toEqual(documents.map((_, index) => index + 1));
  });

  it('reads on only as fast as its findings are taken', async () => {
    let given = 0;
    let taken = 0;
    let most = 0;
    const input = Readable.from(
      (function* () {
        for (; given < 300; given++) yield Buffer.from(`${JSON.stringify({ text: CLEAN })}\n`);
      })(),
      { objectMode: false, highWaterMark: 1 },
    );
    const out = async (): Promise<void> => {
      taken++;
      await new Promise((passed) => setTimeout(passed, 1));
      most = Math.max(most, given - taken);
    };
    const { code } = await place.run(ARGV, { out, streams: { input, output: process.stderr } });
    expect({ code, taken }).toEqual({ code: 0, taken: 300 });
    expect(most).toBeLessThan(10);
  });

  it('stops when nobody reads any more', async () => {
    let given = 0;
    const input = Readable.from(
      (function* () {
        for (;;) {
          given++;
          yield Buffer.from(`${JSON.stringify({ text: CLEAN })}\n`);
        }
      })(),
    );
    const { code } = await place.run(ARGV, { isReaderGone: () => given > 5, streams: { input, output: process.stderr } });
    expect(code).toBe(0);
    expect(input.destroyed).toBe(true);
  });

  it.each([
    ['content/'],
    ['--staged'],
    ['--since', 'main'],
    ['--shard', '1/2'],
    ['--cache'],
    ['--watch'],
    ['--fix'],
    ['--fix-dry-run'],
    ['--stdin-filename', 'a.md'],
    ['--baseline', 'b.json'],
    ['-f', 'text'],
    ['-o', 'out.ndjson'],
    ['--stats'],
  ])('goes with nothing that is about files: %s', async (...more) => {
    expect(await place.run([...ARGV, ...more])).toMatchObject({ code: 2, out: '' });
  });
});

describe('lines', () => {
  const collect = async (...chunks: (string | Uint8Array)[]) => {
    const all = [];
    for await (const line of linesOf(Readable.from(chunks))) all.push(line);
    return all;
  };

  it('are put together from chunks cut anywhere, and keep their numbers', async () => {
    const bytes = Buffer.from('{"é": 1}\r\n\n \nlast');
    const whole = [
      { number: 1, text: '{"é": 1}\r' },
      { number: 4, text: 'last' },
    ];
    expect(await collect(bytes)).toEqual(whole);
    expect(await collect(...Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(whole);
  });

  it('that are too long, or no UTF-8, are told by number', async () => {
    const long = new Uint8Array(33_000_000).fill(0x61);
    expect(await collect(long, '\nnext\n', Uint8Array.of(0xff, 0x0a))).toEqual([
      { number: 1, reason: 'The line is longer than 32 MB.' },
      { number: 2, text: 'next' },
      { number: 3, reason: 'The line is not UTF-8.' },
    ]);
  });
});
