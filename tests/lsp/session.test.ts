import { existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TextEdit } from 'vscode-languageserver-protocol/node';
import { FLAGGED, Workplace } from '../cli/io.ts';
import { Editor } from './editor.ts';

let place: Workplace;
let editor: Editor | undefined;
beforeEach(() => {
  place = new Workplace();
  place.write('promolint.config.yaml', `rules: ${OFF}\n`);
});
afterEach(async () => {
  if (editor) {
    expect(await editor.leave()).toBe(0);
    expect(editor.noise).toBe('');
  }
  editor = undefined;
  place.dispose();
});

/** These find something in any page that promises anything. */
const OFF = '{fair-balance/procedure-no-risks-or-alternatives: off, efficacy/unsubstantiated-claim: off}';

const COPY = '---\ntitle: Café 🦵\n---\n\n# Our clinic\n\nTea &amp; rest: our clinic’s 🦵 laser **cures** acne. We are open.\n';

const SUPPLEMENT = '# Calm capsules\n\nOur capsules support immune health. Buy now for $20.\n';

const edits = (action: { edit?: { changes?: Record<string, TextEdit[]> } }) => Object.values(action.edit!.changes!)[0]!;

describe('a session', () => {
  it('opens, underlines the words, follows edits, and is quiet in the end', async () => {
    editor = await Editor.start(place.folder);
    const opened = await editor.open('content/a.md', COPY);
    const [cure] = opened;
    expect(opened.map(({ code }) => code)).toEqual(['efficacy/cure-claim']);
    expect(editor.slice('content/a.md', cure!.range)).toMatch(/cures\*\* acne$/);
    expect(cure).toMatchObject({ severity: 1, source: 'promolint' });
    expect(cure!.message).toContain('claims a cure');
    expect(cure!.codeDescription?.href).toMatch(/^file:.*docs\/rules\/efficacy\/cure-claim\.md$/);

    // Lines above move it, and typing on asks for one check only.
    const before = editor.count('content/a.md');
    for (const word of ['Come ', 'and ', 'see ', 'us.\n\n']) {
      const { start } = editor.rangeOf('content/a.md', 'Tea');
      await editor.type('content/a.md', { start, end: start }, word);
    }
    const [moved] = await editor.diagnostics('content/a.md');
    expect(editor.count('content/a.md')).toBe(before + 1);
    expect(moved!.range.start.line).toBe(cure!.range.start.line + 2);
    expect(editor.slice('content/a.md', moved!.range)).toMatch(/cures\*\* acne$/);

    expect(await editor.replace('content/a.md', '**cures** acne', 'may help with **acne**')).toEqual([]);
    expect(await editor.replace('content/a.md', 'may help with **acne**', 'cures acne')).toHaveLength(1);
    expect(await editor.close('content/a.md')).toEqual([]);
  });

  it('tells the law where the mouse is, safe against markup in the copy', async () => {
    editor = await Editor.start(place.folder, {}, { textDocument: { hover: { contentFormat: ['markdown'] } } });
    await editor.open('a.md', 'Our [laser](https://example.com/x) `cures` acne.\n\nCome and see us.\n');
    const hover = await editor.hover('a.md', 'cures');
    const { kind, value } = hover!.contents as { kind: string; value: string };
    expect(kind).toBe('markdown');
    expect(value).toMatch(/\*\*Law:\*\* /);
    expect(value).toContain('**Instead:**');
    expect(value).toContain('`efficacy/cure-claim`, error');
    expect(value).not.toContain('(https://example.com');
    expect(await editor.hover('a.md', 'Come')).toBe(null);
  });

  it('holds no value of a patient in anything that it says', async () => {
    editor = await Editor.start(place.folder, {}, { textDocument: { hover: { contentFormat: ['plaintext'] } } });
    const diagnostics = await editor.open(
      'a.md',
      'Our patient Thessaly Brandvold, MRN 20718834, was cured of lupus by our laser.\n',
    );
    expect(diagnostics.map(({ code }) => String(code)).join()).toContain('phi/');
    const said = JSON.stringify([diagnostics, await editor.hover('a.md', 'Thessaly'), await editor.actions('a.md', 'Thessaly')]);
    expect(said).not.toMatch(/Thessaly|Brandvold|20718834/);
  });
});

