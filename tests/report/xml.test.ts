import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { finding, full, privateFinding, report, render } from './sample.ts';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads a document strictly. @throws Error where it is not well-formed */
function parseXml(text: string): Element {
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (part) => void (open.at(-1)!.text += part));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  return open[0]!.children[0]!;
}

const evil = {
  ...finding,
  message: 'a ]]> <b> & "c" \'d\' \u0000\u0008\u001b[31m\ufffe \ud800 \u202e tab\there',
};

describe('JUnit', () => {
  it('has a suite for each file, a failure for each finding, and a passed test for a clean file', async () => {
    const root = parseXml(await render('junit', full));
    expect(root).toMatchObject({ name: 'testsuites', attributes: { name: 'promolint', tests: '5', failures: '4', errors: '0' } });
    expect(
      root.children.map(({ attributes, children }) => [
        attributes['name'],
        attributes['tests'],
        attributes['failures'],
        children.length,
      ]),
    ).toEqual([
      ['content/a file#1.html', '1', '0', 1],
      ['content/knee.md', '3', '3', 3],
      ['content/other.md', '1', '1', 1],
    ]);
    const [testcase] = root.children[1]!.children;
    expect(testcase).toMatchObject({
      name: 'testcase',
      attributes: { name: 'efficacy/cure-claim at 3:14', classname: 'content/knee.md', file: 'content/knee.md', line: '3' },
    });
    const [failure] = testcase!.children;
    expect(failure!.attributes).toEqual({ type: 'error', message: '"cures" promises a cure.' });
    expect(failure!.text).toBe(
      'content/knee.md:3:14\nReaders who are ill take it as a certainty.\nFix: Say what was measured.\n' +
        'Law: 15 U.S.C. 52: A false ad is unlawful.\nLaw: 15 U.S.C. 45: Deception is unlawful.',
    );
    expect(root.children[0]!.children[0]!.children).toEqual([]);
  });
});

describe('Checkstyle', () => {
  it('lists every file and every finding', async () => {
    const root = parseXml(await render('checkstyle', full));
    expect(root).toMatchObject({ name: 'checkstyle', attributes: { version: '4.3' } });
    expect(root.children.map(({ name, attributes, children }) => [name, attributes['name'], children.length])).toEqual([
      ['file', 'content/a file#1.html', 0],
      ['file', 'content/knee.md', 3],
      ['file', 'content/other.md', 1],
    ]);
    expect(root.children[1]!.children[0]).toMatchObject({
      name: 'error',
      attributes: {
        line: '3',
        column: '14',
        severity: 'error',
        message: '"cures" promises a cure. Readers who are ill take it as a certainty. Say what was measured.',
        source: 'promolint.efficacy/cure-claim',
      },
    });
    expect(root.children[1]!.children.map(({ attributes }) => attributes['severity'])).toEqual(['error', 'warning', 'info']);
  });
});

describe.each(['junit', 'checkstyle'])('%s', (name) => {
  it('stays well-formed whatever the copy holds, and loses nothing that XML can hold', async () => {
    const root = parseXml(await render(name, report({ path: 'a"<&>\u0007\ud83d.md', findings: [evil] })));
    const [file] = root.children;
    expect(file!.attributes['name']).toBe('a"<&>\\u{7}\ufffd.md');
    const [first] = file!.children;
    expect((first!.children[0] ?? first)!.attributes['message']).toMatch(/^a \]\]> <b> & "c" 'd' \ufffd \ufffd {2}tab here/);
  });

  it('is a document for an empty report too, and for one without words', async () => {
    expect(parseXml(await render(name, report())).children).toEqual([]);
    expect(parseXml(await render(name, report({ findings: [privateFinding] }))).children).toHaveLength(1);
  });
});
