import fc from '../arbitrary.ts';
import { describe, expect, it } from 'vitest';
import { Lexicon } from '../../src/analyse/lexicon.ts';
import { analyse } from '../../src/analyse/page.ts';
import { NO_ORGANIZATION } from '../../src/config/settings.ts';
import { loadBuiltIn } from '../../src/load/built-in.ts';
import { parse } from '../../src/parse/parse.ts';
import { parseRegister, toRegister } from '../../src/register/load.ts';
import type { Page, Register } from '../../src/rule.ts';

const lexicon = new Lexicon(loadBuiltIn().vocabularies);

function page(source: string, register: Register, asOf = '2026-11-21'): Page {
  const document = parse({ path: 'page.md', format: 'markdown', mdx: false, source });
  const organization = NO_ORGANIZATION;
  return analyse(
    document,
    { profiles: ['us-provider'], product: 'provider-service', audience: 'consumer', asOf, organization, register },
    lexicon,
  );
}

const registerOf = (...claims: string[]): Register =>
  toRegister(
    parseRegister([
      {
        name: 'claims.yaml',
        text: `claims:\n${claims.map((claim, index) => `  - {id: c${index}, approved: 2025-01-31, ${claim}}\n`).join('')}`,
      },
    ]),
  );

const wording = (text: string, more = ''): string => `wording: ${JSON.stringify(text)}${more === '' ? '' : `, ${more}`}`;

/** `state id "words found"` of each match. */
const read = (copy: string, register: Register): string[] => {
  const { register: reading } = page(copy, register);
  return reading!.matches.map(
    ({ state, id, sentence, start, end }) => `${state} ${id} "${sentence.block.text.slice(start, end)}"`,
  );
};

describe('an approved wording', () => {
  const gel = registerOf(wording('The gel relieves 3 kinds of knee pain in 20% of people'));
  it.each([
    'The gel relieves 3 kinds of knee pain in 20% of people.',
    'the GEL relieved three kinds of knee-pain in 20 percent of people!',
    'A gel **relieves** three kinds of _knee_ pain&nbsp;in 20 per cent of people',
    '“The gel relieves 3 kinds of knee pain, in 20% of people.”',
    'The gel relieves 3 kinds of knee pain[^1] in 20% of people.[^1]\n\n[^1]: Lind P. J Knee. 2024;3:1-9.',
    'The gel relieves 3 kinds of knee pain<sup>2</sup> in 20% of people.',
  ])('is found in %j', (copy) => {
    expect(read(copy, gel)).toEqual([expect.stringMatching(/^approved c0 /)]);
  });

  describe('with a qualifier', () => {
    const cooling = (where: string): Register =>
      registerOf(wording('Our gel cools the skin for up to 30 minutes', `qualifiers: [{text: Studied in 84 adults for six weeks., where: ${where}}]`));
    it.each([
      ['sentence', 'Our gel cools the skin for up to 30 minutes, studied in 84 adults for six weeks.', 'approved'],
      ['next', 'Our gel cools the skin for up to 30 minutes. Studied in 84 adults for six weeks.', 'approved'],
      ['next', 'Our gel cools the skin for up to 30 minutes.<sup>1</sup> Studied in 84 adults for six weeks.', 'approved'],
      ['next', 'Our gel cools the skin for up to 30 minutes (1). Studied in 84 adults for six weeks.', 'approved'],
      ['next', 'Our gel cools the skin for up to 30 minutes. Never studied in 84 adults for six weeks.', 'qualifier'],
      ['next', 'Our gel cools the skin for up to 30 minutes. It has not been studied in 84 adults for six weeks.', 'qualifier'],
    ])('that must stand in reach of %s, %j is read as it stands', (where, copy, state) => {
      expect(read(copy, cooling(where))).toEqual([expect.stringMatching(new RegExp(`^${state} c0 `))]);
    });
  });

  it('is withdrawn whatever source stands in brackets behind it', () => {
    const cure = registerOf(wording('Our gel reverses arthritis', 'status: withdrawn'));
    for (const source of ['(PMID: 29065496)', '(doi:10.5555/sham.1)', '(Lind et al., 2024)'])
      expect(read(`Our gel reverses arthritis ${source}.`, cure), source).toEqual([expect.stringMatching(/^withdrawn c0 /)]);
  });

  it('is not found in its opposite, a myth or a list of references', () => {
    const cure = registerOf(wording('Our gel reverses arthritis', 'status: withdrawn'));
    for (const copy of [
      'Our gel does not reverse arthritis.',
      'It is not true that our gel reverses arthritis.',
      'Myth: our gel reverses arthritis.',
      '## References\n\n1. Lind P. Our gel reverses arthritis. J Knee. 2024;3:1-9.',
    ])
      expect(read(copy, cure), copy).toEqual([]);
  });

  it('is found wherever a reader meets it', () => {
    const cure = registerOf(wording('Our gel reverses arthritis', 'status: withdrawn'));
    const places =
      '---\ntitle: Our gel reverses arthritis\n---\n\n# Our gel reverses arthritis\n\n| A | B |\n|---|---|\n| Our gel reverses arthritis | x |\n\n![Our gel reverses arthritis](a.png)\n';
    expect(read(places, cure)).toHaveLength(4);
  });

  it('has placeholders for texts, numbers, ranges and a few words', () => {
    const register = registerOf(
      wording(
        '{product} eases the {joint} within {days} days',
        'product: [Vela Gel, Vela], placeholders: {joint: [knee, lower back], days: {from: 2, to: 5}}',
      ),
      wording('The mat keeps {what} warm at night', 'placeholders: {what: {words: 2}}'),
    );
    expect(read('Vela Gel eases the lower back within 3 days.', register)).toEqual([
      'approved c0 "Vela Gel eases the lower back within 3 days"',
    ]);
    expect(read('Vela eases the knee within five days.', register)).toEqual([
      'approved c0 "Vela eases the knee within five days"',
    ]);
    expect(read('Vela eases the knee within 9 days.', register)).toEqual(['extended c0 "Vela eases the knee within 9 days"']);
    expect(read('The mat keeps cold feet warm at night.', register)).toEqual(['approved c1 "mat keeps cold feet warm at night"']);
    expect(read('The mat keeps feet warm at night.', register)).toEqual(['approved c1 "mat keeps feet warm at night"']);
  });
});