describe('code actions', () => {

  it.each([
    [
      'a paragraph of its own',
      'a.md',
      'Welcome.\n\nOur laser cures acne.\n',
      '<!-- promolint-disable-next-line efficacy/cure-claim -- <reason> -->\nOur laser',
    ],
    [
      'an indented line',
      'a.md',
      '- Welcome.\n\n  Our laser cures acne.\n',
      '  <!-- promolint-disable-next-line efficacy/cure-claim -- <reason> -->\n  Our laser',
    ],
    [
      'HTML',
      'a.html',
      '<p>Welcome.</p>\r\n<p>Our laser cures acne.</p>\r\n',
      '<!-- promolint-disable-next-line efficacy/cure-claim -- <reason> -->\r\n<p>Our',
    ],
    [
      'MDX',
      'a.mdx',
      'Welcome.\n\nOur laser cures acne.\n',
      '{/* promolint-disable-next-line efficacy/cure-claim -- <reason> */}\nOur laser',
    ],
  ])('silence a finding in %s, once a reason is given', async (_, name, text, expected) => {
    editor = await Editor.start(place.folder);
    const [flagged] = await editor.open(name, text);
    expect(flagged!.code).toBe('efficacy/cure-claim');
    const [line, file] = await editor.actions(name, 'cures');
    expect([line!.title, file!.title]).toEqual([
      'Silence efficacy/cure-claim for this line, with a reason',
      'Silence efficacy/cure-claim for this file, with a reason',
    ]);
    expect(line!.diagnostics).toEqual([flagged]);
    const unfilled = await editor.apply(name, edits(line!));
    expect(editor.text(name)).toContain(expected);
    // No reason is given yet: the finding stays, and the comment is one more.
    expect(unfilled.map(({ code }) => code)).toContain('efficacy/cure-claim');
    expect(unfilled.length).toBeGreaterThan(1);
    expect(await editor.replace(name, '<reason>', 'Quotes the study of 2024')).toEqual([]);
  });

  it('silence it for the file', async () => {
    editor = await Editor.start(place.folder);
    await editor.open('a.md', 'Our laser cures acne.\n\n| a | b |\n| - | - |\n| Our laser cures acne | yes |');
    const actions = await editor.actions('a.md', 'cures acne |');
    const file = actions.find(({ title }) => title.includes('this file'))!;
    await editor.apply('a.md', edits(file));
    expect(editor.text('a.md')).toMatch(/yes \|\n\n<!-- promolint-disable-file efficacy\/cure-claim -- <reason> -->\n$/);
    expect(await editor.replace('a.md', '<reason>', 'Quotes the study of 2024')).toEqual([]);
  });

  it('ask for what the project asks for, with the cursor on it where the editor can', async () => {
    place.write(
      'promolint.config.yaml',
      'suppressions: {require: [owner, until], require_approver_for: error, approvers: [Imani Okafor]}\n',
    );
    editor = await Editor.start(
      place.folder,
      {},
      { workspace: { workspaceEdit: { documentChanges: true, snippetEditSupport: true } } },
    );
    await editor.open('a.md', 'Our laser cures acne.\n');
    const [line] = await editor.actions('a.md', 'cures', ['quickfix']);
    expect(line!.edit!.documentChanges).toMatchObject([
      {
        textDocument: { version: 1 },
        edits: [
          {
            snippet: {
              value:
                '<!-- promolint-disable-next-line efficacy/cure-claim -- ${1:reason}; owner: ${2:owner}; until: ${3:YYYY-MM-DD}; approver: ${4:approver} -->\n',
            },
          },
        ],
      },
    ]);
    expect(await editor.actions('a.md', 'cures', ['refactor'])).toEqual([]);
  });
});

