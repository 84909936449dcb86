import { describe, expect, it } from 'vitest';
import { pageOf } from './page-of.ts';

const REFERENCES = `

## References

1. Okafor J, et al. Knee bracing in adults. Pain. 2021;44:12-19. doi:10.1097/j.pain.0000000000001234
2. https://www.nice.org.uk/guidance/ng226
3. Arthritis Weekly press release, PR Newswire, 2022.
`;

const cited = (source: string) => pageOf(source).citations.map(({ form, kind, resolved, adequate }) => `${form} ${kind}${resolved ? '' : ' unresolved'}${adequate ? ' adequate' : ''}`);

describe('markers lead to their entries', () => {
  it.each([
    ['a footnote', 'Bracing helped.[^a]\n\n[^a]: Smith T. Bracing. J Orthop. 2018;12(3):45-50.', ['footnote study adequate']],
    ['a footnote without a note', 'Bracing helped.[^zz]', ['footnote unknown unresolved']],
    ['a number in brackets', `Rest is not needed [1].${REFERENCES}`, ['marker study adequate']],
    ['several numbers', `Heat helps [2, 3].${REFERENCES}`, ['marker guideline adequate']],
    ['a number past the list', `Cold does not help [9].${REFERENCES}`, ['marker unknown unresolved']],
    ['a superscript digit', `Pain fell by 30%.\u00b9${REFERENCES}`, ['marker study adequate']],
    ['a number in parentheses', `Walking helps (2).${REFERENCES}`, ['marker guideline adequate']],
    ['a press release in the list', `Braces help [3].${REFERENCES}`, ['marker press']],
    ['double brackets around a link', 'Braces help [[3]](https://pubmed.ncbi.nlm.nih.gov/99887/).', ['link study adequate']],
    ['a placeholder', 'Braces help [citation needed].', ['marker placeholder unresolved']],
  ])('%s', (_name, source, expected) => {
    expect(cited(source)).toEqual(expected);
  });

  it('reads HTML superscripts and ordered lists', () => {
    const page = pageOf('<p>Pain fell by half.<sup>1</sup></p><p>A room of 20 m<sup>2</sup>.</p><h2>Sources</h2><ol><li>Moreau P, et al. Spine. 2022;12:4-9.</li></ol>', 'html');
    expect(page.citations.map(({ form, kind, adequate, year }) => ({ form, kind, adequate, year }))).toEqual([{ form: 'marker', kind: 'study', adequate: true, year: 2022 }]);
  });

  it.each([
    ['one paragraph', '<p>Pain fell.<sup>1,2</sup></p><p><b>References:</b> <b>1.</b> Lindal Label. Prescribing information. Corvane; 2024. <b>2.</b> Data on file. Corvane.</p>'],
    ['small print', '<p>Pain fell.<sup>2</sup></p><p><small>1. Okafor J, Lind P. Pain. 2021;44:12-19. 2. Company report, on request.</small></p>'],
    ['one note a paragraph', '<p>Pain fell.<sup>2</sup></p><p>1. Okafor J, Lind P. Pain. 2021;44:12-19.</p><p>2. Data on file.</p>'],
    ['raised numbers', '<p>Pain fell.<sup>1</sup></p><p><sup>1</sup> Asked of all patients seen in 2024.</p>'],
    ['bare numbers in the footer', '<p>Pain fell.<sup>1</sup></p><footer><p>1 Asked of all patients seen in 2024.</p></footer>'],
    ['a list without a heading', '<p>Pain fell.<sup>2</sup></p><ol><li>Okafor J, Lind P. Pain. 2021;44:12-19.</li><li>Corvane user guide.</li><li>Ito K, et al. Spine. 2020;1:2-3.</li></ol>'],
  ])('finds entries in %s', (_name, source) => {
    const markers = pageOf(source, 'html').citations.filter(({ form }) => form === 'marker');
    expect(markers.length).toBeGreaterThan(0);
    expect(markers.map(({ resolved }) => resolved)).not.toContain(false);
  });

  it.each(['<p>We scan with <sup>18</sup>F-FDG.</p>', '<p>About 10<sup>9</sup> cells and R<sup>2</sup> of 0.8.</p>', '<p>She said "[...] it hurt" and left.</p>', '<p>Treatment with [177]Lu-PSMA.</p>'])('takes no power, isotope or ellipsis for a marker: %s', (source) => {
    expect(pageOf(source, 'html').citations).toEqual([]);
  });

  it('lets a list of front matter answer numbers', () => {
    const [citation] = pageOf('---\nreferences:\n  - "Okafor J, et al. Knee bracing. Pain. 2021;44:12-19."\n---\n\nBracing cut pain by half [1].').citations;
    expect(citation).toMatchObject({ form: 'marker', kind: 'study', resolved: true, year: 2021 });
  });
});

