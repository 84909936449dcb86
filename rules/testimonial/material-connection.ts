import { sift } from 'promolint/rule';
import type { Block, Detector, Page, Sentence, Term } from 'promolint/rule';

const SILENT = ['negated', 'asked', 'myth', 'warning', 'example', 'legal', 'reference', 'nav'] as const;
/** Words of an attribution that place the speaker inside the business, and those that name the employer. */
const INSIDER = sift(/\b(?:our (?:own )?(?:\w+ ){0,2}(?:nurse|receptionist|manager|team member|staff|doctor|dentist|hygienist|therapist|founder|owner)(?:'s)?|staff (?:member|favou?rite)|employee|team member|co-?founder|founder|CEO|owner|investor|shareholder|practice manager|office manager|marketing (?:director|manager))\b/i);
/** "A nurse and Larkfield employee since 2019": the tie in plain words. */
const STATED = /\b\p{Lu}[\p{L}'.-]+ (?:employee|team member|staff member)\b/u;
/** Somebody who speaks of their job praises no treatment. */
const WORK = /\b(?:work(?:ing|ed)? (?:here|from|with (?:this|the|my) (?:team|crew)|at)|my (?:boss|manager|shift|colleagues|coworkers|team|desk)|the (?:crew|shift|meetings?|team|job|hours)|meeting rule|career|colleagues|coworkers)\b/i;
/** What makes an insider's words an endorsement: a result, or praise of what is sold. */
const PRAISE = sift(/\b(?:recommend\w*|best|love[sd]?|amazing|great|good|trust\w*|wonderful|fantastic|results?|changed|favou?rite|swear by|obsessed|(?:five|5) stars?|works?|worked|incredible|excellent|outstanding|life-changing|perfect|happy|thrilled|happiest|gentle|thank\w*|grateful|cured|healed|fixed|never felt|better)\b/i);
const isOfWork = (block: Block, { start, end }: { readonly start: number; readonly end: number }): boolean => WORK.test(block.text.slice(start, end));
const EMPLOYER = /\b(?:at|of|for|with) (?:the )?\p{Lu}/u;

/** A tie that the copy itself betrays, and no plain words about it in the same block. */
const detector: Detector = (page, report) => {
  for (const sentence of page.sentences) {
    const { block } = sentence;
    const hint = termOf(sentence, 'connection-unclear');
    const code = hint ? undefined : termOf(sentence, 'code');
    const found = hint ?? (code && endorses(page, block) ? code : undefined);
    if (!found || SILENT.some((frame) => page.framesAt(sentence, found).has(frame)) || isDisclosed(page, block) || isDisclosedAtTop(page)) continue;
    report({ at: { block, start: found.start, end: found.end }, ...(code ? { message: 'code', severity: 'warning' as const } : {}) });
  }
  for (const { blocks, span, attribution, voice, outcome } of page.testimonials) {
    if (!attribution || voice === 'expert') continue;
    if (voice === 'celebrity' && page.facts.sells && !blocks.some((block) => isDisclosed(page, block))) {
      report({ at: attribution, message: 'celebrity', severity: 'warning' });
      continue;
    }
    const block = blocks[0]!;
    // The whole line: "Pat R., our office manager's sister" ends after the name that the analysis found.
    const line = attribution.block.text.slice(attribution.start, attribution.end + 80);
    if (!INSIDER.test(line) || EMPLOYER.test(line) || STATED.test(line) || isOfWork(block, span) || (!outcome && !PRAISE.test(block.text.slice(span.start, span.end))) || blocks.some((block) => isDisclosed(page, block))) continue;
    report({ at: attribution, message: 'insider' });
  }
};

export default detector;

function termOf(sentence: Sentence, kind: string): Term | undefined {
  return sentence.terms.find(({ list, class: name }) => list === 'disclosures' && name === kind);
}

function isDisclosed(page: Page, block: Block): boolean {
  return !block.hidden && page.sentencesOf(block).some((sentence) => termOf(sentence, 'connection') !== undefined);
}

/** Plain words at the head of the page, before whatever is recommended, speak for all of it. */
const isDisclosedAtTop = (page: Page): boolean =>
  page.document.blocks.filter(({ origin, hidden, tucked, region }) => origin === 'body' && region === 'main' && !hidden && !tucked).slice(0, TOP).some((block) => isDisclosed(page, block));
const TOP = 4;

/** A handle or a testimonial: without one, a code is an ordinary offer. */
function endorses(page: Page, block: Block): boolean {
  return /(?:^|\s)@\w{2,30}/.test(block.text) || page.testimonials.some(({ blocks, form }) => form !== 'rating' && form !== 'before-after' && blocks.includes(block));
}
