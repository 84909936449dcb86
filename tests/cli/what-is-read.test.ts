import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/report/formats.ts';
import { FLAGGED, Workplace } from './io.ts';

let place: Workplace;
beforeEach(() => (place = new Workplace()));
afterEach(() => place.dispose());

const BINARY = new Uint8Array([0, 1, 2, 3, 0, 0xff]);

describe('a folder of which nothing can be read', () => {
  it('is an error: nobody means a check of nothing', async () => {
    place.write('a.html', BINARY);
    place.write('b.html', BINARY);
    const { code, out, err } = await place.run(['.']);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe('a.html  No file could be read: not a text file, whatever its name says.  (no-input)\n  1 more could not be read either.\n');
  });

  it('is none as long as one file of it can be', async () => {
    place.write('a.html', BINARY);
    place.write('b.md', 'We are open.\n');
    const { code, out } = await place.run(['.']);
    expect(code).toBe(0);
    expect(out).toContain('not read: a.html (not a text file, whatever its name says)');
  });
});

describe.skipIf(process.platform === 'win32')('a file name with what nobody would see', () => {
  it.each(Object.keys(FORMATS))('is shown with it in %s, on one line', async (format) => {
    place.write('a\nb\u001b[31m\u202ec.md', FLAGGED);
    const { code, out } = await place.run(['.', '-f', format]);
    expect(code).toBe(1);
    expect(out).toMatch(/a(?:\\{1,2}|&#92;)nb(?:\\{1,2}|&#92;)u(?:\{|&#123;)1b(?:\}|&#125;)(?:\[|&#91;)31m|a%0Ab%1B%5B31m/);
     
    expect(out).not.toMatch(/a\nb|\u001b|\u202e/);
  });
});
