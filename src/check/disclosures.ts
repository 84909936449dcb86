import { sift, type Page } from '../rule.ts';

/** What honest copy says beside its offers, by kind. */
const KINDS: readonly (readonly [kind: string, pattern: ReturnType<typeof sift>])[] = [
  ['evaluated', sift(/\bevaluated by (?:the )?(?:food (?:and|&) drug administration|fda)\b|\bnot intended to diagnose\b/i)],
  ['typical', sift(/\b(?:most (?:people|patients|users) (?:can expect|see|have|lose|need)|can (?:generally )?expect|results (?:vary|differ)|on average|\d+ of (?:the )?\d+|(?:no|without) change|did not (?:improve|help)|not typical|typical (?:results?|users?|patients?))\b/i)],
  ['risks', sift(/\b(?:risks? (?:\w+ ){0,4}(?:include|are|of)|side effects|complications?|allergic reactions?|do not (?:use|take) (?:it )?if)\b/i)],
  ['alternatives', sift(/\b(?:other (?:options|choices|treatments|ways)|choose to wait|alternatives?|(?:does|do|may|might) not (?:work|be right|suit|help) (?:for )?(?:everyone|every|all|you))\b/i)],
  ['limits', sift(/\b(?:(?:does|do|can|will)(?: not|n['’]t|not) (?:diagnose|treat|cure|prevent|replace|promise|guarantee|claim|fix|heal)|not a (?:substitute|replacement|medicine|cure|drug)|not known (?:if|whether)|(?:has|have)(?: not|n['’]t) been (?:tested|studied|shown|proven|evaluated)|we (?:do not|don['’]t) (?:know|claim|say))\b/i)],
  ['sources', sift(/\b(?:sources?:|NCT\d{6,}|K\d{6}\b|reviewed by|viewed (?:on )?[A-Z][a-z]+ \d)/i)],
  ['consent', sift(/\b(?:signed|written|gave|given|with)\b.{0,30}\b(?:release|authori[sz]ation|permission|consent)\b/i)],
  ['connection', sift(/\b(?:paid|sponsored|employees?|in exchange|received .{0,30}free|free (?:tin|product|sample))\b/i)],
  ['referral', sift(/\b(?:talk to|ask|tell|see|call|check with|speak with) (?:your|a) .{0,20}(?:doctor|pharmacist|provider|care team|clinician|dentist)|\bcall 911\b/i)],
  ['terms', sift(/\b(?:cancel|renews?|refunds?|ends on|until (?:january|february|march|april|may|june|july|august|september|october|november|december)|no (?:minimum|sale|contract))\b/i)],
];

const known = new WeakMap<Page, ReadonlySet<string>>();

/** The kinds of disclosure that stand on a page where its readers see them. Looked for once a page, when first asked for. */
export function disclosuresOf(page: Page): ReadonlySet<string> {
  let found = known.get(page);
  if (!found) {
    const copy = page.document.blocks.filter(({ kind, hidden }) => kind !== 'comment' && kind !== 'attribute' && !hidden);
    found = new Set(KINDS.filter(([, pattern]) => copy.some(({ text }) => pattern.test(text))).map(([kind]) => kind));
    known.set(page, found);
  }
  return found;
}
