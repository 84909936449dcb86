import type { Sentence } from '../../rule.ts';
import { ByWord } from '../by-word.ts';

/** Everyday words by which copy presses, promises, limits, tells, teaches or does business, whatever it is about. Lower case. */
const FAMILIES: Readonly<Record<string, string>> = {
  you: "you your yours yourself yourselves you're you'll you've you'd",
  we: "we our ours us we're we'll we've ourselves",
  I: "i my me mine myself i'm i've i'd i'll",
  they: "they them their theirs themselves they're they've",
  she: 'she he her his him hers herself himself',
  it: "it its it's itself",
  this: 'this these that those',
  here: 'here there',
  may: 'may might could would',
  can: "can can't cannot",
  will: "will won't shall",
  should: 'should must need needs ought',
  not: "not no never without nor neither isn't aren't don't doesn't didn't won't can't cannot wasn't weren't haven't hasn't shouldn't wouldn't couldn't",
  but: 'but however although though yet still whereas while despite',
  or: 'or',
  if: 'if when whether unless depends depend depending until before after',
  because: 'because since therefore so thus',
  some: 'some often usually sometimes generally typically many most mostly several various certain occasionally rarely tend tends',
  common: 'common commonly type types kind kinds form forms called known such include includes included including example examples refers refer means mean describes defined consists contains',
  each: 'each per both either',
  all: 'all every any always completely totally fully entirely absolutely 100 everything everyone everybody everywhere anyone anything anybody whatever whichever whole entire total instantly forever',
  nothing: 'nothing nobody none hardly nowhere',
  even: 'even just simply only merely already finally literally actually truly really',
  very: 'very highly extremely so incredibly amazingly remarkably hugely dramatically significantly noticeably greatly massively vastly super too',
  best: 'best most only first leading top premier ultimate finest number-one one-of-a-kind unmatched unparalleled superior',
  than: 'than unlike instead compared versus vs rather better faster safer stronger easier more',
  away: 'again back gone off out away left behind rid goodbye disappear disappears disappeared vanish vanishes vanished anymore longer over down',
  dismiss: 'skip forget ditch avoid stop quit end ends ending beat escape tired fed sick enough',
  now: 'now today tonight overnight instant instantly immediate immediately fast quick quickly rapid rapidly soon minutes minute seconds hours hour days day weeks week',
  months: 'month months year years decade decades',
  old: 'ago old age aged since once used',
  study: 'study studies research researched researchers clinical clinically scientific scientifically science trial trials evidence proven prove proves shown shows tested data',
  unsure: 'unknown unclear limited preliminary further uncertain varies vary depends possible possibly potential potentially perhaps maybe',
  clinician: 'doctor doctors physician physicians provider providers pharmacist pharmacists surgeon surgeons nurse nurses clinician clinicians dentist dentists therapist therapists specialist specialists',
  people: 'people adults adult children child patients patient women woman men man person persons individuals customers clients members users babies kids parents',
  praise: 'natural naturally safe safely safer gentle gently effective effectively powerful advanced revolutionary unique innovative potent pure excellent amazing incredible outstanding remarkable proven trusted',
  dream: 'deserve deserves imagine dream dreams love loves confidence confident life lives live living freedom secret secrets truth hidden real true perfect miracle magic wonder transform transforms transformed transformation enjoy enjoying beautiful happy happier',
  result: 'result results success successful successfully outcome outcomes recovery relief works work worked working difference',
  plain: 'conventional traditional mainstream drugs drug pills pill medication medications surgery shots injections chemicals chemical toxins toxin toxic harsh invasive synthetic',
  worse: 'worse worst deadly dangerous danger ruin suffer suffering suffers harm harmful damage damaged ignore killer silent fear afraid risk risking threat crisis',
  save: 'offer offers discount discounts deal deals bonus gift gifts save saves savings coupon promo special referral refer reward rewards credit voucher win prize sale free',
  hurry: 'hurry expires expire last chance supplies supply spots spot slots deadline remaining selling sells limited wait waiting late act stock',
  business: 'please email e-mail phone call visit page pages website site information question questions ship ships shipping shipped order orders ordering return returns refund refunds price prices pricing cost costs pay payment payments plan plans service services appointment appointments book booking schedule address location office request sign account policy terms privacy insurance coverage billing fee fees charge receipt delivery store stores label size pack packs recycle parking hours team staff contact form forms learn read',
  use: 'take takes taken use uses using apply ask check follow keep keeps talk tell bring wear drink eat store swallow',
  dose: 'mg mcg ml iu oz tablet tablets capsule capsules dose doses daily drop drops teaspoon serving servings',
  past: 'was were had did went came felt got became began started helped saved changed stopped lost dropped noticed tried worked told said thought knew',
  be: 'is are be been being am',
  number: 'one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred hundreds thousand thousands million millions',
  authority: 'fda mhra tga approved cleared registered certified patented verified licensed accredited doctor-approved recommended endorsed experts scientists',
  leisure: 'wedding beach golf dance danced dancing stairs grandkids grandchildren granddaughter grandson garden gardening hike hiked hiking marathon reunion prom jeans mirror selfie vacation bikini swimsuit playground tennis weekend weekends evening evenings wardrobe camera fishing bike biking cycling concert choir church party dress',
  gone: 'again behind vanish vanishes vanished disappear disappears disappeared melt melts melted melting fade fades faded gone goodbye finally anymore dissolve dissolves dissolved banish banished lifted quiet quieted',
  gift: 'gift gifts tote voucher vouchers raffle giveaway prize prizes complimentary bonus reward rewards tickets cooler blanket blender mug speaker ipad fitbit',
  reviews: 'star stars review reviews google yelp post posts screenshot hashtag testimonial testimonials rating ratings',
  shame: 'excuse excuses embarrass embarrassed embarrassing embarrassment ashamed hide hiding noticed notice notices stare stares staring ugly flabby lazy willpower selfish deserve deserves owe',
};

