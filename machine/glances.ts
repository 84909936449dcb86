/**
 * Tells which groups of characters a text holds, and whether an expression can match a text that holds these: the part of
 * `src/match/sift.ts` that is run for each expression on each sentence, in AssemblyScript as `phrases.ts` is. Where things stand in
 * its memory is for `src/match/glance-machine.ts` to say; what the numbers mean, `src/match/needs.ts` tells.
 */

const ALL: i32 = -1;

const LETTERS: u32 = 26;
const PAIRS: u32 = 676;
const TRIPLES: u32 = 17_576;
const ASCII: u32 = 128;
const SPREAD: u32 = 0x9e3779b1;
const ANY_DIGIT: u32 = 1;
const BYTES_OF_GROUPS: i32 = 1024;

/** What else is told of a text: that it holds a letter that is one of ASCII in another case; that it holds plain characters alone. */
const ODD: i32 = 1;
const PLAIN: i32 = 2;

// @ts-ignore: decorator
@inline function numberOf(group: u32): u32 { return ((group + 1) * SPREAD) >>> 19; }

// @ts-ignore: decorator
@inline function single(code: u32): u32 { return code < ASCII ? code : numberOf(TRIPLES + PAIRS + code); }

// @ts-ignore: decorator
@inline function set(groups: usize, group: u32): void {
  const at = groups + ((group >> 5) << 2);
  store<u32>(at, load<u32>(at) | (1 << (group & 31)));
}

/** See `isPlain` in `src/match/narrow.ts`. */
function isPlain(code: u32): bool {
  return (
    code <= 0xff ||
    (code >= 0x2010 && code <= 0x205e && code !== 0x2028 && code !== 0x2029) ||
    code === 0x20ac || code === 0x2122 ||
    (code >= 0x2190 && code <= 0x21ff) || (code >= 0x2500 && code <= 0x2775)
  );
}

/** Notes at `groups` what the UTF-16 text at `text` holds. */
export function look(text: usize, length: i32, groups: usize): i32 {
  memory.fill(groups, 0, BYTES_OF_GROUPS);
  let told = PLAIN;
  // The two letters before, each beyond the alphabet where there is none.
  let before = LETTERS;
  let last = LETTERS;
  for (let at = 0; at < length; at++) {
    const code: u32 = load<u16>(text + ((<usize>at) << 1));
    const letter = (code | 32) - 97;
    if (code > 127 || letter >= LETTERS) {
      set(groups, single(code));
      if (code - 48 < 10) set(groups, ANY_DIGIT);
      if (code > 0xff) {
        if (code === 0x17f || code === 0x212a || code === 0x130) told |= ODD;
        if (!isPlain(code)) told &= ~PLAIN;
      }
      before = last = LETTERS;
      continue;
    }
    set(groups, single(code | 32));
    if (last < LETTERS) {
      set(groups, numberOf(TRIPLES + last * LETTERS + letter));
      if (before < LETTERS) set(groups, numberOf((before * LETTERS + last) * LETTERS + letter));
    }
    before = last;
    last = letter;
  }
  return told;
}

// @ts-ignore: decorator
@inline function number(needs: usize, at: i32): i32 { return load<i32>(needs + ((<usize>at) << 2)); }

/** Whether a text with these groups may hold what the part at `at` of what stands at `needs` asks for. */
export function meets(groups: usize, needs: usize, at: i32): bool {
  const first = number(needs, at);
  const next = number(needs, at + 1);
  if (first >= 0) return holds(groups, first) && holds(groups, next);
  const all = first === ALL;
  for (let i = at + 2; i < next; i = number(needs, i) >= 0 ? i + 3 : number(needs, i + 1)) if (meets(groups, needs, i) !== all) return !all;
  return all;
}

// @ts-ignore: decorator
@inline function holds(groups: usize, group: i32): bool { return ((load<u32>(groups + ((<u32>group >> 5) << 2)) >> (group & 31)) & 1) !== 0; }
