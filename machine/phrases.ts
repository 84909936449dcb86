/**
 * Matches phrases in a sentence: the part of `src/match` in which a run spends its time, in AssemblyScript, so that it runs as fast
 * on the first sentence as on the last. All that it reads stands in its memory, where `src/match/phrase-machine.ts` lays it out;
 * `npm run machine` compiles it. Numbers are 32 bits wide unless a comment says bytes.
 */

/** A program is an array of cells, `src/match/phrase-program.ts` tells what they hold. */
const enum Op { done, few, many, any, shape, start, end, not, branch, named, gap, term }

/** What a token is; one without a bit is a word in lower case. */
const enum Kind { mark = 1, stop = 2, number = 4, capital = 8 }

/** What a phrase has: whether it is tried at other places than the first; a second anchor. */
const enum Trait { later = 1, twice = 2 }

/** Which of a phrase's anchors were seen in the sentence. */
const FIRST: u32 = 1;
const BOTH: u32 = 3;
/** A mark holds the number of the sentence above the bits of the anchors. */
const MOST_SENTENCES: u32 = (1 << 30) - 1;
/** Backtracking is bounded per start; a pattern that needs more is hopeless on that sentence. */
const MOST_STEPS: i32 = 2_000;
const NONE: i32 = -1;

// Where the shape ends that begins at a place, or -1.
@external("env", "shapeEnd") declare function shapeEnd(shape: i32, at: i32): i32;
@external("env", "found") declare function found(phrase: i32, first: i32, end: i32): void;
@external("env", "called") declare function called(phrase: i32): void;

// Where the tables of the set stand, and how many phrases it has.
export let code: usize = 0;
export let names: usize = 0;
export let phrases: u32 = 0;
/** By phrase: where it begins in the program; bytes of `Trait`; what was seen of it, and at which place it was last tried. */
export let entries: usize = 0;
export let traits: usize = 0;
export let seen: usize = 0;
export let tried: usize = 0;
/** Indices. */
export let starts: usize = 0;
export let anchors: usize = 0;
export let seconds: usize = 0;
/** Tables of one key: the phrases that may begin with anything, and those without an anchor. */
export let anywhere: usize = 0;
export let always: usize = 0;
/** Those of `anywhere` whose anchors stand in the sentence. */
export let free: usize = 0;

// The sentence in hand.
export let count: i32 = 0;
/** By place: the number of the word or -1, bytes of `Kind`, the first of the terms that begin there or -1. */
export let words: usize = 0;
export let kinds: usize = 0;
export let firstTerm: usize = 0;
/** Four numbers a term: the next that begins at the same place or -1, its last place, the numbers of its two names. */
export let terms: usize = 0;
export let termCount: i32 = 0;
/** By class and place: the list of the ends of the class there, or 0. Lists grow at the end of the memory. */
export let ends: usize = 0;
export let classes: usize = 0;
export let lists: usize = 0;
/** Ends that are being collected, those of an inner class behind those of the outer one. */
export let collected: usize = 0;

let sentence: u32 = 0;
let place: u32 = 0;
let steps: i32 = 0;
let listsEnd: usize = 0;
let collectedFrom: usize = 0;
let collectedTo: usize = 0;

// @ts-ignore: decorator
@inline function cell(at: i32): i32 { return load<i32>(code + ((<usize>at) << 2)); }
// @ts-ignore: decorator
@inline function wordAt(at: i32): i32 { return load<i32>(words + ((<usize>at) << 2)); }
// @ts-ignore: decorator
@inline function kindAt(at: i32): u8 { return load<u8>(kinds + <usize>at); }
// @ts-ignore: decorator
@inline function termAt(at: i32): i32 { return load<i32>(firstTerm + ((<usize>at) << 2)); }
// @ts-ignore: decorator
@inline function termPart(term: i32, part: i32): i32 { return load<i32>(terms + ((<usize>(term * 4 + part)) << 2)); }
const NEXT = 0;
const LAST = 1;
const LIST = 2;
const CLASS = 3;

/** To be called when a sentence has been laid out. */
export function begin(): void {
  memory.fill(ends, 0, (classes * (count + 1)) << 2);
  listsEnd = lists;
  collectedFrom = collectedTo = collected;
}

/** Finds all matches, at most one a phrase and starting place, the longest. */
export function find(): void {
  if (!wake(false)) return;
  const freeEnd = gatherFree();
  for (let at = 0; at < count; at++) {
    if (place === u32.MAX_VALUE) {
      memory.fill(tried, 0, (<usize>phrases) << 2);
      place = 0;
    }
    place++;
    attempt(starts, wordAt(at), at);
    const kind = kindAt(at);
    if (kind & Kind.number) attempt(starts + OTHERS, NUMBER, at);
    if (kind & Kind.capital) attempt(starts + OTHERS, CAPITAL, at);
    for (let term = termAt(at); term >= 0; term = termPart(term, NEXT)) {
      attempt(starts + OTHERS, NAMES + termPart(term, LIST), at);
      attempt(starts + OTHERS, NAMES + termPart(term, CLASS), at);
    }
    attemptAll(free, freeEnd, at);
  }
}