describe('of several entries', () => {
  it('the longest wording holds', () => {
    const register = registerOf(wording('Our gel soothes knees'), wording('Our gel soothes knees of runners'));
    expect(read('Our gel soothes knees of runners.', register)).toEqual(['approved c1 "Our gel soothes knees of runners"']);
  });

  it('a withdrawal wins over an approval, unless it is for another market', () => {
    const words = wording('Our gel soothes knees');
    expect(read('Our gel soothes knees.', registerOf(words, `${words}, status: withdrawn`))).toEqual([
      'withdrawn c1 "Our gel soothes knees"',
    ]);
    expect(read('Our gel soothes knees.', registerOf(words, `${words}, status: withdrawn, markets: uk`))).toEqual([
      'approved c0 "Our gel soothes knees"',
    ]);
  });

  it('two in one sentence are both found', () => {
    const register = registerOf(wording('Our gel soothes knees'), wording('our balm warms hands'));
    expect(read('Our gel soothes knees and our balm warms hands.', register)).toEqual([
      'approved c0 "Our gel soothes knees"',
      'approved c1 "our balm warms hands"',
    ]);
  });
});

describe('a claim is extended', () => {
  const register = registerOf(wording('Our gel soothes sore knees'), wording('Our balm may help ease stiff hands'));
  it.each([
    ['Our gel soothes sore knees faster than any cream.', 'a comparison'],
    ['Unlike creams, our gel soothes sore knees.', 'a comparison'],
    ['Our gel soothes sore knees for everyone.', 'an absolute'],
    ['Our gel soothes sore knees in pregnant women.', 'a group of people'],
    ['Our gel soothes sore knees by 40%.', 'a number'],
    ['Our gel soothes sore knees (overnight).', 'a time'],
    ['Our gel completely soothes sore knees.', 'an absolute'],
    ['Our gel soothes sore knees and hay fever.', 'another condition'],
    ['Our balm eases stiff hands.', 'certainty'],
    ['Our balm will ease stiff hands.', 'certainty'],
  ])('in %j by %s', (copy, what) => {
    const { matches } = page(copy, register).register!;
    expect(matches.map(({ state, data }) => [state, data['what']])).toEqual([['extended', what]]);
  });

  it.each([
    'Our gel soothes sore knees: try it at our clinic on Mill Street.',
    'We have sold it since 2019, and our gel soothes sore knees.',
    'Our gel soothes sore knees and costs $14.',
    'Our balm may help ease stiff hands.',
  ])('but not in %j', (copy) => {
    expect(read(copy, register)).toEqual([expect.stringMatching(/^approved/)]);
  });
});

