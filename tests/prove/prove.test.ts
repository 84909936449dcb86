import { describe, expect, it } from 'vitest';
import { readExamples } from '../../src/prove/examples.ts';
import { describeProof, prove } from '../../src/prove/prove.ts';
import type { Bench, Sample } from '../../src/prove/prove.ts';
import type { Block } from '../../src/rule.ts';

/** Finds every "bad" of the source. Blocks are the paragraphs, with emphasis taken out. */
function bench(samples: Sample[] = []): Bench {
  return {
    lint(sample) {
      samples.push(sample);
      return Array.from(sample.source.matchAll(/bad|b\*\*ad\*\*/g), ({ index, 0: words }) => ({
        startOffset: index,
        endOffset: index + words.length,
        message: 'It is bad.',
      }));
    },
    blocks: ({ source }) =>
      Array.from(source.matchAll(/\S.*/g), ({ index, 0: line }) => {
        const pieces = Array.from(line.matchAll(/[^*]+/g), (part) => ({
          text: part[0],
          from: index + part.index,
          to: index + part.index + part[0].length,
        }));
        return { text: pieces.map(({ text }) => text).join(''), pieces } as unknown as Block;
      }),
  };
}

const rule = { id: 'efficacy/bad', profiles: ['us-supplement'], products: ['any'] };
const failuresOf = async (text: string): Promise<string[]> =>
  (await prove(rule, [{ path: 'x.md', text }], bench())).failures.map(({ line, message }) => `${line}: ${message}`);

describe('prove', () => {
  it('passes when findings are where they are expected and nowhere else', async () => {
    const text =
      '<!-- expect: "bad" -->\nThis is bad.\n\n<!-- ok -->\nThis is good.\n\n<!-- page -->\n<!-- expect: "bad peel" -->\nA b**ad** peel.\n';
    const proof = await prove(rule, [{ path: 'x.md', text }], bench());
    expect(proof).toEqual({ expected: 2, silent: 1, failures: [] });
    expect(describeProof(rule, proof)).toBe('efficacy/bad: 2 flagged and 1 accepted examples, all as expected.\n');
  });

  it('reports a miss, a false alarm, a finding elsewhere and words that are not there', async () => {
    expect(await failuresOf('<!-- expect: "good" -->\nThis is good.\n')).toEqual(['2: Expected a finding on "good".']);
    expect(await failuresOf('<!-- ok -->\nThis is bad.\n')).toEqual(['2: Expected no finding on "bad": It is bad.']);
    expect(await failuresOf('<!-- expect: "good" -->\nThis is good, that is bad.\n')).toEqual([
      '2: Expected a finding on "good", found others.',
      '2: Expected no finding on "bad": It is bad.',
    ]);
    expect(await failuresOf('Bad and bad.\n')).toEqual([
      '1: Expected no finding on "bad": It is bad. No annotation speaks of it.',
    ]);
    expect(await failuresOf('<!-- expect: "worse" -->\nThis is good.\n')).toEqual([
      '2: The words "worse" do not stand in the copy below their annotation.',
    ]);
  });

  it('lints each page by itself, without the annotations', async () => {
    const samples: Sample[] = [];
    const text = '<!-- ok -->\nGood.\n\n<!-- page -->\n<!-- product: device -->\n<!-- ok -->\n---\ntitle: Good\n---\nFine.\n';
    await prove(rule, [{ path: 'x.md', text }], bench(samples));
    expect(samples.map(({ source }) => source.trimEnd())).toEqual(['Good.', '---\ntitle: Good\n---\nFine.']);
    expect(samples.map(({ product }) => product)).toEqual([undefined, 'device']);
  });

  it('takes profile and product from the rule when the file names none', async () => {
    const samples: Sample[] = [];
    const text = '<!-- ok -->\nGood.\n\n<!-- page -->\n<!-- profile: uk, us-tx -->\n<!-- ok -->\nGood.\n';
    await prove({ id: 'x/y', profiles: ['us-fl'], products: ['telehealth'] }, [{ path: 'x.html', text }], bench(samples));
    expect(samples).toMatchObject([
      { profiles: ['us-provider', 'us-fl'], product: 'telehealth', format: 'html' },
      { profiles: ['uk', 'us-tx'], product: 'telehealth' },
    ]);
  });
});

describe('readExamples', () => {
  it('joins annotations of the same copy and leaves other comments alone', () => {
    const text =
      '<!-- expect: "a" -->\n<!-- expect: "b" -->\na and b <!-- expect: not alone on its line -->\n<!-- A note of the writer -->\n';
    const [page] = readExamples(text, 'x.md');
    expect(page!.examples).toMatchObject([{ expects: ['a', 'b'] }]);
    expect(page!.source).toBe('a and b <!-- expect: not alone on its line -->\n<!-- A note of the writer -->\n');
  });

  it('refuses misspelt and empty annotations', () => {
    expect(() => readExamples('x\n<!-- expct: "a" -->\nb', 'x.md')).toThrow(
      expect.objectContaining({ code: 'example-invalid', details: { where: 'x.md:2', hint: 'Did you mean "expect"?' } }) as Error,
    );
    expect(() => readExamples('<!-- expect: a -->\nb', 'x.md')).toThrow(/quotation marks/);
    expect(() => readExamples('<!-- profile -->\nb', 'x.md')).toThrow(/needs a name/);
  });
});
