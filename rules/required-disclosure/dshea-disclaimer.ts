import { NOT_CLAIMED, defineDetector, sift } from 'promolint/rule';
import type { Block, Claim, Frame, ObjectClass, Page, Sentence } from 'promolint/rule';

const PRODUCT = 'this product is not intended to diagnose, treat, cure, or prevent any disease.';
const EXACT = [
  `this statement has not been evaluated by the food and drug administration. ${PRODUCT}`,
  `these statements have not been evaluated by the food and drug administration. ${PRODUCT}`,
];
const RESEMBLES =
  sift(/\bevaluated by (?:the )?(?:food (?:and|&) drug administration|fda)\b|\bfda has(?: not|n't) (?:evaluated|reviewed)\b|\bnot (?:intended|meant|designed) to (?:diagnose|treat|cure|prevent)\b/);

/** Speaks of the disclaimer instead of making it, as does who quotes that of somebody else. */
const EXPLAINS = sift(/\b(?:asterisk|footnote|disclaimer|required by law|the law (?:requires|asks)|you(?:'ll| will) see|what (?:it|that|this) means|labels? (?:must|have to))\b/i);

/** What a structure or function statement speaks of; a disease needs another rule, not a disclaimer. */
const STRUCTURE = new Set<ObjectClass>([
  'function',
  'tissue',
  'marker',
  'mood',
  'weight',
  'sexual',
  'lifespan',
  'symptom',
  'appearance',
]);
const SELLING = new Set(['own', 'brand', 'none', 'pronoun', 'ingredient', 'product']);
const CLEARED: readonly Frame[] = [...NOT_CLAIMED, 'definition', 'instruction', 'condition', 'risk', 'advice', 'research', 'clinical'];

export default defineDetector((page, report) => {
  const statements = findStatements(page);
  // What the law lets a supplement say comes first: a claim on a disease is no matter of disclaimers.
  const first = statements.find((one) => isSupport(one) && isOfBody(one)) ?? statements.find(isOfBody) ?? statements.find(isSupport) ?? statements[0];
  if (!first || page.facts.genre === 'legal' || isTopical(page) || isOfDiet(page)) return;

  const candidates = page.document.blocks.filter(
    (block) => !block.hidden && block.kind !== 'comment' && RESEMBLES.test(plain(block.text)) && !EXPLAINS.test(block.text) && !/^\s*["\u201c]/.test(block.text),
  );
  const exact = candidates.find((block) => isExact(block, page));
  const data = { statements: statements.length > 1 ? 'These statements have' : 'This statement has' };
  if (!exact) {
    const altered = candidates[0];
    if (!altered) return report({ at: place(first), message: 'missing', data, ...(page.facts.advertises ? {} : { severity: 'warning' as const }), ...(first.sentence.block.kind === 'attribute' && { severity: 'info' as const }) });
    const close = EXACT.some((text) => alike(altered.text).includes(alike(text)));
    return report({ at: whole(altered), message: 'altered', severity: close ? 'info' : 'error', data });
  }
  // In HTML the weight may come from a style sheet, which nobody sees here.
  if (!isBold(exact))
    report({ at: whole(exact), message: 'bold', severity: 'info' });
  // Where the symbol stands at one statement, whether others owe it is a matter of reading them.
  const linked = statements.some((statement) => isMarked(statement));
  const unlinked = statements.filter((statement) => !isNear(statement, exact, page) && !isMarked(statement));
  // A symbol can be put in the copy itself; a title may have no room for it.
  const worst = unlinked.find(({ sentence }) => sentence.block.origin === 'body') ?? unlinked[0];
  const symbol = SYMBOL.exec(exact.text)?.[0] ?? '';
  if (worst) report({ at: place(worst), message: 'unlinked', severity: worst.sentence.block.origin === 'body' && !linked ? 'warning' : 'info', data: { symbol } });
});

/** A statement that the product supports the body. */
interface Statement {
  readonly sentence: Sentence;
  readonly level?: Claim['level'];
  readonly start: number;
  readonly end: number;
}

const isSupport = ({ level }: Statement): boolean => level === undefined || level === 'support' || level === 'manage';

function findStatements(page: Page): Statement[] {
  const claims: Statement[] = page.claims.filter(isStatement);
  // An article about a nutrient speaks of its effects as well, and sells nothing: there only a named product owes the disclaimer.
  if (!page.facts.advertises) return page.claims.filter(isStatement).filter(isOfBrand);
  const known = new Set(claims.map(({ sentence }) => sentence));
  const others = page.sentences.flatMap((sentence) => (known.has(sentence) ? [] : (supports(page, sentence) ?? [])));
  return [...claims, ...others].sort((a, b) => a.sentence.index - b.sentence.index || a.start - b.start);
}

/** In running copy or a list of it; a title and the text of a picture repeat what stands there. */
const isOfBody = ({ sentence: { block } }: Statement): boolean => block.origin === 'body' && block.kind !== 'attribute' && block.kind !== 'heading';

/** A way of eating, a book or a course of which nothing is swallowed. */
const DIET = /\b(?:(?:keto(?:genic)?|paleo|atkins|low[- ]carb|mediterranean|vegan|carnivore|dash|plant[- ]based|gluten[- ]free|intermittent fasting|fasting) (?:diets?|lifestyle|guide|plan|recipes?|way|eating|meal plans?|cookbook)|(?:diet|meal|exercise|workout) plans?|recipe books?|cookbooks?|e-?books?|guidebook|online course)\b/gi;
function isOfDiet({ document: { blocks } }: Page): boolean {
  const copy = blocks.filter(({ kind }) => kind !== 'comment');
  const count = copy.reduce((sum, { text }) => sum + (text.match(DIET)?.length ?? 0), 0);
  return count >= 3 && copy.reduce((sum, { text }) => sum + (SWALLOWED.test(text) ? 1 : 0), 0) * 3 < count;
}

/** "Our tonic", "our ashwagandha"; our bodies and our diet are everybody's. */
const OUR_PRODUCT = sift(/\b(?:our|my) (?:[\w-]+ ){0,2}(?:capsules?|tablets?|gumm(?:y|ies)|formulas?|blends?|products?|supplements?|teas?|powders?|drops|tinctures?|probiotics?|extracts?|complex|collagen|oils?|drinks?|chews?|softgels?|tonics?|shots?|elixirs?)\b/i);
const OUR = sift(/\b(?:our|my) (?:[\w-]+ )?$/i);

/** A product by its name, which is not that of a nutrient, or by "our". */
function isOfBrand({ agent, start, sentence }: Claim): boolean {
  const nutrients = sentence.terms.filter(({ list }) => list === 'supplements');
  if (OUR_PRODUCT.test(sentence.text) || nutrients.some((term) => OUR.test(sentence.text.slice(0, term.start - sentence.start)))) return true;
  return agent === 'brand' && !/\b(?:our|us|we)\b/i.test(sentence.text) && !nutrients.some((term) => term.start < start);
}

/** What goes on the skin is no dietary supplement. */
const TOPICAL = /\b(?:moisturi[sz]ers?|lotions?|creams?|balms?|salves?|serums?|sunscreens?|shampoos?|conditioners?|soaps?|body (?:wash|butter|oil)|face (?:wash|mask|oil)|mascaras?|lash|toothpastes?|deodorants?|topical\w*|emollients?|toners?|cleansers?|skin ?care)\b/gi;
const SWALLOWED = sift(/\b(?:capsules?|tablets?|gumm(?:y|ies)|pills?|powders?|supplements?|teas?|drinks?|swallow|servings?|softgels?|chews?|chewables?|shakes?|tinctures?|drops|vitamins?|probiotics?)\b/i);
const isTopical = ({ document: { blocks } }: Page): boolean => {
  const copy = blocks.filter(({ kind }) => kind !== 'comment');
  const title = copy.find(({ level, origin }) => level === 1 && origin === 'body')?.text ?? '';
  if (title.match(TOPICAL) && !SWALLOWED.test(title)) return true;
  return copy.reduce((count, { text }) => count + (text.match(TOPICAL)?.length ?? 0), 0) >= 2 && !copy.some(({ text }) => SWALLOWED.test(text));
};

/** "Too much vitamin D can raise the calcium in your blood", "may cause drowsiness": what can go wrong supports nothing. */
const CAUTION =
  sift(/\b(?:too much|guidelines?|it is (?:also )?(?:wise|best|important) to|(?:modern|typical|western|balanced|poor) (?:diet|nutrition)|(?:main|only) reason|(?:the )?(?:facts|truth|science) (?:behind|about)|my (?:\w+ )?(?:health|weight|life)|claims? to|claimed to|(?:products?|supplements?|pills?|teas?) promise|broken down|may (?:not )?(?:say|claim)|better[- ]studied|dissolves? in|mix(?:es)? in(?:to)?|(?:smell|taste)s? (?:of|like)|(?:combined|taken) with|can (?:loosen|upset)|can cause|may cause|could cause|side effects?|interact\w*|talk (?:to|with) (?:your|a)|ask (?:your|a)|tell (?:your|a)|do not (?:take|use|drive|exceed)|don't (?:take|use|drive)|avoid (?:taking|using|if)|not for|keep (?:out|away)|stop (?:taking|using|use)|should not|if you (?:take|are|have)|pregnan\w+|nursing|blood thinners?|surgery|allerg\w+|in (?:rats|mice|animals)|(?:small|several|some|few|many) (?:\w+ )?(?:trials|studies)|NIH|NCCIH|Institutes? of Health)\b/i);

const isStatement = ({ level, object, agent, frames, confidence, sentence }: Claim): boolean =>
  !CAUTION.test(sentence.text) &&
  level !== 'describe' &&
  object !== undefined &&
  STRUCTURE.has(object.class) &&
  SELLING.has(agent) &&
  confidence >= 0.5 &&
  !isCleared(frames);

const isCleared = (frames: ReadonlySet<Frame>): boolean => CLEARED.some((frame) => frames.has(frame));

/** The verbs of the trade, with what they are said of. */
const SUPPORTS =
  sift(/\b(?:helps? (?:to )?(?:support|maintain|promote|keep|balance|nourish|strengthen)|supports?|promotes?|maintains?|nourishes)\s(?:[a-z-]{1,14},?\s){0,4}(?:health|function|mood|sleep|temperature|energy|focus|calm|comfort|digestion|immunity|immune|joints?|bones?|skin|hair|nails|heart|brain|memory|metabolism|regularity|stress|relaxation|muscles?|circulation|vitality|libido|hormones?|gut|vision|eyesight|prostate|bladder|liver|well-?being|mobility|flexibility|recovery|stamina|clarity|cognition)\b/i);

/** Short lines and bullets, "Healthy digestion support": the words of a claim without its grammar. */
function supports(page: Page, sentence: Sentence): Statement | undefined {
  const { block, terms, tokens } = sentence;
  if (isTaught(page, sentence)) return undefined;
  const stock = !block.hidden && !CAUTION.test(sentence.text) ? SUPPORTS.exec(sentence.text) : null;
  if (stock) {
    const at = { start: sentence.start + stock.index, end: sentence.start + stock.index + stock[0].length };
    if (!isCleared(page.framesAt(sentence, at))) return { sentence, ...at };
  }
  if (block.hidden || tokens.length > 12 || CAUTION.test(sentence.text)) return undefined;
  const effect = terms.find(({ list, class: kind }) => list === 'effects' && (kind === 'support' || kind === 'improve'));
  const part = terms.find(({ list, class: kind }) => list === 'body' && kind !== 'region');
  if (!effect || !part || Math.abs(part.first - effect.last) > 5) return undefined;
  const span = { start: Math.min(effect.start, part.start), end: Math.max(effect.end, part.end) };
  return isCleared(page.framesAt(sentence, span)) ? undefined : { sentence, ...span };
}

/** "Bridges strengthen the seat muscles", "Physiotherapy improves balance": habits, people and those who care do it, with no goods beside them. */
const isTaught = (page: Page, sentence: Sentence): boolean => {
  const claims = page.claimsOf(sentence);
  return claims.length > 0 && claims.every(({ agent, fragment }) => TEACHERS.has(agent) && !fragment) && !sentence.terms.some(({ list }) => list === 'supplements' || list === 'own') && !SWALLOWED.test(sentence.text);
};
const TEACHERS = new Set(['care', 'lifestyle', 'reader', 'disease', 'body', 'person']);

const plain = (text: string): string => text.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim();
/** Of one product or several, of a disease or diseases, with or without "any": the two sentences all the same. */
const alike = (text: string): string =>
  plain(text)
    .replace(/[,;.]/g, '')
    .replace(/\b(?:these products|this product|our products|they|it) (?:are|is)\b/g, 'this product is')
    .replace(/\bdiagnose(?: or)? treat(?: or)? cure(?: or)? prevent\b|\bdiagnose treat cure or prevent\b/g, 'diagnose treat cure or prevent')
    .replace(/\bprevent (?:any |a )?(?:diseases?|illness(?:es)?)\b/g, 'prevent any disease')
    .replace(/\b(?:u ?s )?fda\b/g, 'food and drug administration')
    .replace(/\bevaluated by food/g, 'evaluated by the food');

/** With which the disclaimer begins, so that others can lead to it. */
const SYMBOL = /^[*†‡§]{1,2}/;

/** The two sentences often stand in lines of their own. */
function isExact(block: Block, page: Page): boolean {
  const next = page.after(block);
  const text = plain(next ? `${block.text} ${next.text}` : block.text);
  return EXACT.some((wanted) => text.includes(wanted));
}

function isBold({ kind, marks, text }: Block): boolean {
  if (kind === 'heading') return true;
  const bold = marks.filter((mark) => mark.kind === 'strong').reduce((length, { start, end }) => length + end - start, 0);
  return bold >= 0.8 * Math.min(text.length, EXACT[0]!.length);
}

function isNear({ sentence: { block } }: Statement, disclaimer: Block, page: Page): boolean {
  return block === disclaimer || page.before(disclaimer) === block || page.after(disclaimer) === block;
}

/** It, or its sentence, carries an asterisk, a dagger or a raised character, which leads to the disclaimer. */
function isMarked({ sentence, start, end }: Statement): boolean {
  const { block } = sentence;
  const last = Math.max(end, sentence.end);
  return (
    /[*†‡§]/.test(block.text.slice(start, last + 1) + block.text.slice(end, end + 2)) ||
    block.marks.some(
      (mark) => (mark.kind === 'sup' || mark.kind === 'footnote-ref') && mark.start >= start && mark.end <= last + 4,
    )
  );
}

const place = ({ sentence: { block }, start, end }: Statement) => ({ block, start, end });
const whole = (block: Block) => ({ block, start: 0, end: block.text.length });
