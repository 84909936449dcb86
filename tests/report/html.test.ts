import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/check/finding.ts';
import { asRead } from '../../src/report/html/as-read.ts';
import { finding, full, place, privateFinding, report, render } from './sample.ts';

const CHROMIUM = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
  (path) => path !== undefined && existsSync(path),
);

const rules = new Map([['efficacy/cure-claim', { title: 'Claim to cure', severity: 'error' as const }]]);

describe(
  `the page for reviewers in a browser${CHROMIUM ? '' : ' (skipped: no Chromium; install it, or name it in CHROMIUM)'}`,
  { skip: !CHROMIUM },
  () => {
    let browser: Browser;
    const folder = mkdtempSync(join(tmpdir(), 'promolint-html-'));
    const file = join(folder, 'report.html');
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
    });
    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    interface Opened {
      readonly page: Page;
      /** What the page complained of. */
      readonly complaints: string[];
      /** Addresses that it asked for, and that its policy let through. */
      readonly requests: string[];
    }

    async function open(value: Report, options: BrowserContextOptions = {}): Promise<Opened> {
      writeFileSync(file, await render('html', value, { rules }));
      const page = await (await browser.newContext(options)).newPage();
      const complaints: string[] = [];
      const requests: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('requestfinished', (request) => requests.push(request.url()));
      await page.goto(pathToFileURL(file).href);
      return { page, complaints, requests };
    }

    const shown = (page: Page) => page.locator('.finding:visible').count();
    const status = (page: Page) => page.locator('#status').textContent();

    it('shows the copy with the words marked, and law and fix beside it', async () => {
      const { page, complaints, requests } = await open(full);
      expect(await page.title()).toBe('Copy review: 2 errors, 1 warning, 1 info');
      const first = page.locator('.finding').first();
      expect(await first.locator('blockquote').innerText()).toBe('治療 our laser cures acne');
      expect(await first.locator('mark').innerText()).toBe('cures');
      expect(await first.locator('.remedy').innerText()).toMatch(
        /^Fix\s+Say what was measured\.\s+15 U\.S\.C\. 52\s+A false ad is unlawful\. not verified against a source\s+15 U\.S\.C\. 45/,
      );
      const [copy, remedy] = [await first.locator('.copy').boundingBox(), await first.locator('.remedy').boundingBox()];
      expect(remedy!.x).toBeGreaterThan(copy!.x + copy!.width - 1);
      expect(await page.locator('.finding').nth(1).innerText()).toContain(
        'The words are not shown: they may identify a patient.',
      );
      expect(await page.locator('table tbody tr').allInnerTexts()).toEqual([
        expect.stringMatching(
          /content\/knee\.md:3:14\s+error\s+efficacy\/cure-claim\s+comment\s+Approved on 3 May\.\s+R\. Imada\s+2027-01-31/,
        ),
        expect.stringContaining('baseline'),
      ]);
      expect(complaints).toEqual([]);
      expect(requests).toEqual([pathToFileURL(file).href]);
    });

    it('filters by severity, file, family, rule and text, says how many are left, and shows all again', async () => {
      const { page } = await open(full);
      expect(await status(page)).toBe('All 4 findings are shown.');
      await page.getByRole('checkbox', { name: 'error' }).uncheck();
      expect([await shown(page), await status(page)]).toEqual([2, '2 of 4 findings are shown.']);
      expect(await page.locator('.file:visible').count()).toBe(1);
      await page.getByRole('button', { name: 'Show all' }).click();
      await expect.poll(() => shown(page)).toBe(4);
      await page.getByRole('combobox', { name: 'File' }).selectOption({ label: 'content/other.md (1)' });
      expect(await shown(page)).toBe(1);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByRole('combobox', { name: 'Family' }).selectOption('phi');
      expect(await page.locator('.finding:visible').getAttribute('data-rule')).toBe('phi/record-number');
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByRole('combobox', { name: 'Rule' }).selectOption({ label: 'efficacy/cure-claim: Claim to cure (2)' });
      expect(await shown(page)).toBe(2);
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByRole('searchbox').fill('48 WORDS');
      expect(await shown(page)).toBe(1);
      await page.getByRole('searchbox').fill('no such words');
      expect([await shown(page), await status(page)]).toEqual([0, '0 of 4 findings are shown.']);
    });

    it('is used with the keyboard alone', async () => {
      const { page } = await open(full);
      const focused = () => page.evaluate<string>('document.activeElement.textContent + (document.activeElement.name ?? "")');
      await page.keyboard.press('Tab');
      expect(await focused()).toContain('To the findings');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await focused()).toBe('severity');
      await page.keyboard.press('Space');
      expect(await shown(page)).toBe(2);
      for (let presses = 0; presses < 12 && !(await focused()).includes('efficacy/cure-claim'); presses++)
        await page.keyboard.press('Tab');
      expect(await focused()).toContain('rule');
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
      expect(outline).toBe('solid');
    });

    it.each(['light', 'dark'] as const)(
      'gives a screen reader what it needs, with enough contrast, in %s',
      async (colorScheme) => {
        const { page } = await open(full, { colorScheme });
        await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
        for (const media of colorScheme === 'light' ? (['screen', 'print'] as const) : (['screen'] as const)) {
          await page.emulateMedia({ media });
          const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>('axe.run()');
          expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
        }
        expect(await page.getByRole('img').first().getAttribute('aria-label')).toBe(
          'Findings by family: efficacy 2, literacy 1, phi 1',
        );
      },
    );

    it('is dark and light as the reader likes, and light on paper', async () => {
      const background = (page: Page) => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
      const { page } = await open(full, { colorScheme: 'dark' });
      expect(await background(page)).toBe('rgb(17, 21, 27)');
      await page.emulateMedia({ colorScheme: 'light' });
      expect(await background(page)).toBe('rgb(244, 245, 247)');
      await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
      expect(await background(page)).toBe('rgb(255, 255, 255)');
      expect(await page.locator('#filters').isVisible()).toBe(false);
      expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    });

    it('prints what is filtered, and says so; what was suppressed comes unfolded', async () => {
      const many = Array.from({ length: 30 }, (_, index) => ({ ...full.suppressed[0]!, ...place(index + 1, 1, index) }));
      const { page } = await open({ ...full, suppressed: many });
      expect(await page.locator('table').isVisible()).toBe(false);
      await page.getByRole('checkbox', { name: 'error' }).uncheck();
      await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
      await page.emulateMedia({ media: 'print' });
      expect([await shown(page), await page.locator('#status').isVisible(), await page.locator('table').isVisible()]).toEqual([
        2,
        true,
        true,
      ]);
    });

    it('is whole without scripts', async () => {
      const { page } = await open(full, { javaScriptEnabled: false });
      expect([await shown(page), await page.locator('#filters').isVisible()]).toEqual([4, false]);
    });

    it('shows hostile copy as text, and its policy refuses whatever would get in all the same', async () => {
      const text =
        '</script><script>window.hit=1</script><img src=https://example.com/p onerror="window.hit=1"><style>*{display:none}</style>';
      const evil = { ...finding, message: text, why: text, fix: text, quote: { before: text, words: text, after: text } };
      const { page, complaints, requests } = await open(report({ path: text, format: 'text', findings: [evil, privateFinding] }));
      expect(await page.locator('h3').first().innerText()).toBe(text);
      expect(await page.locator('mark').first().innerText()).toBe(text);
      expect(complaints).toEqual([]);
      await page.evaluate(`{
      const script = document.createElement('script');
      script.textContent = 'window.hit = 1';
      document.body.append(script);
      document.body.insertAdjacentHTML('beforeend', '<img src="https://example.com/p" onerror="window.hit=1"><p style="color:red">');
    }`);
      await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(3);
      expect(await page.evaluate('window.hit')).toBe(undefined);
      expect(requests.filter((address) => address.startsWith('http'))).toEqual([]);
    });

    it('says so when nothing was found', async () => {
      const { page, complaints } = await open(report({}));
      expect(await page.locator('main').innerText()).toBe('Nothing was found.');
      expect([await page.title(), complaints]).toEqual(['Copy review: nothing found', []]);
    });
  },
);

describe('the page for reviewers', () => {
  it('quotes a line as a reader sees it', () => {
    const quote = {
      before: '<p class="a">Tom &amp; <em>we</em> ',
      words: '**cure**&nbsp;acne &#8211; all',
      after: ' &unknown; &#0; a < b > c</p>',
    };
    expect(asRead(quote, 'html')).toEqual({ before: 'Tom & we ', words: 'cure acne – all', after: ' &unknown; &#0; a < b > c' });
    expect(asRead(quote, 'text')).toEqual(quote);
  });

  it('gives each finding an address of its own, though the same words stand in two files', async () => {
    const text = await render('html', report({ findings: [finding] }, { path: 'b.md', findings: [finding] }));
    expect(text.match(/<article[^>]* id="[^"]*"/g)?.map((tag) => /id="(.*?)"/.exec(tag)![1])).toEqual([
      'f-aaaaaaaaaaaa',
      'f-aaaaaaaaaaaa-2',
    ]);
  });
});
