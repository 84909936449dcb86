import { parse as parseCsv } from 'csv-parse/sync';
import fc from '../arbitrary.ts';
import { parse } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/check/finding.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { finding, report, render, suppressed } from './sample.ts';

/** Texts that some format could take for more than text, in any order and number. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::error file=a::x',
        '::stop-commands::t',
        '##[add-mask]x',
        '##vso[task.complete]',
        '\n',
        '\r\n',
        '\u2028',
        '\u0085',
        ']]>',
        '<!--',
        '-->',
        '</script>',
        '<script>alert(1)</script>',
        '</style>',
        '</title>',
        '</textarea>',
        '<img src=x onerror=alert(1)>',
        '"',
        "'",
        '`',
        '&amp;',
        '&#60;',
        '=1+1',
        '@SUM(A1)',
        '\t=1',
        '\u202e',
        '\u2066',
        '\u200b',
        '\u001b[31m',
        '\u001b]8;;https://example.com\u0007',
        '\u0000',
        '\ud800',
        '\udc00',
        '\ufffe',
        '\uffff',
        '%0A',
        '%',
        '{0}',
        '](1)',
        '[x](javascript:alert(1))',
        '|',
        '\\',
        ' ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const hostileReport = fc.tuple(hostileText, hostileText, hostileText).map(([a, b, c]): Report => {
  const evil = {
    ...finding,
    message: a,
    why: b,
    fix: c,
    excerpt: a,
    quote: { before: b, words: a, after: c },
    legalBasis: [{ ...finding.legalBasis[0]!, cite: a, says: b, url: c }],
  };
  return {
    ...report({
      path: `${b}.md`,
      findings: [evil, { ...evil, message: c }],
      notices: [{ code: 'x', message: a, line: 1, column: 1 }],
    }),
    suppressed: [{ ...suppressed, ...evil, path: b, suppression: { kind: 'comment', reason: c, owner: a } }],
    skipped: [{ path: c, reason: b }],
  };
});

const forAll = (check: (value: Report) => Promise<void>) =>
  fc.assert(fc.asyncProperty(hostileReport, check), { numRuns: 60, seed: 7 });

/** What the runner of GitHub Actions or Azure Pipelines would obey. */
const commandsIn = (text: string): string[] => [
  ...text.split(/\r\n?|\n/).filter((line) => line.trimStart().startsWith('::')),
  ...(text.match(/##(?:vso)?\[/g) ?? []),
];

describe.each(Object.keys(FORMATS))('%s', (name) => {
  it('holds no command to a CI runner but its own, whatever the copy says', () =>
    forAll(async (value) => {
      const commands = commandsIn(await render(name, value));
      if (name !== 'github') expect(commands).toEqual([]);
      else
        for (const command of commands)
          expect(command).toMatch(/^::error file=[^:,]*,line=3,endLine=3,col=14,endColumn=19,title=efficacy\/cure-claim::/);
    }));
});

describe('copy stays copy', () => {
  it.each(['gitlab', 'sarif', 'rdjson', 'eslint-json', 'json'])('%s is JSON', (name) =>
    forAll(async (value) => {
      JSON.parse(await render(name, value));
    }),
  );

  it('rdjsonl is JSON on every line', () =>
    forAll(async (value) => {
      for (const line of (await render('rdjsonl', value)).trimEnd().split('\n')) JSON.parse(line);
    }));

  it.each(['junit', 'checkstyle'])('%s is well-formed', (name) =>
    forAll(async (value) => {
      const parser = new SaxesParser();
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(await render(name, value)).close();
    }),
  );

  it('CSV has as many cells in each row, and no formula', () =>
    forAll(async (value) => {
      const rows = parseCsv(await render('csv', value), { bom: true, record_delimiter: '\r\n' }) as string[][];
      expect(rows).toHaveLength(3);
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }));

  it('compact has a line for each finding', () =>
    forAll(async (value) => {
      expect((await render('compact', value)).match(/\n/g)).toHaveLength(2);
    }));

  it('HTML has no parse error, no element, attribute or address but its own', () =>
    forAll(async (value) => {
      const text = await render('html', value);
      const errors: string[] = [];
      const elements: string[] = [];
      const attributes: string[] = [];
      const visit = (node: { tagName?: string; attrs?: { name: string; value: string }[]; childNodes?: object[] }): void => {
        if (node.tagName !== undefined) elements.push(node.tagName);
        for (const { name, value: text } of node.attrs ?? []) attributes.push(name === 'href' ? `href ${text}` : name);
        for (const child of node.childNodes ?? []) visit(child);
      };
      visit(parse(text, { onParseError: ({ code }) => errors.push(code) }));
      expect(errors).toEqual([]);
      expect(elements.filter((element) => element === 'script' || element === 'style')).toEqual(['style', 'script']);
      expect(
        elements.filter((element) => ['img', 'iframe', 'object', 'link', 'base', 'textarea', 'embed'].includes(element)),
      ).toEqual([]);
      expect(attributes.filter((attribute) => /^(?:on|style|src|action)/.test(attribute))).toEqual([]);
      for (const attribute of attributes) if (attribute.startsWith('href')) expect(attribute).toMatch(/^href (?:#|https?:\/\/)/i);
    }));
});