const SPAN = 'second seconds minute minutes hour hours day days night nights week weeks weekend month months year years session sessions visit visits treatment treatments dose doses appointment appointments capsule capsules bottle bottles jar jars cycle cycles';
const DATE = 'monday tuesday wednesday thursday friday saturday sunday bedtime breakfast lunch dinner noon midnight morning evening spring summer fall winter christmas thanksgiving easter wedding sunrise sunset birthday vacation prom';
const COUNT = '# one two three four five six seven eight nine ten eleven twelve fourteen fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred half';

/** Turns of phrase: one of some words, and another a few words behind it. `#` stands for figures. */
const TURNS: readonly { readonly turn: string; readonly first: string; readonly then: string; readonly within: number }[] = [
  { turn: 'deadline', first: 'by', then: `${SPAN} ${DATE}`, within: 3 },
  { turn: 'span', first: 'in within after under', then: SPAN, within: 4 },
  { turn: 'share', first: COUNT, then: 'percent in of out', within: 1 },
  { turn: 'measure', first: COUNT, then: 'pound pounds lb lbs inch inches point points size sizes stroke strokes yard yards mile miles step steps hole holes floor floors', within: 2 },
  { turn: 'i-did', first: 'i', then: "can could am was feel felt slept sleep walk walked ran run lost got went woke stopped threw have haven't had", within: 1 },
  { turn: 'before', first: 'used given tried years', then: 'to up everything of', within: 1 },
  { turn: 'spared', first: 'no without zero minus', then: 'effects downtime needle needles surgery surgeries drug drugs pill pills pain risk risks diet diets dieting exercise gym doctor doctors appointment prescription prescriptions waiting catch crash jitters hassle guesswork worry worries giving scars scar scalpel stitches recovery cravings rebound effort sweat', within: 3 },
  { turn: 'swap', first: 'skip forget ditch cancel toss throw put leave trade swap replace retire cut drop lose', then: 'the your those that all', within: 2 },
  { turn: 'rhetoric', first: 'why who', then: 'wait suffer settle spend risk live let keep put needs need when wants', within: 1 },
  { turn: 'enough', first: 'tired sick fed had', then: 'of up enough', within: 1 },
  { turn: 'at-last', first: 'no at once never', then: 'longer last all again', within: 3 },
  { turn: 'act-now', first: 'call book order claim grab lock reserve join sign start get text tap click try see', then: 'now today tonight before while', within: 12 },
  { turn: 'limits', first: "may can some not depends talk ask cannot can't no don't", then: 'vary differ people everyone on with your promise guarantee predict replace diagnose evidence right for', within: 2 },
  { turn: 'source', first: 'according as source', then: 'to of', within: 1 },
];