describe('fixes', () => {
  const supplement = { profile: 'us-supplement' };
  const words = 'not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.';

  it('mend a finding that was just typed, and then there is nothing left to say', async () => {
    editor = await Editor.start(place.folder, supplement);
    expect(await editor.open('a.md', '# Jars\r\n\r\nOur capsules come in a jar. Order one for $20.\r\n')).toEqual([]);
    const found = await editor.replace('a.md', 'come in a jar', 'support healthy digestion');
    expect(found.map(({ code }) => code)).toEqual(['required-disclosure/dshea-disclaimer']);
    expect(editor.slice('a.md', found[0]!.range)).toBe('support healthy digestion');

    const [fix, ...others] = await editor.actions('a.md', 'digestion');
    expect(fix).toMatchObject({
      title: 'Add the FDA disclaimer in its exact words',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics: found,
    });
    expect(others.every(({ title }) => title.startsWith('Silence'))).toBe(true);
    expect(await editor.apply('a.md', edits(fix!))).toEqual([]);
    expect(editor.text('a.md')).toMatch(new RegExp(`for \\$20\\.\\r\\n\\r\\n\\*\\*\\\\\\*This statement has ${words.replaceAll('.', '\\.')}\\*\\*\\r\\n$`));
    expect(await editor.actions('a.md', 'digestion')).toEqual([]);
  });

  it('mend all of a text at once, when it is asked for', async () => {
    editor = await Editor.start(place.folder, supplement);
    await editor.open('a.html', '<p>Our capsules support focus for $20.</p>\n<p>Ask us.</p>\n<p>They support healthy digestion.</p>\n', 'html');
    expect(await editor.actions('a.html', 'focus', ['source.organizeImports'])).toEqual([]);
    const [all, ...others] = await editor.actions('a.html', 'focus', ['source.fixAll']);
    expect([all!.kind, others]).toEqual(['source.fixAll.promolint', []]);
    expect(await editor.apply('a.html', edits(all!))).toEqual([]);
    expect(editor.text('a.html')).toBe(
      `<p>Our capsules support focus for $20.</p>\n<p><strong>*These statements have ${words}</strong></p>\n<p>Ask us.</p>\n<p>They support healthy digestion.*</p>\n`,
    );
    expect(await editor.actions('a.html', 'focus', ['source.fixAll.promolint'])).toEqual([]);
  });

  it('offer a rewrite in the words of the writer, where a person has to judge', async () => {
    editor = await Editor.start(place.folder);
    await editor.open('a.md', 'We welcome Diabetics who use our patio.\n');
    const [rewrite] = await editor.actions('a.md', 'Diabetics');
    expect(rewrite).toMatchObject({ title: 'Put the person first' });
    expect(rewrite!.isPreferred).toBeUndefined();
    await editor.apply('a.md', edits(rewrite!));
    expect(editor.text('a.md')).toBe('We welcome People with diabetes who use our patio.\n');
  });
});

