import { describe, expect, it } from 'vitest';
import { PromolintError } from '../../src/errors.ts';
import { auditRegister } from '../../src/register/audit.ts';
import { parseRegister, toRegister } from '../../src/register/load.ts';

const read = (text: string) => parseRegister([{ name: 'claims.yaml', text }]);
const told = (text: string): string[] =>
  read(text).problems.map(({ level, where, message, hint }) => `${where} ${level}: ${message} ${hint ?? ''}`.trim());
const CLAIM = 'claims:\n  - id: gel\n    wording: Our gel soothes sore knees\n    approved: 2025-01-31\n';

describe('a register', () => {
  it('may be empty, or hold no claims', () => {
    for (const text of ['', '# nothing yet\n', 'claims: []\n', 'references: {a: {cite: A}}\n'])
      expect(read(text)).toMatchObject({ entries: [], problems: [] });
  });

  it.each([
    [
      'an unknown key',
      `${CLAIM}    aproved: 2025-01-31\n`,
      'claims.yaml:5:5 error: Unknown key "aproved". Did you mean "approved"?',
    ],
    ['an unknown key at the top', 'claim: []\n', 'claims.yaml:1:1 error: Unknown key "claim". Did you mean "claims"?'],
    ['no id', 'claims:\n  - wording: Our gel soothes knees\n', 'claims.yaml:2:5 error: The key "id" is missing or empty.'],
    [
      'an id that is none',
      CLAIM.replace('id: gel', 'id: "a b"'),
      'claims.yaml:2:9 error: "a b" cannot be an id. Use letters, digits, dots, hyphens and slashes, at most 80.',
    ],
    [
      'the same id twice',
      CLAIM + CLAIM.replace('claims:\n', '').replace('sore', 'stiff'),
      'claims.yaml:5:9 error: There are two claims "gel": the other stands at claims.yaml:2. Give one of them another id.',
    ],
    [
      'a day that does not exist',
      CLAIM.replace('2025-01-31', '2025-02-30'),
      'claims.yaml:4:15 error: "2025-02-30" is no date. Write a day that exists as YYYY-MM-DD.',
    ],
    [
      'a review before the approval',
      `${CLAIM}    review_by: 2024-12-31\n`,
      'claims.yaml:5:16 error: The review (2024-12-31) comes before the approval (2025-01-31).',
    ],
    [
      'an approval without a day',
      CLAIM.replace('    approved: 2025-01-31\n', ''),
      'claims.yaml:2:5 error: An approved claim needs the date of its approval. Write "approved: 2026-01-31", or "status: draft".',
    ],
    [
      'an unknown status',
      `${CLAIM}    status: aproved\n`,
      'claims.yaml:5:13 error: Unknown status "aproved". Did you mean "approved"?',
    ],
    [
      'an unknown market',
      `${CLAIM}    markets: [us, fr]\n`,
      'claims.yaml:5:19 error: Unknown market "fr". Known: us, us-provider, us-rx, us-device, us-supplement, uk, eu, au, ca, us-ca, us-fl, us-tx.',
    ],
    [
      'an unknown placeholder',
      CLAIM.replace('sore knees', 'sore {joint}'),
      'claims.yaml:3:14 error: Unknown placeholder "{joint}". Known: {number}. Declare others under "placeholders".',
    ],
    [
      'a brace without partner',
      CLAIM.replace('sore knees', '"sore {knees"')
        .replace('wording: Our', "wording: 'Our")
        .replace('"sore {knees"', "sore {knees'"),
      'claims.yaml:3:14 error: A brace has no partner in this wording. Placeholders are written {name}.',
    ],
    [
      'a wording that is all placeholder',
      `${CLAIM.replace('Our gel soothes sore knees', '"{what}"')}    placeholders: {what: {words: 3}}\n`,
      'claims.yaml:3:14 error: This wording is all placeholder: it would match nearly everything. Write out the words that make the claim.',
    ],
    [
      'a placeholder for everything',
      `${CLAIM}    placeholders: {what: {words: 20}}\n`,
      'claims.yaml:5:34 error: A placeholder of 20 words would match nearly everything. At most 3; list the texts instead.',
    ],
    [
      'an open placeholder',
      `${CLAIM}    placeholders: {what: {from: 1}}\n`,
      'claims.yaml:5:26 error: "what" needs a list of texts, "from" and "to", or "words". An open placeholder would match everything.',
    ],
    [
      'a wording of one word',
      CLAIM.replace('Our gel soothes sore knees', 'Works!'),
      'claims.yaml:3:14 error: A wording of one word would match nearly everything. Write the claim as the copy states it, with what acts and what it does.',
    ],
    [
      'a reference that leads nowhere',
      `${CLAIM}    references: [{ref: okafor-202}]\nreferences:\n  okafor-2023: {cite: Okafor 2023}\n`,
      'claims.yaml:5:24 error: There is no reference "okafor-202". Did you mean "okafor-2023"?',
    ],
    ['an identifier that is none', `${CLAIM}    references: [{doi: 11.1/x}]\n`, 'claims.yaml:5:24 error: "11.1/x" is no DOI.'],
    [
      'a reference that names nothing',
      `${CLAIM}    references: [{at: p. 3}]\n`,
      'claims.yaml:5:18 error: A reference needs one of cite, doi, pmid, url or file.',
    ],
    [
      'a wording that is a number',
      CLAIM.replace('Our gel soothes sore knees', '12'),
      'claims.yaml:3:14 error: "wording" must be text. Put it in quotation marks.',
    ],
    ['a qualifier of marks', `${CLAIM}    qualifiers: ["***"]\n`, 'claims.yaml:5:18 error: This qualifier has no words.'],
  ])('says where %s stands, and what to do', (_, text, message) => {
    expect(told(text)).toEqual([message]);
  });

  it('tells all errors of all files, and cannot be used with one', () => {
    const bad = `${CLAIM}  - id: b\n    wording: "{x}"\n  - id: c\n    wording: Our gel calms skin\n`;
    const register = parseRegister([
      { name: 'a.yaml', text: CLAIM },
      { name: 'b.yaml', text: bad },
    ]);
    expect(register.problems.map(({ where }) => where)).toEqual(['b.yaml:6:14', 'b.yaml:7:5', 'b.yaml:2:9']);
    expect(() => toRegister(register)).toThrow(
      expect.objectContaining({
        code: 'register-invalid',
        message: expect.stringContaining('2 more: "promolint claims check" lists them.'),
      }),
    );
  });

  it('that is no YAML is an error with its place', () => {
    expect(() => read('claims: [')).toThrow(PromolintError);
    try {
      read('claims:\n  - id: a\n  wording: b\n :');
    } catch (error) {
      expect((error as PromolintError).details.where).toMatch(/^claims\.yaml:\d+:\d+$/);
      expect((error as PromolintError).code).toBe('register-invalid');
    }
  });
});