/** Notes which phrases of `anywhere` are awake: there are a few of the many. Returns where they end. */
function gatherFree(): usize {
  let end = free;
  const members = load<usize>(anywhere, 8);
  for (let at = members, last = members + (load<usize>(load<usize>(anywhere, 4), 4) << 2); at < last; at += 4) {
    const id = load<u32>(at);
    if (!isAwake(id, load<u8>(traits + id))) continue;
    store<u32>(end, id);
    end += 4;
  }
  return end;
}

// @ts-ignore: decorator
@inline function isAwake(id: u32, own: u8): bool { return load<u32>(seen + (id << 2)) === ((sentence << 2) | (own & Trait.twice ? BOTH : FIRST)); }

/** Tells of the phrases whose anchors stand in the sentence. */
export function call(): void {
  wake(true);
}

/** Whether a phrase matches, in part at least from `first` on, where it begins at a place up to `last`. */
export function stands(phrase: i32, first: i32, last: i32): bool {
  const entry = load<i32>(entries + ((<usize>phrase) << 2));
  const places = load<u8>(traits + <usize>phrase) & Trait.later ? last : 0;
  for (let at = 0; at <= places; at++) {
    const end = longest(entry, at);
    if (end > at && end > first) return true;
  }
  return false;
}

/** The place after the longest match that begins at `first`, or -1. @param start where the pattern begins */
function longest(start: i32, first: i32): i32 {
  steps = 0;
  return walk(start, first, false);
}

// A table is three numbers: how many keys it has, where by key the places in its members stand at which those of the key begin (and
// end, where those of the next begin), where its members stand. An index is two tables: by the number of a word, and by other cues.
const OTHERS: usize = 12;
const NUMBER = 0;
const CAPITAL = 1;
const NAMES = 2;

function attempt(table: usize, key: i32, first: i32): void {
  if (<u32>key >= load<u32>(table)) return;
  const from = load<usize>(table, 4) + ((<usize>key) << 2);
  const members = load<usize>(table, 8);
  attemptAll(members + (load<usize>(from) << 2), members + (load<usize>(from, 4) << 2), first);
}

/** @param from the numbers of phrases */
function attemptAll(from: usize, to: usize, first: i32): void {
  for (let at = from; at < to; at += 4) {
    const id = load<u32>(at);
    const own = load<u8>(traits + id);
    if (!isAwake(id, own) || (first > 0 && !(own & Trait.later))) continue;
    if (load<u32>(tried + (id << 2)) === place) continue;
    store<u32>(tried + (id << 2), place);
    const end = longest(load<i32>(entries + (id << 2)), first);
    if (end > first) found(id, first, end);
  }
}

/** Marks the phrases whose anchors stand in the sentence; false when there is none. @param asked tells of each */
function wake(asked: bool): bool {
  if (sentence === MOST_SENTENCES) {
    memory.fill(seen, 0, (<usize>phrases) << 2);
    sentence = 0;
  }
  sentence++;
  const any = seeAll(anchors, see(always, 0, false, asked), false, asked);
  if (any) seeAll(seconds, any, true, asked);
  return any;
}

function seeAll(index: usize, before: bool, second: bool, asked: bool): bool {
  let any = before;
  for (let at = 0; at < count; at++) {
    any = see(index, wordAt(at), second, asked) || any;
    const kind = kindAt(at);
    if (kind & Kind.number) any = see(index + OTHERS, NUMBER, second, asked) || any;
    if (kind & Kind.capital) any = see(index + OTHERS, CAPITAL, second, asked) || any;
  }
  for (let term = 0; term < termCount; term++) {
    any = see(index + OTHERS, NAMES + termPart(term, LIST), second, asked) || any;
    any = see(index + OTHERS, NAMES + termPart(term, CLASS), second, asked) || any;
  }
  return any;
}

/** Whether there are any. A second anchor counts beside a first alone. */
function see(table: usize, key: i32, second: bool, asked: bool): bool {
  if (<u32>key >= load<u32>(table)) return false;
  const from = load<usize>(table, 4) + ((<usize>key) << 2);
  const awake = sentence << 2;
  const before = second ? awake | FIRST : 0;
  const after = awake | (second ? BOTH : FIRST);
  const members = load<usize>(table, 8);
  const first = members + (load<usize>(from) << 2);
  const last = members + (load<usize>(from, 4) << 2);
  for (let at = first; at < last; at += 4) {
    const id = load<u32>(at);
    const mark = seen + (id << 2);
    const now = load<u32>(mark);
    if (second ? now !== before : now === after) continue;
    store<u32>(mark, after);
    if (!asked) continue;
    if ((load<u8>(traits + id) & Trait.twice ? BOTH : FIRST) === (after & BOTH)) called(id);
  }
  return last > first;
}