describe('what is checked', () => {
  it('leaves out what stands in the baseline of the project', async () => {
    place.write('a.md', FLAGGED);
    await place.run(['baseline', 'create', 'a.md']);
    place.write('promolint.config.yaml', `rules: ${OFF}\nbaseline: promolint-baseline.json\n`);
    editor = await Editor.start(place.folder);
    expect(await editor.open('a.md', FLAGGED)).toEqual([]);
    const more = await editor.replace('a.md', 'Our clinic', 'Our tea cures gout');
    expect(more.map(({ code, range }) => [code, editor!.slice('a.md', range)])).toEqual([['efficacy/cure-claim', expect.stringContaining('gout')]]);
  });

  it('follows the configuration, which may change under way', async () => {
    // Of a family's findings on the same words the weightiest stays, so the other one is switched off.
    const config = place.write('promolint.config.yaml', 'ignore: [drafts/]\nrules: {efficacy/cure-claim: warning, efficacy/unsubstantiated-claim: off}\n');
    place.write('drafts/a.md', FLAGGED);
    place.write('node_modules/x/a.md', FLAGGED);
    editor = await Editor.start(place.folder, {}, { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } });
    expect(await editor.open('drafts/a.md', FLAGGED)).toEqual([]);
    expect(await editor.open('node_modules/x/a.md', FLAGGED)).toEqual([]);
    expect(await editor.open('style.css', 'cures acne', 'css')).toEqual([]);
    const severities = (list: { code?: unknown; severity?: number }[]) =>
      list.flatMap(({ code, severity }) => (code === 'efficacy/cure-claim' ? [severity] : []));
    expect(severities(await editor.open('a.md', FLAGGED))).toEqual([2]);
    expect(editor.registered).toEqual(['workspace/didChangeWatchedFiles']);

    place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: info, efficacy/unsubstantiated-claim: off}\n');
    const next = editor.next('a.md');
    await editor.changedOnDisk('promolint.config.yaml');
    expect(severities(await next)).toEqual([3]);

    // An editor that tells nothing: the next check sees it by itself.
    place.write('promolint.config.yaml', 'rules: {efficacy/cure-claim: error}\n');
    utimesSync(config, 1, 1);
    expect(severities(await editor.replace('a.md', 'Our clinic', 'Clinic'))).toEqual([1]);
  });

  it('is not what has a wrong configuration, which is told once and can be mended', async () => {
    place.write('promolint.config.yaml', 'porduct: device\n');
    editor = await Editor.start(place.folder);
    expect(await editor.open('a.md', FLAGGED)).toEqual([]);
    await editor.replace('a.md', 'Our clinic', 'Clinic');
    expect(editor.messages).toEqual(['promolint: promolint.config.yaml:1:1  Unknown key "porduct".  Did you mean "product"?']);
    place.write('promolint.config.yaml', 'product: device\n');
    await editor.save('promolint.config.yaml');
    const next = editor.next('a.md');
    await editor.changedOnDisk('promolint.config.yaml');
    expect((await next).length).toBeGreaterThan(0);
  });

  it('may be a text without a name, of a language that is read', async () => {
    editor = await Editor.start(place.folder);
    expect((await editor.open('untitled:Untitled-1', FLAGGED, 'markdown')).length).toBeGreaterThan(0);
    expect(await editor.open('untitled:Untitled-2', FLAGGED, 'python')).toEqual([]);
    expect((await editor.open('new.html', '<p>Our laser cures acne.</p>', 'html')).length).toBeGreaterThan(0);
  });

  it('follows the settings of the editor, and names what is wrong in them', async () => {
    editor = await Editor.start(place.folder, { profile: ['us-supplement', 'us-x'], produkt: 'x' });
    const codes = (await editor.open('a.md', SUPPLEMENT)).map(({ code }) => code);
    expect(codes).toContain('required-disclosure/dshea-disclaimer');
    await editor.until(() => (editor!.messages.length > 1 ? true : undefined));
    expect(editor.messages).toEqual([
      'promolint: Unknown setting "produkt". Did you mean "product"?',
      expect.stringMatching(/^promolint: Unknown value for "profile"/),
    ]);
  });

  it('runs no configuration that is code where that is refused', async () => {
    place.write(
      'shop/promolint.config.mjs',
      'import { writeFileSync } from "node:fs"; writeFileSync("owned", ""); export default {};',
    );
    editor = await Editor.start(place.folder, {}, {}, ['--no-code']);
    expect(await editor.open('shop/a.md', FLAGGED)).toEqual([]);
    expect(editor.messages.join()).toContain('This configuration is code');
    expect(existsSync(join(place.folder, 'owned'))).toBe(false);
  });
});
