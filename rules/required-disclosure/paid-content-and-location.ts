import { defineDetector, sift } from 'promolint/rule';
import type { Block, Frame, Page, Report, Sentence } from 'promolint/rule';

/** Says that somebody paid for the piece. Naming a sponsor of an event or a partner hospital does not. */
const PAID =
  sift(/\b(?:advertorial|paid (?:post|content|presentation|segment|promotion|program(?:me)?)|sponsored (?:post|content|article|story|feature|message)|partner content|native ad(?:vertis\w{2,9})?|special advertising section|(?:this|the) (?:article|post|story|feature|report|content|page|guide) (?:is|was|has been|were|comes) (?:sponsored|paid for|funded|underwritten|provided by|supplied by|furnished by|made possible by|created (?:by|with|for)|prepared (?:by|for)|produced (?:by|with|for)|contributed by|courtesy of|brought to you|written (?:in partnership|for|with)|presented by)|brought to you by|in (?:paid )?partnership with our sponsors?|(?:content|article|story|segment|column|feature) (?:provided|supplied|sponsored|furnished|produced|contributed|created|paid for) by|paid (?:partner|content partner|placement|advertorial)|(?:a )?message from our (?:sponsor|partner)s?|special (?:promotional|advertising) (?:feature|supplement|report)|brand(?:ed)? (?:content|studio)|promotional feature)\b/i);
/** A label that a reader takes as "this is an advertisement". */
const LABEL =
  sift(/\b(?:advertisement|advertorial|advertising|ad feature|sponsored|sponsor content|paid (?:post|content|for|partnership|presentation|promotion)|promoted|promotional feature|ad)\b/i);

const LEAFLET: Readonly<Record<string, RegExp>> = {
  au: /\balways read the label\b.{0,40}\bfollow the directions for use\b|\balways follow the directions for use\b/i,
  uk: /\balways read the (?:label|leaflet|instructions)\b/i,
};
const MEDICINES: Readonly<Record<string, readonly string[]>> = { au: ['otc', 'device', 'supplement'], uk: ['otc'] };
const CLEARED: readonly Frame[] = ['negated', 'asked', 'myth', 'warning', 'legal', 'example', 'nav'];

export default defineDetector((page, report) => {
  if (page.facts.genre === 'internal') return;
  reportPaidContent(page, report);
  reportStatement(page, report);
});

function reportPaidContent(page: Page, report: Report): void {
  const { blocks, frontMatter, frontMatterRange } = page.document;
  const copy = blocks.filter(
    ({ origin, hidden, region, kind }) => origin === 'body' && !hidden && region !== 'nav' && kind !== 'attribute',
  );
  // The label must meet the reader before the story does: in the first two blocks, or among the short lines above the first that runs on.
  const story = copy.findIndex(({ kind, text }) => kind === 'paragraph' && text.split(/\s+/).length > 25);
  if (copy.slice(0, Math.max(2, story < 0 ? 2 : Math.min(story, 5))).some(({ text }) => LABEL.test(text) && text.length <= 200)) return;

  for (const sentence of page.sentences) {
    const found = PAID.exec(sentence.text);
    if (!found || sentence.block.origin !== 'body') continue;
    const at = {
      block: sentence.block,
      start: sentence.start + found.index,
      end: sentence.start + found.index + found[0].length,
    };
    if (isCleared(page, sentence, at)) continue;
    return report({ at, message: 'late' });
  }
  const isPaid =
    ['paid', 'sponsored', 'advertorial'].some((key) => frontMatter[key] === true) ||
    ['sponsor', 'paid_by', 'sponsored_by'].some((key) => typeof frontMatter[key] === 'string');
  const first = copy[0];
  if (!isPaid || !frontMatterRange || !first) return;
  report({ at: whole(first) });
}

/** Australia and the UK ask for a set sentence in every advertisement for a medicine that anyone may buy. */
function reportStatement(page: Page, report: Report): void {
  const market = page.context.profiles.find((profile) => profile in LEAFLET);
  if (!market || !page.facts.sells || !MEDICINES[market]!.includes(page.context.product)) return;
  const { blocks } = page.document;
  if (blocks.some(({ text, hidden }) => !hidden && LEAFLET[market]!.test(text))) return;
  const offer =
    page.claims.find(({ frames }) => !frames.has('negated') && !frames.has('risk'))?.sentence ??
    page.sentences.find(({ block }) => block.origin === 'body');
  if (offer)
    report({
      at: { block: offer.block, start: offer.start, end: offer.end },
      message: market,
      severity: market === 'au' ? 'error' : 'warning',
    });
}

function isCleared(page: Page, sentence: Sentence, at: { readonly start: number; readonly end: number }): boolean {
  const frames = page.framesAt(sentence, at);
  return CLEARED.some((frame) => frames.has(frame));
}

const whole = (block: Block) => ({ block, start: 0, end: block.text.length });
