import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../src/report/formats.ts';
import { Workplace } from './cli/io.ts';

/** What no output may hold, whole or in part: the values of invented patients, one with a usual name and one without. */
const SECRETS = [
  'Thessaly',
  'Brandvold',
  'Denise',
  'Alvarado',
  '1931',
  '08/14',
  '20718834',
  '078-05-1120',
  '555-0147',
  '5550147',
  'thessaly.b',
  'Quillfeather',
  '12545',
];

const STORY = `Thessaly Brandvold, born 08/14/1931, was diagnosed with lupus. Her record number is MRN 20718834, her social security number
078-05-1120; call her at (845) 555-0147 or write to thessaly.b@example.com. She lives in ZIP 12545.`;

/** Each channel that copy reaches a page by, with claims of other families close to the values. */
const PAGES: Readonly<Record<string, string>> = {
  'body.md': `# Our patient Thessaly Brandvold\n\n${STORY}\n\nOur laser cured Thessaly Brandvold of lupus, guaranteed, and Thessaly has no side effects!\n`,
  'same-line.md': `Our laser cures lupus: patient Denise Alvarado, MRN 20718834, DOB 08/14/1931, SSN 078-05-1120, was 100% cured. Call (845) 555-0147.\n`,
  'quoted.md': `> “I was cured of lupus in one day!” — Denise Alvarado, patient, born 08/14/1931\n`,
  'table.md': `| Patient | Condition | MRN | Result |\n| --- | --- | --- | --- |\n| Denise Alvarado | lupus | 20718834 | our laser cures it |\n`,
  'front-matter.md': `---\ntitle: "How our laser cured patient Denise Alvarado of lupus"\npatient: {name: Denise Alvarado, dob: 08/14/1931, mrn: MRN 20718834, phone: (845) 555-0147}\npromolint: {product: Denise Alvarado, profile: thessaly.b@example.com, Quillfeather: 1}\n---\n\nOur laser cures lupus.\n`,
  'broken-front-matter.md': `---\ntitle: "Denise Alvarado\npatient: [MRN 20718834, 078-05-1120\n  dob: 08/14/1931: x\n*Quillfeather\n---\n\nOur laser cures lupus.\n`,
  'link.md': `Our laser cures lupus: [read on](/patients/denise-alvarado-lupus?mrn=20718834&ssn=078-05-1120 "Denise Alvarado's lupus was cured")\n\n![Denise Alvarado after her lupus was cured](/img/denise-alvarado-20718834.jpg)\n`,
  'reply.md': `**Review by T. Quillfeather:** I waited for an hour.\n\n**Our reply:** Ms. Quillfeather, when you came in for your lupus treatment on 08/14/1931 we cured you, see MRN 20718834.\n`,
  'props.mdx': `<Story name="Denise Alvarado" condition="lupus" mrn="20718834" />\n\n{/* patient Denise Alvarado, MRN 20718834 */}\n\nOur laser cures lupus.\n`,
  'page.html': `<!doctype html><html lang="en"><head><title>Denise Alvarado was cured of lupus</title>
<meta name="description" content="Patient Denise Alvarado, MRN 20718834, was cured of lupus by our laser">
<meta name="promolint:product" content="Denise Alvarado 078-05-1120">
<script type="application/ld+json">{"@type":"Review","author":{"@type":"Person","name":"Denise Alvarado"},"reviewBody":"My lupus was cured, MRN 20718834, call (845) 555-0147"}</script>
<script>var patient = {name: "Denise Alvarado", ssn: "078-05-1120", mrn: "20718834"}; fbq('track', 'Lead', {email: 'thessaly.b@example.com', condition: 'lupus'});</script>
<script src="https://www.googletagmanager.com/gtag/js?id=G-EXAMPLE&email=thessaly.b@example.com&mrn=20718834"></script></head>
<body><!-- patient Denise Alvarado, SSN 078-05-1120, lupus: our laser cures it -->
<p>${STORY}</p><p hidden>Our laser cures lupus: Denise Alvarado, MRN 20718834</p>
<form action="http://example.net/intake?patient=denise-alvarado" method="get"><input name="dob" value="08/14/1931" placeholder="Denise Alvarado, lupus">
<textarea name="symptoms">Denise Alvarado, MRN 20718834, lupus</textarea></form>
<img src="/img/denise-alvarado-mrn-20718834.jpg" alt="Patient Denise Alvarado, cured of lupus"><a href="mailto:thessaly.b@example.com?subject=lupus%20MRN%2020718834">Our laser cures lupus</a>
<iframe src="https://example.net/chart?mrn=20718834&name=Denise+Alvarado"></iframe></body></html>`,
  'note.txt': `${STORY} Our laser cures lupus.\n`,
  'silenced.md': `---
promolint:
  disable:
    - {rule: efficacy/cure-claim, reason: "patient Denise Alvarado, MRN 20718834, was cured of lupus", owner: thessaly.b@example.com}
    - {rule: phi/denise-alvarado, reason: "DOB 08/14/1931"}
    - {Quillfeather: 1, reason: "SSN 078-05-1120"}
---

<!-- promolint-disable-file phi/name-with-condition, phi/safe-harbor-identifier -- patient Denise Alvarado, SSN 078-05-1120, agreed; owner: Denise Alvarado; until: 08/14/1931; approver: (845) 555-0147 -->
<!-- promolint-disable-next-line phi/name-with-condition -- patient Denise Alvarado (MRN 20718834) signed for her lupus story; until: 2020-01-01 -->
<!-- promolint-denise-alvarado patient MRN 20718834, lupus -->

Our patient Denise Alvarado, MRN 20718834, was cured of lupus. Write to Ms. Quillfeather, a lupus patient, at thessaly.b@example.com.\n`,
};

