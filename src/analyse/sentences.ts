import type { Block, Span } from '../rule.ts';
import { isOfInitials, sentenceEnds } from './sentence-ends.ts';

/** A full stop after one of these does not end a sentence when a capital follows. */
const ABBREVIATION =
  /(?:^|[\s(["'\u2018\u201c])(?:dr|drs|mr|mrs|ms|mx|prof|st|ste|rev|hon|sr|jr|mt|ft|no|nos|vs|v|fig|figs|eq|vol|pp?|ed|eds|al|approx|dept|est|inc|ltd|corp|co|u\.s|u\.s\.c|c\.f\.r|u\.k|e\.g|i\.e|cf|viz|a\.m|p\.m|ph\.d|m\.d|d\.o|d\.d\.s|d\.m\.d|d\.c|r\.n|b\.s|m\.s|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[a-z])\.\s*$/i;
const CITATION_TAIL = /^(?:\[[^\]]{1,12}\]|\(\d{1,3}\)|[\u00b9\u00b2\u00b3\u2070-\u2079]+|\d{1,3}(?=\s|$))\s*$/;

/**
 * Sentence bounds in a block's text, in order, without surrounding white space. Bullets, vertical bars and line breaks that
 * start something new end a sentence, since copy writes lists into one paragraph.
 */
export function splitSentences(block: Block): Span[] {
  const { text } = block;
  if (text.length === 0) return [];
  const cuts = [0];
  for (const mark of block.marks) if (mark.kind === 'break' ? startsAnew(text, mark.end) && !goesOn(text, mark) : mark.kind === 'sup' && closes(text, mark)) cuts.push(mark.end);
  for (const match of text.matchAll(/\s[|\u2022\u00b7\u25cf\u2713\u2714\u2705\u25aa\u27a4\u2605\u2b50]\s/gu)) cuts.push(match.index + 1);
  cuts.push(text.length);
  cuts.sort((a, b) => a - b);
  const spans: Span[] = [];
  for (let i = 1; i < cuts.length; i++) if (cuts[i]! > cuts[i - 1]!) segment(text, cuts[i - 1]!, cuts[i]!, spans);
  return spans;
}

function startsAnew(text: string, at: number): boolean {
  const rest = text.slice(at, at + 4).trimStart();
  return /^[\p{Lu}\p{N}\p{Extended_Pictographic}\u2022\u2013-]/u.test(rest);
}

/** "Rapid<br>Weight Loss", "Start Your<br>Journey": a line of one word over a few others, or one that ends in a small word, is broken for its looks. */
function goesOn(text: string, { start, end }: Span): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 60), start).trimEnd();
  if (SMALL_WORD.test(line)) return true;
  return start - line.length <= 1 && /^\p{L}[\p{L}'\u2019-]{2,14}$/u.test(line) && /^\s*\p{Lu}[\p{L}'\u2019&-]*(?:\s[\p{L}'\u2019&-]+){0,3}\s*$/u.test(text.slice(end, end + 60));
}
const SMALL_WORD = /[\p{L}\p{N}]\s(?:&|[Aa]nd|[Oo]r|[Yy]our|[Oo]ur|[Tt]he|an?|[Oo]f|[Ff]or|[Ww]ith|[Ww]ithout|[Tt]o|[Ii]n|[Oo]n|[Bb]y|[Ff]rom|[Mm]ore|[Ll]ess|[Nn]o|[Tt]han|[Ii]s|[Aa]re)$/u;

/** A superscript behind the full stop: "…for 30 minutes.<sup>1</sup> Studied in …", which reads as one number without its marks. */
const closes = (text: string, { start, end }: Span): boolean =>
  /[.!?\u2026]["'\u201d\u2019)\]]?$/.test(text.slice(Math.max(0, start - 2), start)) && /^\s+["'\u201c\u2018(]?\p{Lu}/u.test(text.slice(end, end + 8));

/** The segmenter goes back to the beginning of its text for each sentence: what it is given at a time stays short. */
const STRETCH = 4_000;
const SENTENCE_END = /[.!?\u2026]["'\u201d\u2019)\]]?\s+(?=["'\u201c\u2018(]?\p{Lu})/u;

function segment(text: string, from: number, to: number, spans: Span[]): void {
  let at = from;
  while (to - at > 2 * STRETCH) {
    const next = text.slice(at + STRETCH, at + 2 * STRETCH);
    const end = SENTENCE_END.exec(next);
    const cut = at + STRETCH + (end ? end.index + end[0].length : next.lastIndexOf(' ') + 1 || STRETCH);
    segmentStretch(text, at, cut, spans);
    at = cut;
  }
  segmentStretch(text, at, to, spans);
}

function segmentStretch(text: string, from: number, to: number, spans: Span[]): void {
  const part = text.slice(from, to);
  const first = spans.length;
  if (!/[.!?\u2026\u3002]/.test(part)) push(text, from, to, spans);
  else {
    let open = from;
    for (const place of sentenceEnds(part)) {
      const end = from + place;
      if (end < to && joinsNext(text, open, end)) continue;
      push(text, open, end, spans);
      open = end;
    }
    if (open < to) push(text, open, to, spans);
  }
  // "…in half.[3]" and "…in half. 3": the marker belongs to the sentence before it.
  for (let i = spans.length - 1; i > first; i--) {
    const span = spans[i]!;
    if (!CITATION_TAIL.test(text.slice(span.start, span.end))) continue;
    spans[i - 1] = { start: spans[i - 1]!.start, end: span.end };
    spans.splice(i, 1);
  }
}

function joinsNext(text: string, open: number, end: number): boolean {
  const tail = text.slice(Math.max(open, end - 16), end);
  if (ABBREVIATION.test(tail)) {
    // A single capital letter ends "vitamin C." as well as it abbreviates "J. Smith": only the latter has a capitalised word before or nothing.
    if (/(?:^|\s)[A-Z]\.\s*$/.test(tail) && /\b(?:vitamin|hepatitis|plan|part|type|grade|stage|group)\s+[A-Z]\.\s*$/i.test(text.slice(Math.max(open, end - 24), end))) return false;
    return true;
  }
  if (isOfInitials(tail, text.slice(end, end + 8))) return true;
  // The segmenter ends after "www." or before a lower-case word that goes on.
  return /^[\p{Ll}]/u.test(text.slice(end, end + 1)) && !/[!?]["'\u201d\u2019)]?\s*$/.test(tail);
}

/** What is longer holds no full stop where sentences end: a list, a table run together, a trap. */
const MOST_CHARACTERS = 1_500;

/** Adds a sentence; one without end in parts, cut where a clause or at least a word begins, so that work on it stays bounded. */
function push(text: string, from: number, to: number, spans: Span[]): void {
  let at = from;
  while (to - at > MOST_CHARACTERS) {
    const part = text.slice(at, at + MOST_CHARACTERS);
    const cut = Math.max(part.lastIndexOf(', '), part.lastIndexOf('; ')) + 1 || part.lastIndexOf(' ') + 1 || MOST_CHARACTERS;
    trim(text, at, at + cut, spans);
    at += cut;
  }
  trim(text, at, to, spans);
}

function trim(text: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  if (end > start) spans.push({ start, end });
}