describe('the check of a register', () => {
  const check = (text: string, asOf = '2026-11-21'): string[] =>
    auditRegister(read(text), asOf, '').map(({ level, where, message }) => `${where} ${level}: ${message}`);
  const claim = (id: string, wording: string, more = ''): string =>
    `  - id: ${id}\n    wording: ${JSON.stringify(wording)}\n    approved: 2025-01-31\n    review_by: 2027-06-30\n    references: [A paper]\n${more}`;

  it('is silent on a register that is in order', () => {
    expect(check(`claims:\n${claim('a', 'Our gel soothes sore knees')}${claim('b', 'Our gel soothes sore elbows')}`)).toEqual([]);
  });

  it.each([
    ['the same words', 'Our gel soothes sore knees', 'our gel: soothes the sore knee!'],
    ['a placeholder and one of its options', 'Our gel soothes sore {knees|elbows}', 'Our gel soothes sore elbows'],
    ['a number and its range', 'Our gel cools for {number 10-30} minutes', 'Our gel cools for 10 minutes'],
  ])('warns of claims that overlap by %s', (_, first, second) => {
    expect(check(`claims:\n${claim('a', first)}${claim('b', second)}`)).toEqual([
      expect.stringMatching(/^claims\.yaml:(?:2|7):5 warning: A sentence can match both "[ab]" and "[ab]"\.$/),
    ]);
  });

  it('does not warn of claims that no page can confuse', () => {
    expect(
      check(
        `claims:\n${claim('a', 'Our gel soothes knees', '    markets: [uk]\n')}${claim('b', 'Our gel soothes knees', '    markets: [us]\n')}`,
      ),
    ).toEqual([]);
  });

  it('names what has expired and what will within 60 days', () => {
    const text = `claims:\n${claim('a', 'Our gel soothes sore knees')}`;
    expect(check(text, '2027-04-30')).toEqual([]);
    expect(check(text, '2027-05-01')).toEqual(['claims.yaml:5:16 warning: The claim "a" expires in 60 days, on 2027-06-30.']);
    expect(check(text, '2027-06-30')).toEqual(['claims.yaml:5:16 warning: The claim "a" expires in 0 days, on 2027-06-30.']);
    expect(check(text, '2027-07-01')).toEqual([
      'claims.yaml:5:16 warning: The claim "a" expired: its review was due on 2027-06-30.',
    ]);
  });

  it('misses sources and days of review', () => {
    expect(check(CLAIM)).toEqual([
      'claims.yaml:2:5 warning: The claim "gel" has no day of review.',
      'claims.yaml:2:5 warning: The approved claim "gel" names no source.',
    ]);
    expect(check(`${CLAIM}    review_by: 2027-06-30\n    references: [{file: no/such.pdf}]\n`)).toEqual([
      'claims.yaml:6:17 error: The claim "gel" rests on "no/such.pdf", which is not there.',
    ]);
  });
});
