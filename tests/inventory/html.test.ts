import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { INVENTORY_FORMATS } from '../../src/inventory/formats.ts';
import type { Row } from '../../src/inventory/rows.ts';

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const HOSTILE = '</td><script>window.hit=1</script><img src=x onerror="window.hit=1"><a href="javascript:window.hit=1">x</a>';

const row = (over: Partial<Row>): Row => ({
  path: 'content/knee.md',
  line: 3,
  column: 1,
  text: 'Our gel soothes sore knees.',
  kind: 'treat',
  strength: 'strong',
  evidence: [],
  state: 'approved',
  entry: 'gel',
  note: '',
  fingerprint: '0000000000000001',
  ...over,
});

const ROWS: readonly Row[] = [
  row({}),
  row({
    line: 9,
    text: 'Our laser cures lupus.',
    kind: 'cure',
    state: 'unregistered',
    entry: undefined,
    fingerprint: '0000000000000002',
  }),
  row({
    path: 'content/a <b>.md',
    text: HOSTILE,
    state: 'withdrawn',
    strength: 'weak',
    note: HOSTILE,
    evidence: [
      { kind: 'trial', target: 'https://doi.org/10.5555/1', year: 2024, adequate: true },
      { kind: 'own', target: 'javascript:alert(1)', adequate: false },
    ],
    fingerprint: '0000000000000003',
  }),
];

const html = (rows: readonly Row[] = ROWS): string =>
  INVENTORY_FORMATS['html']!({ asOf: '2026-11-21', registered: true, rows }, { color: false });

it('writes no markup of the copy, and a script that parses', () => {
  const page = html();
  expect(page).not.toContain('<script>window');
  expect(page).not.toContain('<img');
  expect(page).not.toMatch(/href="javascript/);
  const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)];
  expect(scripts).toHaveLength(1);
  expect(() => new Function(scripts[0]![1]!)).not.toThrow();
});

describe(
  `the inventory in a browser${CHROMIUM ? '' : ' (skipped: no Chromium; install it, or name it in CHROMIUM)'}`,
  { skip: !CHROMIUM },
  () => {
    let browser: Browser;
    const folder = mkdtempSync(join(tmpdir(), 'promolint-claims-'));
    const file = join(folder, 'claims.html');
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    async function open(rows?: readonly Row[]) {
      writeFileSync(file, html(rows));
      const page = await (await browser.newContext()).newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      return { page, complaints, requests };
    }

    const claims = (page: Page) => page.locator('tbody tr:visible td.claim').allInnerTexts();
    const status = (page: Page) => page.locator('#status').textContent();

    it('opens without an error or a request, and runs nothing of the copy', async () => {
      const { page, complaints, requests } = await open();
      expect(await claims(page)).toHaveLength(3);
      expect(await page.locator('td.claim').nth(2).innerText()).toBe(HOSTILE);
      expect(await page.evaluate('window.hit')).toBe(undefined);
      expect(await page.locator('td a').count()).toBe(1);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([pathToFileURL(file).href]);
    });

    it('sorts by a column, both ways, and says so', async () => {
      const { page } = await open();
      const head = page.getByRole('columnheader', { name: 'State' });
      await page.getByRole('button', { name: 'State' }).click();
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      const states = () => page.locator('tbody .state').allInnerTexts();
      expect(await states()).toEqual(['withdrawn', 'unregistered', 'approved']);
      await page.getByRole('button', { name: 'State' }).click();
      expect([await head.getAttribute('aria-sort'), await states()]).toEqual([
        'descending',
        ['approved', 'unregistered', 'withdrawn'],
      ]);
      await page.getByRole('button', { name: 'Place' }).click();
      expect(await head.getAttribute('aria-sort')).toBe('none');
      expect((await claims(page))[0]).toBe('Our gel soothes sore knees.');
    });

    it('filters by state, strength, page and text, and shows all again', async () => {
      const { page } = await open();
      await page.getByRole('combobox', { name: 'State' }).selectOption('unregistered');
      expect(await claims(page)).toEqual(['Our laser cures lupus.']);
      expect(await status(page)).toBe('1 of 3 claims are shown, 3 are open.');
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => claims(page)).toHaveLength(3);
      await page.getByRole('combobox', { name: 'Strength' }).selectOption('weak');
      expect(await claims(page)).toEqual([HOSTILE]);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByRole('combobox', { name: 'Page' }).selectOption({ label: 'content/knee.md' });
      expect(await claims(page)).toHaveLength(2);
      await page.getByRole('searchbox').fill('LUPUS');
      expect(await claims(page)).toEqual(['Our laser cures lupus.']);
    });

    it('keeps decisions over a reload, and saves them to a file', async () => {
      const { page } = await open();
      await page.getByRole('combobox', { name: 'Decision on content/knee.md:9' }).selectOption('reject');
      await page.getByRole('textbox', { name: 'Comment on content/knee.md:9' }).fill('no evidence');
      await page.getByRole('textbox', { name: 'Reviewer' }).fill('A. Whitcombe');
      await page.keyboard.press('Tab');
      expect(await status(page)).toBe('3 of 3 claims are shown, 2 are open.');
      await page.reload();
      expect(await page.getByRole('combobox', { name: 'Decision on content/knee.md:9' }).inputValue()).toBe('reject');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save the decisions' }).click();
      const saved = join(folder, 'decisions.json');
      await (await download).saveAs(saved);
      expect(JSON.parse(readFileSync(saved, 'utf8'))).toMatchObject({
        asOf: '2026-11-21',
        reviewer: 'A. Whitcombe',
        decisions: [{ claim: '0000000000000002', place: 'content/knee.md:9:1', decision: 'reject', comment: 'no evidence' }],
      });
    });

    it('can be used with the keyboard alone', async () => {
      const { page } = await open();
      const seen: string[] = [];
      for (let step = 0; step < 40; step++) {
        await page.keyboard.press('Tab');
        const name = await page.evaluate<string>(
          "(({ activeElement: a }) => `${a.tagName} ${a.getAttribute('aria-label') ?? a.textContent.trim().slice(0, 20)}`)(document)",
        );
        if (name.startsWith('BODY')) break;
        seen.push(name);
      }
      expect(seen[0]).toBe('A To the claims');
      for (const wanted of [
        'BUTTON State',
        'SELECT Decision on content/knee.md:3',
        'INPUT Comment on content/knee.md:9',
        'BUTTON Save the decisions',
      ])
        expect(seen).toContain(wanted);
      await page.getByRole('button', { name: 'State' }).focus();
      await page.keyboard.press('Enter');
      expect(await page.getByRole('columnheader', { name: 'State' }).getAttribute('aria-sort')).toBe('ascending');
    });

    it.each(['light', 'dark'] as const)('has no fault that an accessibility checker finds, %s', async (colorScheme) => {
      const { page } = await open();
      await page.emulateMedia({ colorScheme });
      // Not through a script element, which the page's policy refuses.
      await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
      const faults = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
        'axe.run().then(({ violations }) => violations)',
      );
      expect(faults.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
    });

    it('opens where there is nothing to show', async () => {
      const { page, complaints } = await open([]);
      expect(await status(page)).toBe('0 of 0 claims are shown, 0 are open.');
      expect(complaints).toEqual([]);
    });
  },
);