/** Searches what was printed, and what a reader of the format makes of it: without the references and escapes of HTML, JSON and URIs. */
function leaks(output: string): string[] {
  const decoded = output
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\u([\da-f]{4})|%([\da-f]{2})/gi, (_, unit?: string, byte?: string) =>
      String.fromCharCode(parseInt(unit ?? byte!, 16)),
    )
    .replaceAll('\u200b', '');
  const texts = [output, decoded].map((text) => text.toLowerCase());
  // The year of a birth may stand within an offset of six digits.
  const shown = (text: string, secret: string): boolean => (/^\d{4}$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text) : text.includes(secret.toLowerCase()));
  return SECRETS.filter((secret) => texts.some((text) => shown(text, secret)));
}

describe('no byte of output holds a value of a patient', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
    for (const [name, text] of Object.entries(PAGES)) place.write(name, text);
  });
  afterAll(() => place.dispose());

  it('has something to hide: the pages are flagged for privacy and for claims', async () => {
    const { out } = await place.run(['.', '--format', 'json']);
    const { files } = JSON.parse(out) as { files: { path: string; findings: { family: string }[] }[] };
    const families = new Set(files.flatMap(({ findings }) => findings.map(({ family }) => family)));
    expect(families).toContain('phi');
    expect(families).toContain('efficacy');
    expect(files).toHaveLength(Object.keys(PAGES).length);
  });

  for (const format of Object.keys(FORMATS))
    it.each(Object.keys(PAGES))(`${format}: %s`, async (name) => {
      for (const argv of [
        [],
        ['--quiet'],
        ['--color'],
        ['--profile', 'us-supplement,us-ca'],
        ['--rule', 'phi/safe-harbor-identifier=off'],
      ]) {
        const { out, err } = await place.run([name, '--format', format, ...argv]);
        expect(leaks(out + err), `${format} ${argv.join(' ')}`).toEqual([]);
      }
    });

  it('standard input, report files, debug output', async () => {
    for (const [name, input] of Object.entries(PAGES)) {
      const { out, err } = await place.run(['--stdin', '--stdin-filename', name], { input, env: { PROMOLINT_DEBUG: '1' } });
      expect(leaks(out + err), name).toEqual([]);
    }
    for (const format of Object.keys(FORMATS)) {
      await place.run(['.', '--format', format, '--cache', '-o', `report.${format}.out`]);
      await place.run(['.', '--format', format, '--cache', '-o', `report.${format}.out`]);
    }
    const every = Object.keys(FORMATS).flatMap((format) => ['--format', format, '-o', `together.${format}.out`]);
    const env = { GITHUB_STEP_SUMMARY: join(place.folder, 'summary.md') };
    expect(await place.run(['.', ...every], { env })).toEqual({ code: 1, out: '', err: '' });
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toContain('body.md');
    expect((await place.run(['baseline', 'create'])).code).toBe(0);
    for (const format of ['text', 'json', 'csv'])
      for (const argv of [['--baseline', 'promolint-baseline.json'], ['--no-suppressions']]) {
        await place.run(['suppressions', '--format', format, '-o', `suppressions.${format}.out`]);
        await place.run(['.', '--format', format, ...argv, '-o', `trail${argv[0]}.${format}.out`]);
      }
    for (const file of filesIn(place.folder)) {
      if (Object.keys(PAGES).includes(file)) continue;
      expect(leaks(readFileSync(join(place.folder, file), 'utf8')), file).toEqual([]);
    }
  }, 120_000);
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
}
