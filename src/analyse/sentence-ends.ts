/** What the rules of Unicode on sentences (UAX 29) tell characters apart by. */
const enum Kind { other, lower, upper, digit, stop, term, close, space, goesOn, line, unknown }

/** The runtime's own knowledge of sentences takes as long to load as half of Node. */
let segmenter: Intl.Segmenter | undefined;
const BYTES = kindsOfBytes();

/** "T.H. Chan", "J.R. Ortiz": initials before a word that hardly ever opens a sentence. */
const INITIALS = /(?:^|[\s(["'\u2018\u201c])[A-Z]\.[A-Z]\.\s*$/;
const AFTER_INITIALS = /^\s*(?!(?:The|This|That|These|Those|An?|We|You|He|She|It|They|I|His|Her|Its|Our|Your|Their|My|In|On|At|By|To|For|From|With|After|Before|During|Since|When|While|Where|As|If|Then|Now|Today|Here|There|And|But|Or|So|Not|No|Yes|All|Both|Each|Every|Some|Most|Many|One|Two|Three|What|Who|How|Why|Please|Thank|Call|See|Ask|Read|Book|Visit|Come|Join|Bring)\b)\p{Lu}\p{Ll}/u;
/** Whether a full stop belongs to initials before a surname, by the text that ends in it and the text behind it. */
export const isOfInitials = (before: string, after: string): boolean => INITIALS.test(before) && AFTER_INITIALS.test(after);

/** Where sentences end in a text, in order, by the rules of Unicode; the last at its end. */
export function sentenceEnds(text: string): number[] {
  const kinds = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === Kind.unknown) return endsByRuntime(text);
    kinds[at] = kind;
  }
  const ends: number[] = [];
  for (let at = 0; at < kinds.length; ) {
    const kind = kinds[at]!;
    if (kind === Kind.line) ends.push((at = pastLine(text, at)));
    else if (kind !== Kind.stop && kind !== Kind.term) at++;
    else {
      const next = pastEnding(kinds, at);
      if (kinds[next] === Kind.line) ends.push((at = pastLine(text, next)));
      else {
        if (next === kinds.length || !continues(kinds, at, next)) ends.push(next);
        at = next;
      }
    }
  }
  if (text.length > 0 && ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

const pastLine = (text: string, at: number): number => (text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1);

/** The place after what ends a sentence, with the quotes, brackets and spaces that belong to it. */
function pastEnding(kinds: Uint8Array, at: number): number {
  let next = at + 1;
  while (kinds[next] === Kind.close) next++;
  while (kinds[next] === Kind.space) next++;
  return next;
}

/** Whether what stands at `next` goes on with the sentence that seemed to end at `at`. */
function continues(kinds: Uint8Array, at: number, next: number): boolean {
  const kind = kinds[next];
  if (kind === Kind.goesOn || kind === Kind.stop || kind === Kind.term) return true;
  if (kinds[at] !== Kind.stop) return false;
  if (next === at + 1) {
    if (kind === Kind.digit) return true;
    const before = kinds[at - 1];
    if (kind === Kind.upper && (before === Kind.upper || before === Kind.lower)) return true;
  }
  for (let place = next; place < kinds.length; place++) {
    const found = kinds[place];
    if (found === Kind.lower) return true;
    if (found === Kind.upper || found === Kind.line || found === Kind.stop || found === Kind.term) return false;
  }
  return false;
}

function kindOf(code: number): Kind {
  if (code < BYTES.length) return BYTES[code]!;
  // Quotes; dashes.
  if (code >= 0x2018 && code <= 0x201f) return Kind.close;
  if (code === 0x2013 || code === 0x2014) return Kind.goesOn;
  // Daggers and bullets, ellipsis; signs of money and trade, arrows, ticks and stars; what stands for a hole.
  if ((code >= 0x2020 && code <= 0x2022) || code === 0x2026 || code === 0x20ac || code === 0x2122 || code === 0xfffc) return Kind.other;
  if ((code >= 0x2190 && code <= 0x21ff) || (code >= 0x25a0 && code <= 0x2757)) return Kind.other;
  return Kind.unknown;
}

function kindsOfBytes(): Uint8Array {
  const kinds = new Uint8Array(256);
  const set = (characters: string, kind: Kind) => {
    for (const character of characters) kinds[character.charCodeAt(0)] = kind;
  };
  const range = (from: number, to: number, kind: Kind) => kinds.fill(kind, from, to + 1);
  range(0x61, 0x7a, Kind.lower);
  range(0xdf, 0xff, Kind.lower);
  range(0x41, 0x5a, Kind.upper);
  range(0xc0, 0xde, Kind.upper);
  range(0x30, 0x39, Kind.digit);
  set('\xaa\xb5\xba', Kind.lower);
  set('\xd7\xf7', Kind.other);
  set('.', Kind.stop);
  set('!?', Kind.term);
  set('()[]{}"\'\xab\xbb', Kind.close);
  set('\t\v\f \xa0', Kind.space);
  set(',-:;', Kind.goesOn);
  set('\n\r\x85', Kind.line);
  // Invisible: it belongs to the character before.
  set('\xad', Kind.unknown);
  return kinds;
}

function endsByRuntime(text: string): number[] {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  return Array.from(segmenter.segment(text), ({ index, segment }) => index + segment.length);
}
