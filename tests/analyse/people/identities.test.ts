import { describe, expect, it } from 'vitest';
import { findIdentities } from '../../../src/analyse/people/identities.ts';
import { findSections } from '../../../src/analyse/sections.ts';
import { parse } from '../../../src/parse/parse.ts';
import type { Block, Format, Identity, Organization } from '../../../src/rule.ts';
import { lexicon } from './lexicon.ts';

const nobody: Organization = { names: [], phones: [], emails: [], addresses: [], domains: [], clinicians: [], products: [] };

function identities(source: string, format: Format = 'markdown', organization: Partial<Organization> = {}): Identity[] {
  const document = parse({ path: `page.${format}`, source, format });
  const { sections, of } = findSections(document);
  const step = (block: Block, by: 1 | -1): Block | undefined => {
    let at = block.index + by;
    while (document.blocks[at] && document.blocks[at]!.origin !== block.origin) at += by;
    return document.blocks[at];
  };
  const context = { profiles: ['us-provider'], product: 'provider-service', audience: 'consumer', asOf: '2026-11-21', organization: { ...nobody, ...organization } } as const;
  return findIdentities({ document, context, sections, sectionOf: of, before: (block) => step(block, -1), after: (block) => step(block, 1) }, lexicon);
}
const verdicts = (source: string, format: Format = 'markdown'): string[] => identities(source, format).map(({ kind, verdict }) => `${verdict} ${kind}`);

describe('whose identifier it is', () => {
  it.each([
    'Theodora Blankenship limped into our clinic after her hip fracture.',
    'Nobody expected Hattie Simmons to survive the sepsis that brought her to our ICU.',
    '"My migraines are gone." — Joanne Pickering, Dayton',
    'Hi Lorraine! Your thyroid ultrasound came back normal.',
    'Nora Quill, a retired nurse, had her gallbladder removed here.',
    'Sorry about the parking, Joan. We hope the stent keeps you going!',
    'Sorry about the elevator, Tom, and we are pleased your root canal went well.',
    'Bob Hill collapsed at work and came to our ER. His coworkers had trained on manikins.',
    'After her circumstances changed, Maria Lopez came to us with depression.',
    'Patient navigator Gloria Hess had her mastectomy here.',
    'Our colleague Nan Ferris had her knee replaced here.',
    'Volunteer Ida Moss had her own mastectomy here in 2019.',
    'Among his patients is school-bus driver Opal Castell, whose sudden hearing loss turned out to be a tumor.',
    'Amos Whitehorse, who works in Security at the mall, has been treated here for PTSD.',
    'Hi Maria, sorry about the wifi in the lobby. Your new crown looks great, and so does your blood pressure.',
  ])('a patient: %s', (text) => {
    expect(verdicts(text).some((verdict) => /^(?:error|warning) name$/.test(verdict))).toBe(true);
  });

  it.each([
    'Thanks for the note about the parking deck, Wendell. Facilities has replaced the gate arm.',
    'Our late colleague, social worker Nan Ferris, died on March 3; a bench at the hospice bears her name.',
    'In memory of Harriet Simms, from her bridge club, to the nursing scholarship fund.',
    'Charge nurse Dee Alvarez retires on June 27 after thirty years in oncology.',
    'Patient librarian Curt Vogel lends books on cancer in Room 140.',
    'Jen Holt of Radiology ran the stroke walk.',
    'Mr. and Mrs. Harold Stein gave the new ultrasound machine.',
    'Angela Pruett, 38, of Lisbon has been named chief nursing officer of the dialysis center.',
    'Reps such as Kyle from Ortho Plus must sign in at Dock B before entering the OR.',
    'Anniversaries this month: Fern Applebaum (pediatrics) and Gus Petrakis, radiology, 25 years.',
    'Therapy dog Biscuit, 4, and handler Roy Tillman visit the stroke ward.',
    'Harriet Tubman had seizures after a head injury in childhood.',
    'The clinic opened in 1965 with one doctor (Irving Kaplan) and one nurse (Dot Mulroney).',
    'Dr. Felicia Montgomery treats patients with epilepsy.',
    'Lily Tran, FNP-C, joined our Fremont office and sees patients with diabetes.',
    'Clinical dietitian Martha Quince plans meals with patients who have gout. Write to mquince@pantry.example.',
    'The Feld family gave two million dollars for cancer research.',
    'In 1796 Edward Jenner gave a boy the first smallpox vaccine.',
    'Call us at (406) 555-0137 about your knee pain.',
    'Dear {{first_name}}, your mammogram is on {{date}}.',
    'A 47-year-old woman with asthma ran her first marathon.',
    'Not an actual patient: Rosa Delgado has psoriasis.',
  ])('nobody, or not a patient: %s', (text) => {
    expect(verdicts(text).filter((verdict) => !verdict.startsWith('info'))).toEqual([]);
  });

  it('follows a clinician who is named once with letters', () => {
    expect(verdicts('Kelly Dean, DMD, graduated in 2009.\n\nKelly knows that anxiety about crowns is common.')).toEqual([]);
  });

  it('takes what the configuration calls its own for its own', () => {
    const reply = 'We reached him at (406) 555-0137 about his biopsy.';
    expect(identities(reply).some(({ kind }) => kind === 'phone')).toBe(true);
    expect(identities(reply, 'markdown', { phones: ['406-555-0137'] }).some(({ kind }) => kind === 'phone')).toBe(false);
  });

  it('holds no character of a value', () => {
    const found = identities('Our patient Rosa Delgado (SSN 219-48-6607) beat lymphoma.');
    const shown = JSON.stringify(found, (key, value: unknown) => (key === 'block' ? undefined : value));
    expect(found.length).toBeGreaterThan(1);
    expect(shown).not.toMatch(/Rosa|Delgado|219|6607/);
  });
});