/** @param all collects the places after every match, not the longest alone */
function walk(start: i32, from: i32, all: bool): i32 {
  let pc = start;
  let at = from;
  while (true) {
    if (++steps > MOST_STEPS) return NONE;
    switch (cell(pc)) {
      case Op.done:
        if (all) collect(at);
        return at;
      case Op.few: {
        if (at >= count) return NONE;
        const word = wordAt(at);
        let i = pc + 3;
        const last = i + cell(pc + 2);
        while (i < last && cell(i) !== word) i++;
        if (i === last) return NONE;
        at++;
        break;
      }
      case Op.many: {
        if (at >= count) return NONE;
        const list = cell(pc + 2);
        if (search(list + 1, cell(list), wordAt(at)) < 0) return NONE;
        at++;
        break;
      }
      case Op.any:
        if (at >= count || kindAt(at) & Kind.mark) return NONE;
        at++;
        break;
      case Op.shape: {
        const end = shapeEnd(cell(pc + 2), at);
        if (end <= at) return NONE;
        at = end;
        break;
      }
      case Op.start:
        if (at !== 0) return NONE;
        break;
      case Op.end:
        for (let i = at; i < count; i++) if (!(kindAt(i) & Kind.mark)) return NONE;
        break;
      case Op.not:
        for (let i = pc + 3, last = i + cell(pc + 2); i < last; i++) if (walk(cell(i), at, false) >= 0) return NONE;
        break;
      case Op.branch:
        return branch(pc, at, all);
      case Op.named: {
        const way = cell(pc + 3);
        // Most classes begin with one of their words, and most places hold none of them.
        if (cell(way) === Op.branch && cell(way + 1) === 0 && (at >= count || search(way + 3, cell(way + 2), wordAt(at)) < 0)) return NONE;
        let best = NONE;
        const list = endsOf(cell(pc + 2), way, at);
        for (let i: usize = 0, size = load<usize>(list); i < size; i++) best = max(best, walk(cell(pc + 1), load<i32>(list + 4 + (i << 2)), all));
        return best;
      }
      case Op.term: {
        let best = NONE;
        if (at < count)
          for (let term = termAt(at); term >= 0; term = termPart(term, NEXT))
            if (isNamed(term, pc)) best = max(best, walk(cell(pc + 1), termPart(term, LAST) + 1, all));
        return best;
      }
      default: {
        // A gap.
        let best = NONE;
        const most = cell(pc + 2);
        for (let n = 0; n <= most; n++) {
          best = max(best, walk(cell(pc + 1), at + n, all));
          if (at + n >= count || kindAt(at + n) & Kind.stop) break;
        }
        return best;
      }
    }
    pc = cell(pc + 1);
  }
}

function branch(pc: i32, at: i32, all: bool): i32 {
  const ways = cell(pc + 1);
  const size = cell(pc + 2);
  let best = NONE;
  if (size > 0 && at < count) {
    const found = search(pc + 3 + ways, size, wordAt(at));
    if (found >= 0) {
      const list = cell(found + size);
      for (let i = list + 1, last = i + cell(list); i < last; i++) best = max(best, walk(cell(i), at, all));
    }
  }
  for (let i = pc + 3, last = i + ways; i < last; i++) best = max(best, walk(cell(i), at, all));
  return best;
}

function isNamed(term: i32, pc: i32): bool {
  const list = termPart(term, LIST);
  const ofClass = termPart(term, CLASS);
  for (let i = pc + 3, last = i + cell(pc + 2); i < last; i++) {
    const name = load<i32>(names + ((<usize>cell(i)) << 2));
    if (name === list || name === ofClass) return true;
  }
  return false;
}

/** The list of the places where a class ends that begins at a place. */
function endsOf(number: i32, way: i32, at: i32): usize {
  const slot = ends + ((<usize>(number * (count + 1) + at)) << 2);
  const known = load<usize>(slot);
  if (known !== 0) return known;
  // What others ask for as well must not depend on how many steps the first of them had left.
  const left = steps;
  const outer = collectedFrom;
  steps = 0;
  collectedFrom = collectedTo;
  walk(way, at, true);
  const bytes = collectedTo - collectedFrom;
  const list = listsEnd;
  listsEnd += bytes + 4;
  if (listsEnd > <usize>memory.size() << 16) memory.grow(<i32>((listsEnd >> 16) + 1) - memory.size());
  store<usize>(list, bytes >> 2);
  memory.copy(list + 4, collectedFrom, bytes);
  store<usize>(slot, list);
  collectedTo = collectedFrom;
  collectedFrom = outer;
  steps = left;
  return list;
}

function collect(end: i32): void {
  for (let at = collectedFrom; at < collectedTo; at += 4) if (load<i32>(at) === end) return;
  store<i32>(collectedTo, end);
  collectedTo += 4;
}

/** Where `wanted` stands among `size` cells in ascending order from `from` on, or -1. */
function search(from: i32, size: i32, wanted: i32): i32 {
  let low = from;
  let high = from + size - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const here = cell(middle);
    if (here === wanted) return middle;
    if (here < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return NONE;
}