describe('a near match', () => {
  const register = registerOf(wording('Our mat supports good posture while you stand at work'));
  it('tells the difference word by word', () => {
    const { matches } = page('Our mat supports upright posture when you stand at your work.', register).register!;
    expect(matches.map(({ state, data }) => [state, data['difference']])).toEqual([
      ['near', '"good" → "upright"; "while" → "when"; + "your"'],
    ]);
  });

  it.each([
    'We are open while you work.',
    'Our mat is blue.',
    'Good posture matters at work.',
    'Does our mat support good posture when you stand at work?',
  ])('is not seen in %j', (copy) => {
    expect(read(copy, register)).toEqual([]);
  });
});

describe('whatever the register and the copy hold', () => {
  it('nothing throws, and matches lie in their sentences', () => {
    const words = fc.constantFrom(
      'gel',
      'soothes',
      'knees',
      'not',
      'in',
      '3',
      'days',
      'better',
      'than',
      'the',
      '%',
      ',',
      '.',
      '[1]',
      '**',
      '<b>',
      '\u00e9',
      '🦵',
      '{{x}}',
      'per',
      'cent',
      '"',
    );
    const text = fc.array(words, { maxLength: 30 }).map((list) => list.join(' '));
    const claim = fc
      .array(fc.constantFrom('gel', 'soothes', 'knees', 'in', '3', 'days', '{number}', '{a|b c}', 'better'), {
        minLength: 3,
        maxLength: 8,
      })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(text, fc.array(claim, { maxLength: 6 }), (copy, claims) => {
        const read = parseRegister([
          {
            name: 'r',
            text: JSON.stringify({
              claims: claims.map((each, index) => ({ id: `c${index}`, wording: each, approved: '2025-01-01' })),
            }),
          },
        ]);
        // Some wordings are refused; the others hold.
        const register = toRegister({ ...read, problems: [] });
        const { matches, unregistered } = page(copy, register).register!;
        for (const { sentence, start, end } of [...matches, ...unregistered]) {
          expect(start).toBeGreaterThanOrEqual(sentence.start);
          expect(end).toBeLessThanOrEqual(sentence.end);
          expect(start).toBeLessThan(end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a sentence takes no longer with 20,000 entries than with 200', () => {
    const names = 'knee hip back neck wrist ankle elbow skin scalp sleep mood energy'.split(' ');
    const many = (count: number): Register =>
      toRegister(
        parseRegister([
          {
            name: 'r',
            text: JSON.stringify({
              claims: Array.from({ length: count }, (_, index) => ({
                id: `c${index}`,
                wording: `Brand${index} gel soothes the ${names[index % 12]} and the ${names[(index * 7) % 12]} of people at work`,
                approved: '2025-01-01',
              })),
            }),
          },
        ]),
      );
    const copy = Array.from(
      { length: 200 },
      (_, index) => `Our gel soothes the ${names[index % 12]} of people at work and at home.`,
    ).join('\n\n');
    const time = (register: Register): number => {
      expect(page('Warm up.', register).register?.matches).toEqual([]);
      const best = Array.from({ length: 5 }, () => {
        const fresh = page(copy, register);
        // Worked out before the clock starts: every run needs them, with a register or without.
        expect([fresh.citations.length, fresh.claims.length]).toEqual([0, expect.any(Number)]);
        const start = performance.now();
        expect(fresh.register).toBeDefined();
        return performance.now() - start;
      });
      return Math.min(...best);
    };
    const [few, lots] = [many(200), many(20_000)];
    time(few);
    expect(time(lots)).toBeLessThan(time(few) * 4 + 20);
  });
});
