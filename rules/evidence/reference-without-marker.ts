import { sift } from 'promolint/rule';
import type { Block, Detector, Page } from 'promolint/rule';

const HEADING = sift(/^\W{0,3}(?:[\p{L}&]{1,14} ){0,3}(?:references?|sources?|bibliography|citations?|works cited|footnotes|endnotes)\W{0,3}$/iu);
const NUMBER = /^\s{0,3}[[(]?(\d{1,3})[\])]?[.:)]?\s/;

/** Entries of a numbered list of references, where other entries of it are cited. A list that nobody numbers his claims by is further reading. */
const detector: Detector = (page, report) => {
  const entries = entriesOf(page);
  if (entries.size < 2) return;
  const cited = citedNumbers(page);
  if (![...entries.keys()].some((number) => cited.has(number))) return;
  for (const [number, block] of entries)
    if (!cited.has(number)) report({ at: { block, start: 0, end: block.text.length }, data: { number } });
};

export default detector;

function entriesOf(page: Page): Map<number, Block> {
  const entries = new Map<number, Block>();
  const lists = new Set<number>();
  for (const block of page.document.blocks) {
    const { heading } = page.sectionOf(block);
    if (!heading || heading === block || block.origin !== 'body' || !HEADING.test(heading.text)) continue;
    const written = NUMBER.exec(block.text)?.[1];
    const item = block.list?.ordered && block.list.depth <= 1 ? block.list.item + 1 : undefined;
    const number = written === undefined ? item : Number(written);
    // Of two lists below one heading only the first is numbered as the markers are.
    if (block.list) lists.add(block.list.id);
    if (number !== undefined && lists.size <= 1 && !entries.has(number)) entries.set(number, block);
  }
  return entries;
}

/** Numbers of all markers, ranges included: "[2, 4–6]". */
function citedNumbers(page: Page): Set<number> {
  const numbers = new Set<number>();
  for (const { form, block, start, end } of page.citations) {
    if (form !== 'marker' && form !== 'footnote' && form !== 'link') continue;
    const text = block.text.slice(start, end).replace(/[⁰¹²³⁴-⁹]/g, (digit) => String('⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)));
    for (const [, from, to] of text.matchAll(/(\d{1,3})(?:\s?[–-]\s?(\d{1,3}))?/g))
      for (let number = Number(from); number <= Number(to ?? from); number++) numbers.add(number);
  }
  return numbers;
}
