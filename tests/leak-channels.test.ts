import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './cli/io.ts';

/** One invented value of each of the eighteen identifiers of 45 CFR 164.514(b)(2), in a patient's story. No list knows the name. */
const VALUES: Readonly<Record<string, string>> = {
  name: 'Zephrine Quorvath',
  place: '4417 Larkmoor Lane',
  date: 'March 17, 1938',
  phone: '(845) 555-0163',
  fax: '845-555-0164',
  email: 'zq.private@example.org',
  ssn: '521-44-9087',
  record: 'MRN 77120934',
  plan: 'Member ID XQZ83920117',
  account: 'Account 5590128834',
  licence: 'Driver license K5521907',
  vehicle: 'VIN 1M8GDM9AXKP042788',
  device: 'pacemaker serial PM-4471902',
  url: 'https://example.org/people/zephrine-quorvath',
  ip: '203.0.113.77',
  biometric: 'fingerprint id FP-88120447',
  photo: 'zephrine-quorvath-preop.jpg',
  other: 'accession number A-2291874',
};

/** The parts by which somebody could be found: words of names, days, runs of digits. A year alone may be shown. */
const parts = (value: string): string[] =>
  [...value.matchAll(/March 17|\d[\d-]{3,}\d|[A-Z]?(?!19\d\d$)\d{4,}|Zephrine|Quorvath|zq\.private|Larkmoor|1M8GDM9AXKP042788/gi)].map(([part]) => part.toLowerCase());

/** A claim that other rules find stands right beside the value. */
const told = (value: string): string => `Our patient ${value} says: "Your laser cured my lupus in one day, guaranteed, with no side effects!"`;
const encoded = (value: string): string => encodeURIComponent(value);

/** Every way by which copy reaches a page. */
const CHANNELS: Readonly<Record<string, (value: string) => readonly [file: string, text: string]>> = {
  text: (value) => ['text.md', `${told(value)}\n`],
  'plain text': (value) => ['text.txt', `${told(value)}\n`],
  heading: (value) => ['heading.md', `# ${told(value)}\n\nShe was treated for lupus.\n`],
  table: (value) => ['table.md', `| Patient | Result |\n| --- | --- |\n| ${value} | our laser cured her lupus, guaranteed |\n`],
  quote: (value) => ['quote.md', `> My lupus was cured by this laser, guaranteed!\n\n— ${value}\n`],
  'front matter': (value) => ['front.md', `---\ntitle: ${JSON.stringify(`Our laser cured ${value} of lupus`)}\npatient: ${JSON.stringify(value)}\n---\n\nOur laser cures lupus.\n`],
  alt: (value) => ['alt.html', `<img src="a.jpg" alt="Our patient ${value}: our laser cured her lupus, guaranteed">`],
  title: (value) => ['title.html', `<p title="Our patient ${value}: our laser cured her lupus">Our laser cured her lupus.</p>`],
  data: (value) => ['data.html', `<div data-patient="${value}"><p>Our laser cured her lupus, guaranteed.</p></div>`],
  'hidden field': (value) => ['hidden.html', `<form action="/x" method="post"><input type="hidden" name="patient" value="${value}"><p>Our laser cures lupus, guaranteed.</p></form>`],
  'prefilled field': (value) => ['field.html', `<form action="http://example.net/x"><input name="symptoms" value="${value}, lupus cured"><textarea name="story">${told(value)}</textarea></form>`],
  path: (value) => ['path.html', `<p>Our laser cures lupus, guaranteed: <a href="/patients/${encoded(value)}/lupus">read on</a></p>`],
  query: (value) => ['query.html', `<p>Our laser cures lupus, guaranteed: <a href="/a?patient=${encoded(value)}&utm_campaign=lupus-diabetes">read on</a></p>`],
  'JSON-LD': (value) => ['ld.html', `<script type="application/ld+json">${JSON.stringify({ '@type': 'Review', author: { '@type': 'Person', name: value }, reviewBody: `Your laser cured my lupus, guaranteed. ${value}` })}</script>`],
  'broken JSON-LD': (value) => ['broken.html', `<script type="application/ld+json">{"@type":"Review","author":"${value}","reviewBody":"cured my lupus</script><p>Our laser cures lupus.</p>`],
  comment: (value) => ['comment.html', `<!-- patient ${value}: our laser cured her lupus --><p>Our laser cures lupus, guaranteed.</p>`],
  script: (value) => ['script.html', `<h1>Lupus</h1><script>fbq('track', 'Lead', {patient: ${JSON.stringify(value)}, condition: 'lupus'});</script>`],
  handler: (value) => ['handler.html', `<h1>Lupus</h1><button onclick="fbq('track','Lead',{email:'${value}',condition:'lupus'})">Our laser cures lupus</button>`],
};

describe('no channel lets any of the eighteen identifiers through', () => {
  let place: Workplace;
  beforeAll(() => {
    place = new Workplace();
  });
  afterAll(() => place.dispose());

  describe.each(Object.keys(CHANNELS))('%s', (channel) => {
    it.each(Object.keys(VALUES))('%s', async (type) => {
      const value = VALUES[type]!;
      const [file, text] = CHANNELS[channel]!(value);
      place.write(file, text);
      const shown = [];
      for (const format of ['text', 'json']) shown.push(await place.run([file, '--format', format, '--cache', '--profile', 'us-provider,us-ca']));
      // On the line below something is mended, so that the differences show these lines.
      place.write(file, `${text}\n\n<p>Our laser is FDA-approved, see 510(k).</p>\n`);
      const differences = await place.run([file, '--fix-dry-run', '--profile', 'us-device']);
      expect(differences.out).toContain('cleared');
      shown.push(differences);
      for (const { out, err } of shown) {
        expect(out + err).not.toBe('');
        // The digest in its head may hold any four digits.
        const cache = readdirSync(place.folder).filter((name) => name.startsWith('.promolintcache')).map((name) => readFileSync(`${place.folder}/${name}`, 'latin1').replace(/^promolint-cache \d+ [\da-f]+/, ''));
        const printed = decode([out, err, ...cache].join('\n')).toLowerCase();
        expect(parts(value).filter((part) => printed.includes(part)), text).toEqual([]);
      }
    });
  });
});

const decode = (output: string): string => {
  try {
    return `${output}\n${decodeURIComponent(output.replace(/%(?![\da-f]{2})/gi, '%25'))}`;
  } catch {
    return output;
  }
};
