import { sift } from 'promolint/rule';
import type { Block, Detector } from 'promolint/rule';
import { harmsIn } from './risk-statements.ts';

const DISCLOSURE =
  sift(/\b(?:important safety information|boxed warning|black box warning|contraindicat\w+|not (?:been )?(?:fda[- ]approved|approved by (?:the )?fda)|have not been evaluated|results (?:may|will|can) vary|side effects? (?:may|can|include)|risks? (?:include|of (?:this|the|surgery))|serious side effects|warnings? and precautions|may cause)\b/i);
/** What a table counts, and the cell that says there is none of it. */
const RISK_HEAD = /^\W*(?:(?:known|common|possible|serious|reported) )?(?:side[- ]effects?|adverse (?:effects|events|reactions)|risks?|complications?|dangers?|addicti(?:on|ve)(?: risk)?|dependen(?:ce|cy)|downsides?)\W*$/i;
const NO_RISK = /^\W*(?:none(?: (?:known|at all|reported|whatsoever))?|zero|no|never|not any|(?:virtually|practically|almost|basically|next to|essentially) (?:none|zero|nothing|nil))\W*$/i;
const QUESTION = /\?\s*$/;

/** Risk information that no reader meets, being collapsed, hidden or in small print; and a table that grants the product no risk at all. */
const detect: Detector = (page, report) => {
  if (page.facts.genre !== 'marketing' || !page.facts.sells) return;
  for (const block of page.document.blocks)
    if (block.table && NO_RISK.test(block.text) && (RISK_HEAD.test(block.table.header) || RISK_HEAD.test(block.table.rowHeader))) report({ at: { block, start: 0, end: block.text.length } });
  for (const block of page.document.blocks) {
    if (!isCopy(block)) continue;
    const buried = block.hidden || (block.tucked && !isAnswer(page.before(block))) || isSmall(block);
    if (!buried || !(DISCLOSURE.test(block.text) || (harmsIn(page, block).length >= 2 && /\b(?:risks?|side effects?)\b/i.test(block.text)))) continue;
    report({ at: { block, start: 0, end: Math.min(block.text.length, 120) }, message: 'buried' });
    return;
  }
};

export default detect;

const isCopy = (block: Block): boolean =>
  (block.origin === 'body' && block.region !== 'footer' && block.region !== 'nav' && block.kind !== 'attribute' && block.kind !== 'comment' && block.kind !== 'heading');

/** A question that opens to its answer is how a page presents questions, not a way to hide one. */
const isAnswer = (block: Block | undefined): boolean => block !== undefined && QUESTION.test(block.text);

function isSmall(block: Block): boolean {
  const small = block.marks.filter(({ kind }) => kind === 'small' || kind === 'sub' || kind === 'sup').reduce((sum, { start, end }) => sum + end - start, 0);
  return small * 10 >= block.text.length * 9 && block.text.length > 0;
}