describe('where it stands', () => {
  it.each([
    ['<img src="/ba/marcus-bell-scar-revision.webp" alt="">', 'photo'],
    ['<a href="/appointment/confirm?email=j.reyes72%40example.com&specialty=psychiatry">Confirm</a>', 'email'],
    ['<input type="hidden" name="patient_name" value="Ronald Pickett"><input type="hidden" name="reason" value="depression">', 'name'],
    ["<script>gtag('event','booked',{'patient_name':'Martha Lindqvist','service':'colonoscopy'});</script>", 'name'],
    ['<script type="application/ld+json">{"@type":"Review","author":{"@type":"Person","name":"Gideon Marsh"},"reviewBody":"My acne is gone."}</script>', 'name'],
    ['<!-- photo of Travis Eubanks, bipolar group, consent pending -->', 'name'],
    ['<div data-patient-id="PT-4410982">Recovery</div>', 'record'],
  ])('%s', (source, kind) => {
    expect(identities(source, 'html').map((identity) => identity.kind)).toContain(kind);
  });

  it('is the exact place in the file', () => {
    const source = '---\npatient: Casper Ludlow\ncondition: heart failure\n---\nRead on.';
    const at = identities(source)[0]!.at;
    expect('from' in at && source.slice(at.from, at.to)).toBe('Casper Ludlow');
  });
});

describe('what it adds up to', () => {
  const story = 'Rosa Delgado had a stroke on March 3, 2024.';
  it('is an error for dates beside a name, and a warning for one date alone', () => {
    expect(verdicts(story)).toEqual(['error name', 'error date']);
    expect(verdicts('He was diagnosed with diabetes on March 3, 2024.')).toEqual(['warning date']);
  });
  it.each([
    ['{id: REF-14, status: signed, date: 2025-01-02, expires: 2027-01-31, scope: [name, story]}', 'info'],
    ['{id: REF-14, status: signed, expires: 2025-01-31}', 'error'],
    ['{status: signed}', 'error'],
    ['{id: REF-14, status: pending, expires: 2027-01-31}', 'error'],
  ])('authorization %s gives %s', (authorization, verdict) => {
    const name = identities(`---\nauthorization: ${authorization}\n---\n${story}`).find(({ kind }) => kind === 'name');
    expect(name?.verdict).toBe(verdict);
  });
  it('is always an error for a Social Security number', () => {
    expect(verdicts('---\nauthorization: {id: R1, expires: 2027-01-31}\n---\nSSN 219-48-6607')).toEqual(['error ssn']);
  });
});

describe('hostile input', () => {
  it.each([
    ['one long line', 'Maria Lopez had a stroke. '.repeat(4000)],
    ['capitals', 'Aaa '.repeat(60_000)],
    ['initials', 'J.'.repeat(60_000)],
    ['digits', '1'.repeat(120_000)],
    ['dashes', '1-'.repeat(60_000)],
    ['quotes', '"'.repeat(120_000)],
    ['a broken URL', `[x](https://a.example/?name=%E0%A4%A${'%'.repeat(3000)})`],
    ['broken JSON-LD', '<script type="application/ld+json">{"@type":"Patient","name":"Tobias Wren",</script>'],
  ])('%s takes bounded time', (_name, source) => {
    const start = performance.now();
    expect(() => identities(source, source.startsWith('<') ? 'html' : 'markdown')).not.toThrow();
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

// Work that grows with the square of the length takes sixteen times as long for four times the text.
describe('time in proportion to the length', () => {
  const cost = (source: string, format: Format): number => {
    const start = performance.now();
    identities(source, format);
    return performance.now() - start;
  };
  it.each<[string, Format, (times: number) => string]>([
    ['a line of names', 'markdown', (times) => 'Rosa Delgado was treated for asthma, '.repeat(times)],
    ['a line of ages', 'markdown', (times) => '93-year-old '.repeat(times)],
    ['an attribute', 'html', (times) => `<input name="patient" value="${'93-year-old Rosa '.repeat(times)}">`],
    ['a script', 'html', (times) => `<h1>Asthma</h1><script>${'var a1 = "MRN: 00482913"; '.repeat(times)}</script>`],
    ['a form', 'html', (times) => `<form>${'<input name="name" value="Rosa Delgado"><input name="symptoms">'.repeat(times)}</form>`],
  ])('%s', (_, format, make) => {
    cost(make(300), format);
    const short = Math.min(cost(make(500), format), cost(make(500), format));
    expect(cost(make(2000), format)).toBeLessThan(Math.max(short, 20) * 12);
  });
});