describe('citations that name their source', () => {
  it.each([
    ['Exercise eases pain (Lind et al., 2019).', ['author-year study adequate']],
    ['Second operations are rare (NJR, 2022).', ['author-year study adequate']],
    ['As Moreau and Ito (2020) found, walking helps.', ['author-year study adequate']],
    ['A 2021 Cochrane review found a small effect.', ['named-source review adequate']],
    ['Trial NCT01234567 is complete.', ['identifier registry adequate']],
    ['See doi:10.1002/14651858.CD004376.pub3 for more.', ['identifier review adequate']],
    ['It works (doi:10.12/x9).', ['identifier unknown unresolved']],
    ['See PMID 12345678.', ['identifier study adequate']],
    ['In our 2024 registry of 412 patients pain fell.', ['named-source own']],
    ['It calms colic (source: Google).', ['named-source encyclopedia']],
    ['Braces help ([study](https://www.healthline.com/x)).', ['link encyclopedia']],
    ['Braces help ([study](https://blog.harborclinic.example/braces)).', ['link own']],
    ['Braces help ([source](#)).', ['link placeholder unresolved']],
    ['Braces help ([source](https://example.com)).', ['link placeholder unresolved']],
    ['Braces help ([2](/references#2)).', ['link study adequate']],
    ['See the [full Prescribing Information](/pi.pdf).', ['link label adequate']],
  ])('%s', (source, expected) => {
    expect(cited(source)).toEqual(expected);
  });

  it.each(['We open soon (March 2026).', 'The clinic (DC, 1988) has moved.', 'House bill (HB 1971) passed.', 'Read [our blog](/blog) or follow us on [Facebook](https://www.facebook.com/x).', 'The array `items[1]` is empty.', 'Find out [who we are](#).', '[See your results](https://example.com/portal)'])(
    'is silent on %s',
    (source) => {
      expect(cited(source)).toEqual([]);
    },
  );

  it('counts a preprint only when it is called one', () => {
    expect(cited('Pain fell ([study](https://www.medrxiv.org/x)).')).toEqual(['link preprint']);
    expect(cited('Pain fell ([study](https://www.medrxiv.org/x), a preprint).')).toEqual(['link preprint adequate']);
  });
});

describe('what stands with a claim', () => {
  it('is the same sentence or the next one, and none that came before', () => {
    const page = pageOf('Pain fell by half. See doi:10.1097/j.pain.1234. Sleep got better. So did mood. And balance.');
    const [block] = page.document.blocks;
    const counts = page.sentencesOf(block!).map((sentence) => page.citationsFor(block!, sentence).length);
    expect(counts).toEqual([1, 1, 0, 0, 0]);
  });

  const reached = (source: string, words: string, format: 'markdown' | 'html' = 'markdown') => {
    const page = pageOf(source, format);
    const block = page.document.blocks.find(({ text }) => text.includes(words))!;
    const start = block.text.indexOf(words);
    return page.citationsFor(block, { start, end: start + words.length }).length;
  };

  it('is what ends the paragraph, and what came before a sentence that goes on about it', () => {
    expect(reached('Pain fell by half. Sleep got better. So did mood (doi:10.1097/j.pain.1234).', 'Pain fell')).toBe(1);
    expect(reached('In one trial pain fell (doi:10.1097/j.pain.1234). Those on placebo had no change.', 'Those on')).toBe(1);
    expect(reached('In one trial pain fell (doi:10.1097/j.pain.1234). Our gel works.', 'Our gel')).toBe(0);
  });

  it('is the text below a heading, the row of a table, the line above a list', () => {
    expect(reached('# What a trial found\n\nPain fell (doi:10.1097/j.pain.1234).', 'What a trial')).toBe(1);
    expect(reached('| Pain | Source |\n| --- | --- |\n| 40% less | doi:10.1097/j.pain.1234 |\n| 50% less | none |', '40%')).toBe(1);
    expect(reached('| Pain | Source |\n| --- | --- |\n| 40% less | doi:10.1097/j.pain.1234 |\n| 50% less | none |', '50%')).toBe(0);
    expect(reached('In a trial (doi:10.1097/j.pain.1234):\n\n- pain fell by 40%\n- sleep got better', 'sleep got')).toBe(1);
  });

  it('lets a source line speak for the block above it', () => {
    const page = pageOf('About half of adults have back pain each year.\n\nSource: National Institutes of Health, 2023.');
    expect(page.citationsFor(page.document.blocks[0]!, { start: 0, end: 10 })).toMatchObject([{ kind: 'government', adequate: true }]);
  });
});