/** The cues of each word, by its place; none have the place 0. */
const PLACES = new Map<string, number>();
const CUES: string[][] = [[]];
for (const [family, words] of Object.entries(FAMILIES))
  for (const word of words.split(' ')) {
    let place = PLACES.get(word);
    if (place === undefined) PLACES.set(word, (place = CUES.push([]) - 1));
    CUES[place]!.push(`cue:${family}`);
  }
const placeOf = new ByWord((word) => PLACES.get(word) ?? 0);

interface Turn {
  readonly cue: string;
  readonly then: ReadonlySet<string>;
  readonly within: number;
}
/** The turns that each word begins, by its place; none have the place 0. */
const TURN_PLACES = new Map<string, number>();
const TURNS_OF: Turn[][] = [[]];
for (const { turn, first, then, within } of TURNS) {
  const one = { cue: `turn:${turn}`, then: new Set(then.split(' ')), within };
  for (const word of first.split(' ')) {
    let place = TURN_PLACES.get(word);
    if (place === undefined) TURN_PLACES.set(word, (place = TURNS_OF.push([]) - 1));
    TURNS_OF[place]!.push(one);
  }
}
const OF_FIGURES = TURNS_OF[TURN_PLACES.get('#')!]!;
const turnsAt = new ByWord((word) => TURN_PLACES.get(word) ?? 0);

/** Marks that say something of the tone. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['!', 'cue:exclamation'],
  ['?', 'cue:question'],
  ['%', 'cue:percent'],
  [':', 'cue:colon'],
  [';', 'cue:semicolon'],
  ['(', 'cue:bracket'],
  ['$', 'cue:money'],
  ['\u00a3', 'cue:money'],
  ['\u20ac', 'cue:money'],
  ['\u2026', 'cue:ellipsis'],
]);

/** How a sentence starts tells an instruction, a question and a label from a statement. */
const STARTS: Readonly<Record<string, string>> = {
  instruction: 'take ask check follow avoid keep use apply store talk tell see read learn call bring wear drink eat choose start stop rinse shake mix consult contact review make do',
  invitation: 'get lose join book order claim enjoy discover imagine experience try feel look say unlock find meet achieve boost transform reclaim restore wake sleep live stop end',
  question: 'what how why when who which where is are does do can should will has have did would could',
  condition: 'if when whether unless before after while because although',
  own: 'our we this these the',
  story: 'after i my when she he',
};
const STARTS_OF = new Map<string, string[]>();
for (const [start, words] of Object.entries(STARTS))
  for (const word of new Set(words.split(' '))) STARTS_OF.set(word, [...(STARTS_OF.get(word) ?? []), `start:${start}`]);

function isTaken({ then, within }: Turn, tokens: Sentence['tokens'], at: number): boolean {
  for (let next = at + 1; next <= at + within && next < tokens.length; next++) if (then.has(tokens[next]!.text)) return true;
  return false;
}

/** Calls back with each cue of a sentence; a cue may come more than once. */
export function cuesOf({ tokens, text }: Sentence, add: (cue: string) => void): void {
  for (const [at, token] of tokens.entries()) {
    const { text: word, kind } = token;
    if (kind === 'mark') {
      const mark = MARKS.get(word);
      if (mark !== undefined) add(mark);
      continue;
    }
    for (const turn of kind === 'number' ? OF_FIGURES : TURNS_OF[turnsAt.of(token)]!) if (isTaken(turn, tokens, at)) add(turn.cue);
    if (kind === 'number') {
      add('cue:digit');
      if (/^(?:19|20)\d\d$/.test(word)) add('cue:date');
    } else {
      for (const cue of CUES[placeOf.of(token)]!) add(cue);
      if (token.upper && token.end - token.start > 3) add('cue:capitals');
    }
  }
  const first = tokens.find(({ kind }) => kind === 'word');
  for (const start of (first && STARTS_OF.get(first.text)) ?? []) add(start);
  if (/["\u201c]/.test(text)) add('cue:quotation');
  if (/[\u00ae\u2122]/.test(text)) add('cue:trademark');
  if (text.includes('*')) add('cue:asterisk');
}
