import { onlyName } from './lexicon.ts';
import type { Word } from './name-words.ts';
import type { NameMention } from './names.ts';
import { SentenceWords, PARTICLES, PLACE_OPENERS } from './sentence-words.ts';
import { CALENDAR, GRAMMAR, OFFICE_TITLES, ORGANIZATION_NOUNS, PERSONAL_TITLES, PROVIDER_TITLES, RELATIVES, STATES, STREET_NOUNS } from './words.ts';

/** Endings of English words that surnames rarely have: enough to doubt a capital that no list knows. */
const ENGLISH = /(?:ing|tion|sion|ment|ness|ity|ive|ful|less|able|ible|ous|ally|ly|ed|ence|ance|ship|wards?|ware|(?<!v)ics?|ism|ists?|ies|ers|ors|ts|ks|ps|als?|ure|ate|ize|ise|age)$/;

/** "The Abernathy …": what a household and its members are called. */
const HOUSEHOLD = new Set(['family', 'twins', 'triplets', 'boys', 'girls', 'boy', 'girl', 'baby', 'kids', 'children', 'brothers', 'sisters', 'siblings', 'couple', 'household', 'clan']);

/** Streets, squares, states and storms bear the names of people. */
const NAMED_AFTER = /(?:\bLady of|\b(?:Av|Avda|Avenida|Calle|Plaza|Paseo|Rue|Via|Viale|Estado|Municipio|Urb|Urbanización|Torre|Edificio|Rua|Praça|Colonia|[Hh]urricane|[Tt]yphoon|[Cc]yclone|[Ss]torm)\b\.?|straße|platz) $/;

const PERSON_BEHIND = new RegExp(String.raw`^(?:['’]s (?:[a-z-]+ ){0,2}(?:(?:${RELATIVES})|diagnosis|recovery|surgery|chemo\w*|doctors?|oncologist|treatment|pregnancy|stroke|seizures?|charts?|records?|results?|labs?|biopsy|mri|x-?rays?|scans?|meds|refills?|appointments?)\b|, \d{1,2}, [A-Za-z]| \(\d{1,2}\)|, (?:age[d]? )?\d{1,2}:)`, 'i');

/** "Tilde, 71, who has run the farm": only a person has an age and is who. */
const AGED_WHO = /^, \d{1,3}, (?:who|whose|had|has|was)\b/;

/** What stands before a first name alone. */
const CALLED_SO = /(?:\b(?:[Mm]y|[Hh]er|[Hh]is) (?:name is|name['’]s|(?:son|daughter|husband|wife|mother|father|mom|dad|sister|brother),?)|\b[Pp]oor|\b[Ll]ittle|\bI['’]m|\b[Tt]hank(?:s| you),?|\b[Ss]orry(?: about the wait| to hear that)?,|\b[Cc]ongrats,?|\b[Kk]udos to|\b[Ll]ook at you,|\b[Mm]eet) $/;
/** What only a person does or has, and whoever else is told of as one. */
const DOES = /^(?:['’]s (?:[\w-]+ ){1,3}|,? (?:who )?(?:was|is|has|had|came|got|lost|could|can|went|told|says|said|reached|left|fought|beat|swears|did|started|never|still|arrived|thought|needed)\b|, (?:as|we|your|you)\b|, \d{1,2},)/;
const PERSON_TOLD = /\b(?:he|she|his|her|him|herself|himself|your|you)\b/;

const TRADE = /^(?:barber|baker|brewer|carpenter|cook|farmer|fisher|gardener|mason|miller|painter|porter|potter|shepherd|weaver|hunter|sheriff|judge|bishop|dean|marshal|bailiff|butler|clerk|driver|ranger|sexton|singer|tailor|plumber|teacher|sculptor)$/;

/** Whom a letter to many greets, and by what else somebody is called to whom one writes. */
const GREETED_ALL = /(?:[^s]s|folks|men|women|team|friend|patient|client|customer|member|neighbou?r|colleague|reader|family|community|sir|madam|doctor|parent|guardian|supporter|donor|volunteer|applicant|resident|student|recruiter|editor|beautiful|gorgeous|love|lovely|honey|sweetie|world|everyone|everybody|all|there|valued|mama|mom|dad|buddy|guest|subscriber|partner|provider)$/;

/** What houses name for people. */
const ROOM_BEHIND = /^ (?:(?:conference|meeting|community|waiting|family|board|reading|dining|healing|rose|memorial|birth|breast|heart|cancer|learning|education|simulation) )?(?:rooms?|hall|wing|building|auditorium|suite|library|lounge|garden|chapel|pavilion|stage|park|elementary|middle school|high school|school|gym|fund|scholarship|award|lecture|trail|bridge|fountain|cent(?:er|re)|unit|tower|atrium|lobby|theater|playground|dorm|house|clinic|lab)\b/;

/** Where a board has its beds. */
const IN_ROOM = /(?:\b(?:ROOM|RM|BED|BAY|UNIT|ICU|PACU|OR|ER|POD|CHAIR|BOOTH) ?#?\d{1,4} ?[A-D]?|(?:^|\n)\d{3,4} ?[A-D]?|\b\d{1,2}:?\d\d)[\s:;,.|\u2013\u2014-]{1,4}(?:(?:DE|LA|LOS|VAN|DER|DEN|VON|ST\.?|AL|EL|DI|DEL) ){0,3}$/i;
/** What follows those who work there. */
const LETTERS = /^\.?[,\s]{1,2}(?:MD|DO|RN|NP|PA|PA-C|LPN|CNA|PT|OT|DDS|DMD|PHD|PSYD|RDH|FNP|CRNA|DC|OD|DPM|LCSW)\b/i;
/** How somebody is introduced by a nickname alone. */
const NICKNAMED = /(?:\b(?:call(?:s|ed)?|knows?|known|nicknamed|dubbed|goes|answers|ask|look|meet|shout ?out|congrats|congratulations|welcome|with|for)(?: (?:him|her|me|himself|herself|everyone|everybody|to|2|for|by|as|back|here|around|town|is|one|our|the|man|woman|gentleman)){0,4},? )["\u201c]$/i;

/** "Angle B", "Phase C": one of several things, told apart by a letter. */
const LETTERED = /^(?:angle|option|plan|phase|group|version|variant|scenario|persona|part|team|ward|exhibit|figure|table|type|class|stage|vitamin|section|tier|zone|model|series|page|step|room|suite|building|unit)$/;

/** "Toluca Lake", "Alder Springs": where nobody is called by the first word, the second makes it a place. */
const LANDSCAPE = /^(?:lakes?|beach|valley|springs|heights|falls|harbou?r|creek|city|village|township|county|bay|island|canyon|mesa)$/;

const CALL = /^(?:congrats|congratulations|congratz|grats|kudos|bravo|hooray|hurray|yay|woohoo|thx|ty|hola|gracias|felicidades|merci|danke|obrigad[oa]|shout-?out|welcome|cheers|props|hey|hi|hiya|howdy|hello|dear|sorry|goodbye|farewell|meet)$/;
const HOUSEHOLD_DOES = /^ (?:(?:both|all|just|finally|recently|first) )*(?:have|are|were|had|came|come|heard|welcomed|brought|drove|lost|saw|found|met|went|took|adopted|celebrated|waited|tried|delivered)\b[^.!?]{0,40}\b(?:their|with us|to us|our|home)\b/;
const WEEKDAY = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|easter|christmas)$/;

/** A name, and the index of the word behind it. */
export interface Found { readonly mention: NameMention; readonly next: number }

/** Reads names out of one sentence, in each of the forms that names are written in. */
export class NameReader extends SentenceWords {
  at(i: number): Found | undefined {
    const word = this.words[i]!;
    const written = word.capital || this.whispering;
    if (!written && !(PERSONAL_TITLES.has(word.low) && word.gap.endsWith(' '))) return this.lowered(i);
    if (this.isTrade(i)) return undefined;
    const found = this.greeted(i) ?? this.nicknamed(i) ?? this.titled(i) ?? this.family(i) ?? this.lastFirst(i) ?? this.given(i) ?? this.initialed(i) ?? this.unknown(i) ?? (this.whispering ? this.lowered(i) : undefined);
    if (!found || found.mention.title !== undefined || found.mention.strength === 0) return found;
    const before = this.words[i - 1];
    // "a Sterling Sky case study": an article stands before goods and firms.
    const article = before !== undefined && word.gap === ' ' && (before.low === 'a' || before.low === 'an') && !before.text.includes('.');
    // "the Wren unit": the family stands behind the article, the one person never.
    const the = before?.low === 'the' && word.gap === ' ' && found.mention.form === 'given' && !found.mention.surname && !/^['’]s\b/.test(this.text.slice(found.mention.end, found.mention.end + 3));
    return (article || the) && found.mention.form !== 'initials' ? { ...found, mention: { ...found.mention, strength: Math.min(found.mention.strength, 0.2) } } : found;
  }

  /** "Barber Eddie Tran gives haircuts": a trade that families are called by too. */
  private isTrade(i: number): boolean {
    const next = this.words[i + 1];
    return TRADE.test(this.words[i]!.low) && next !== undefined && next.gap === ' ' && next.capital && this.hasGiven(next.low) && (i === 0 || !this.words[i - 1]!.capital);
  }

  /** "Hey Skip, …": whoever is greeted alone has that name, though it is a word too. */
  private greeted(i: number): Found | undefined {
    const word = this.words[i]!;
    const before = this.words[i - 1];
    if (!before || i > 2 || !/^(?:hi|hey|hello|dear)$/.test(before.low) || word.gap !== ' ' || word.initial || word.possessive || word.low.length < 3) return undefined;
    if (!/^(?:,|!| [—–-] )/.test(this.text.slice(word.end, word.end + 3)) || GREETED_ALL.test(word.low) || this.lexicon.givenName(word.low)?.alsoWord === false) return undefined;
    if (GRAMMAR.has(word.low) || CALENDAR.has(word.low) || STATES.has(word.low) || ORGANIZATION_NOUNS.has(word.low) || (this.isAcronym(word) && (word.low.length < 5 || this.lexicon.isEnglish(word.low) || this.lexicon.ordinary.has(word.low) || this.lexicon.credentials.has(word.text))) || this.foreign || this.shouting) return undefined;
    return this.found(word.start, i, { form: 'given', strength: 0.5, given: word.low });
  }

  /** `"Skip" Lavoie`: a nickname between quotation marks, whatever word it is. */
  private nicknamed(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    const alone = this.quotedAlone(i);
    if (alone) return alone;
    if (!next?.capital || !/^["”] $/.test(next.gap) || !/["“]$/.test(word.gap) || word.initial || next.initial || this.titleCase()) return undefined;
    if (GRAMMAR.has(word.low) || ORGANIZATION_NOUNS.has(next.low) || GRAMMAR.has(next.low) || CALENDAR.has(next.low) || this.isWord(next) || this.lexicon.isEnglish(next.low)) return undefined;
    return this.found(word.start, i + 1, { form: 'full', strength: 0.6, given: word.low, surname: next.low });
  }

  /** `They call her "Mama Bea."`, `"Peanut," 4`: a nickname without a surname, where somebody is called so or has an age. */
  private quotedAlone(i: number): Found | undefined {
    const word = this.words[i]!;
    if (!/["\u201c]$/.test(word.gap) || word.initial || GRAMMAR.has(word.low) && word.low.length < 4) return undefined;
    let last = i;
    while (last < i + 2 && this.words[last + 1]?.capital && this.words[last + 1]!.gap === ' ') last++;
    const behind = this.text.slice(this.words[last]!.end, this.words[last]!.end + 24);
    if (!/^[.,!]?["\u201d]/.test(behind)) return undefined;
    const aged = /^[.,]?["\u201d],? (?:\(?(?:age )?\d{1,2}[,).]|\d{1,2} (?:years?|months?))/.test(behind);
    if (!aged && !NICKNAMED.test(this.text.slice(Math.max(0, word.start - 60), word.start))) return undefined;
    for (let k = i; k <= last; k++) if (ORGANIZATION_NOUNS.has(this.words[k]!.low) || CALENDAR.has(this.words[k]!.low)) return undefined;
    return this.found(word.start, last, { form: 'given', strength: 0.5, given: word.low });
  }

  /** Mrs. Eleanor Whitcombe, Mr. D, Mr. and Mrs. Tremblay, Dr. Okafor, Baby Ava. */
  private titled(i: number): Found | undefined {
    const { low } = this.words[i]!;
    const provider = PROVIDER_TITLES.has(low) || OFFICE_TITLES.has(low);
    // "Don Ernesto", "Dona Lourdes" in Spanish and Portuguese.
    const courteous = /^don[ae]?$/.test(low) && this.foreign && this.hasGiven(this.words[i + 1]?.low ?? '');
    if (!provider && !courteous && !PERSONAL_TITLES.has(low)) return undefined;
    // "… for people with MS. Naltrexone is …": the illness ends a sentence.
    if (this.words[i]!.text === 'MS' && !this.shouting) return undefined;
    // "The little Fox 20"
    if (low === 'little' && /^(?:the|a|an)$/.test(this.words[i - 1]?.low ?? '')) return undefined;
    // "Program officer Clark Heffernan": a trade rather than a title.
    if (low === 'officer' && /^(?:program|programme|loan|grants?|executive|compliance|privacy|financial|operating|medical|information|safety|press)$/.test(this.words[i - 1]?.low ?? '')) return undefined;
    let at = i + 1;
    // "Baby Girl Ortiz" is how a nursery writes a newborn.
    if (low === 'baby' && /^(?:girl|boy)$/.test(this.words[at]?.low ?? '') && this.words[at]!.capital && this.words[at + 1]?.capital) at++;
    if (this.words[at]?.low === 'and' && PERSONAL_TITLES.has(this.words[at + 1]?.low ?? '')) at += 2;
    const first = this.words[at];
    if (!first || !/^\.?[ \u00a0]$/.test(first.gap) || !(first.capital || this.whispering)) return undefined;
    // "Dr. Rev. Samuel Green", "Nurse Practitioner Ida Wu": the next title opens the name.
    if (PROVIDER_TITLES.has(first.low) || OFFICE_TITLES.has(first.low) || PERSONAL_TITLES.has(first.low)) return undefined;
    const weakTitle = /^(?:sister|private|master|little|baby|grandma|grandpa|granny|aunt|auntie|uncle|nana|officer|general|lady|lord|sr|col|gen|coach|captain|nurse|doctor|st|hon|justice|rep|fr|mayor|pastor|governor)$/.test(low);
    // "Ms. Park", "Mr. Hall"
    const alsoFamily = /^m(?:r|rs|s|x)$/.test(low) && this.lexicon.isSurname(first.low) && !GRAMMAR.has(first.low);
    if (!first.initial && !alsoFamily && this.isWord(first) && (weakTitle || GRAMMAR.has(first.low) || ORGANIZATION_NOUNS.has(first.low))) return undefined;
    const child = /^(?:little|baby|grandma|grandpa|granny|nana|aunt|auntie|uncle)$/.test(low) && !this.isWord(first) && !this.notName(first) && !this.lexicon.isEnglish(first.low) && /^(?:['’]s| [a-z])/.test(this.text.slice(first.end, first.end + 3));
    if (weakTitle && !provider && !child && !this.hasGiven(first.low) && !this.lexicon.isSurname(first.low)) return undefined;
    let last = at;
    for (let k = at + 1; k < at + 5; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k) || this.words[k - 1]!.possessive || (next.initial && next.gap.endsWith('('))) break;
      if (next.initial || PARTICLES.has(next.low) || this.partOfName(k)) last = k;
      else break;
    }
    while (last > at && !this.words[last]!.initial && PARTICLES.has(this.words[last]!.low)) last--;
    const start = this.words[i]!.start;
    const lone = last === at;
    const surname = this.words[last]!;
    return this.found(start, last, {
      form: lone ? (first.initial ? 'initials' : 'surname') : 'full', strength: 0.95, title: low,
      given: lone ? (this.hasGiven(first.low) && !/^m(?:r|rs|s|x)$/.test(low) ? first.low : undefined) : first.low, surname: surname.low,
    });
  }

  /** The Abernathy family; the Patels. */
  private family(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    const single = word.low.replace(/e?s$/, '');
    if (this.words[i - 1]?.low === 'the' && word.low.endsWith('s') && word.gap === ' ' && !word.possessive && !(next?.capital && /^[ \u00a0]$/.test(next.gap))) {
      const stem = [word.low.slice(0, -1), single].find((low) => this.lexicon.isSurname(low) && !this.lexicon.ordinary.has(low) && !this.lexicon.eponyms.has(low));
      // "the Mbeki-Larsons"
      if (!stem && /^\p{Lu}[\p{L}]+-\p{Lu}[\p{Ll}]+s$/u.test(word.text) && single.split('-').every((part) => this.lexicon.isSurname(part) || this.lexicon.isSurname(part.replace(/s$/, '')))) return this.found(word.start, i, { form: 'family', strength: 0.65, surname: single });
      // "The Osei-Tutus just had their scan": a household by what it does.
      if (!stem && !this.isWord(word) && !this.lexicon.isEnglish(word.low) && (this.isHeard(single) || (/^\p{Lu}\p{Ll}{2,}-\p{Lu}\p{Ll}{2,}$/u.test(word.text) && single.split('-').some((part) => this.isHeard(part)))) && HOUSEHOLD_DOES.test(this.text.slice(word.end, word.end + 60))) return this.found(word.start, i, { form: 'family', strength: 0.6, surname: single });
      if (stem && !this.isWord(word) && !this.lexicon.isSurname(word.low)) return this.found(word.start, i, { form: 'family', strength: 0.65, surname: stem });
    }
    // "The Van Houtens heard their baby's heartbeat"
    if (next?.capital && PARTICLES.has(word.low) && word.capital && word.gap === ' ' && next.gap === ' ' && next.low.endsWith('s') && this.words[i - 1]?.low === 'the' && this.isHeard(next.low.slice(0, -1)) && HOUSEHOLD_DOES.test(this.text.slice(next.end, next.end + 60))) return this.found(word.start, i + 1, { form: 'family', strength: 0.65, surname: next.low.slice(0, -1) });
    if (!next || !HOUSEHOLD.has(next.low) || next.gap !== ' ' || word.possessive || GRAMMAR.has(word.low) || this.isWord(word)) return undefined;
    if (next.low !== 'family' && !this.lexicon.isSurname(word.low)) return undefined;
    if (this.words[i - 1]?.low !== 'the' || next.capital) return undefined;
    const strength = this.lexicon.isSurname(word.low) ? 0.8 : 0.6;
    return this.found(word.start, i + 1, { form: 'family', strength, surname: word.low });
  }

  /** Whitfield, Joan. */
  private lastFirst(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (!next || !next.capital || next.gap !== ', ' || word.possessive || word.initial) return undefined;
    if (next.initial) return this.lastInitial(word, i + 1);
    if (GRAMMAR.has(word.low) || STATES.has(next.low) || CALENDAR.has(word.low) || (STATES.has(word.low) && /^(?:of|in|from|at)$/.test(this.words[i - 1]?.low ?? ''))) return undefined;
    const unlisted = word.text.length > 5 && word.text === word.text.toUpperCase() && /^\p{Lu}\p{Ll}{2,}$/u.test(next.text) && !/^\./.test(this.text.slice(next.end)) && this.lexicon.isUnheard(word.low) && !this.isWord(next) && !this.lexicon.isEnglish(next.low) && !this.notName(next);
    if (!this.hasGiven(next.low) && !unlisted) return undefined;
    const shouted = word.text === word.text.toUpperCase() && next.text === next.text.toUpperCase();
    // Where no list holds the surname, the given name has to be one and nothing else.
    // "SZYMBORZKY, Tom": capitals before a name that has none mark which half is the surname.
    const marked = word.text.length > 3 && word.text === word.text.toUpperCase() && next.text !== next.text.toUpperCase() && this.isHeard(word.low);
    const heard = marked || this.lexicon.isSurname(word.low) || (this.lexicon.isUnheard(word.low) && this.lexicon.given(next.low)?.alsoWord === false);
    if (!heard || (this.hasGiven(word.low) && !shouted && !marked)) return undefined;
    const before = this.words[i - 1];
    if (before && before.capital && before.gap !== undefined && /^[ \u00a0]$/.test(word.gap) && !GRAMMAR.has(before.low)) return undefined;
    if (before && /,\s*$/.test(word.gap)) return undefined;
    const after = this.words[i + 2];
    const longer = after?.initial && after.capital && /^ $/.test(after.gap) ? i + 2 : i + 1;
    // "Okafor, Denise and Tom": a list of surnames and given names is no record.
    if (/^\s*(?:,|and\b|&)/.test(this.text.slice(this.words[longer]!.end, this.words[longer]!.end + 6))) return undefined;
    return this.found(word.start, longer, { form: 'full', strength: 0.5, given: next.low, surname: word.low, inverted: true });
  }

  /** "VANDERMEER, T.", as boards and labels have it. */
  private lastInitial(word: Word, last: number): Found | undefined {
    if (word.text !== word.text.toUpperCase() || GRAMMAR.has(word.low) || !this.isHeard(word.low)) return undefined;
    const behind = this.text.slice(this.words[last]!.end, this.words[last]!.end + 40);
    const inRoom = IN_ROOM.test(this.text.slice(Math.max(0, word.start - 40), word.start)) && !LETTERS.test(behind);
    if (!inRoom && (word.text.length < 5 || !/^\.?\s*[\u2013\u2014|/-]/.test(behind))) return undefined;
    // "DE LA ROSA, C.": what stands between the room and the surname is of the name.
    const particles = /(?<![\p{L}-])(?:(?:DE|LA|LOS|VAN|DER|DEN|VON|ST\.?|AL|EL|DI|DEL) ){1,3}$/u.exec(this.text.slice(0, word.start))?.[0].length ?? 0;
    return this.found(word.start - particles, last, { form: 'full', strength: inRoom ? 0.7 : 0.45, surname: word.low, inverted: true }, this.text[this.words[last]!.end] === '.' ? 1 : 0);
  }

  /** A surname by a list, or a word of none that no dictionary knows; of one with hyphens, each part. */
  private isHeard(low: string): boolean {
    return low.split(/[-']/).every((part) => part.length < 3 || this.lexicon.isSurname(part) || this.lexicon.isUnheard(part));
  }

  /** A listed given name, with whatever follows that may belong to it. */
  private given(i: number): Found | undefined {
    const word = this.words[i]!;
    const known = this.lexicon.givenName(word.low) ?? this.lexicon.givenName(word.low.split('-')[0]!);
    if (LETTERED.test(word.low) && this.words[i + 1]?.text.length === 1) return undefined;
    // "Win-Back Stage"
    if (!known || (word.low.includes('-') && word.low.split('-').slice(1).some((part) => GRAMMAR.has(part))) || word.initial || this.afterPlaceOpener(i) || (/^(?:santa|san|saint|new|fort|port|lake|mount)$/.test(word.low) && this.words[i + 1]?.capital)) return undefined;
    // "Lambert-Eaton": an illness by the names of those who found it.
    if (word.low.includes('-') && word.low.split('-').every((part) => this.lexicon.eponyms.has(part))) return undefined;
    const strong = (onlyName(this.lexicon, word.low) || (word.low.includes('-') && onlyName(this.lexicon, word.low.split('-')[0]!))) && !STATES.has(word.low) && !CALENDAR.has(word.low);
    if (this.whispering && (!strong || this.foreign)) return undefined;
    if (this.isAcronym(word)) {
      if (word.low.includes('-')) return undefined;
      const next = this.words[i + 1];
      if (!next || !this.joins(i + 1) || !(next.initial || this.isAcronym(next))) return this.single(i, strong && word.text.length > 4 ? 0.4 : 0.15);
    }
    // "Can Botox help?", "Will insurance pay?"
    if (GRAMMAR.has(word.low) && !(this.words[i + 1] && this.joins(i + 1) && this.lexicon.isSurname(this.words[i + 1]!.low) && !this.isWord(this.words[i + 1]!))) return undefined;
    // "He was discharged Sunday": a day of the week alone is nobody.
    if (WEEKDAY.test(word.low) && !(this.words[i + 1] && this.joins(i + 1) && this.lexicon.isSurname(this.words[i + 1]!.low))) return undefined;
    if ((CALENDAR.has(word.low) && this.datesSomething(i)) || (word.low.includes('-') && word.low.split('-').every((part) => CALENDAR.has(part)))) return undefined;
    if (this.isForeignWord(word) || (word.text.length < 3 && word.text === word.text.toUpperCase() && !this.shouting)) return undefined;
    // "Hang your head"
    if (!known.alsoWord && /^(?:your|it|them|up|my)$/.test(this.words[i + 1]?.low ?? '') && this.opensAsVerb(i)) return undefined;
    if (known.alsoWord && (this.opensAsVerb(i) || (this.foreign && this.shouting))) return undefined;
    if (word.possessive) return strong ? this.single(i, 0.6) : this.single(i, 0.3);
    let last = i;
    let surname: Word | undefined;
    for (let k = i + 1; k <= i + 6; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k)) break;
      const gap = next.gap;
      if (!/^(?:\.?[ \u00a0]{1,2}|[ \u00a0]["“(']|["”)'][ \u00a0])$/.test(gap)) break;
      // "William (Bill) Smith", but "4 West (Hector)".
      if (gap.endsWith('(') && !(this.text.slice(next.end, next.end + 2) === ') ' && this.words[k + 1]?.capital)) break;
      // 'Earl "Moose" Brandvold': between quotation marks stands any word.
      if (/["\u201c]$/.test(gap) && next.capital && /^["\u201d] $/.test(this.words[k + 1]?.gap ?? '') && this.words[k + 1]!.capital && this.partOfName(k + 1)) {
        last = k;
        continue;
      }
      if (next.initial && (next.capital || this.whispering) && !(PARTICLES.has(next.low) && !next.capital)) {
        if (next.text.length === 1 && /^[aAI]$/.test(next.text) && this.text[next.end] !== '.') break;
        last = k;
        continue;
      }
      if (PARTICLES.has(next.low) && this.words[k + 1]?.gap === ' ' && (this.words[k + 1]!.capital || (PARTICLES.has(this.words[k + 1]!.low) && this.particleName(k + 1))) && (next.capital ? !this.isWord(next) || next.low.length < 4 : true)) {
        last = k;
        continue;
      }
      // "Paul Dudley White": two given names, and a surname that is a word too.
      const third = surname !== undefined && this.hasGiven(surname.low) && this.lexicon.isSurname(next.low) && this.surnameHere(k);
      if (surname && !third && !this.secondSurname(k)) break;
      if (!this.partOfName(k)) break;
      // "Summer Simplicity", "Win-Back Sequence": two words of the language.
      if (!strong && this.lexicon.isEnglish(next.low)) break;
      if (surname === undefined || !this.words[k - 1]!.possessive) last = k;
      surname = next;
      if (next.possessive) break;
    }
    while (last > i && (!this.words[last]!.initial || !this.words[last]!.capital) && PARTICLES.has(this.words[last]!.low)) last--;
    if (this.organizationFollows(last)) return { mention: this.mention(word.start, last, { form: 'full', strength: 0 }), next: last + 1 };
    if (!surname) {
      if (last > i) return this.found(word.start, last, { form: 'given', strength: strong ? 0.8 : 0.55, given: word.low }, this.stopAfter(last));
      return this.single(i, strong ? 0.55 : this.page.isWritten(word.low) ? 0.15 : 0.25);
    }
    const ordinary = this.isWord(surname);
    const listed = this.lexicon.isSurname(surname.low) || surname.low.includes('-') || this.hasGiven(surname.low);
    let strength: number;
    if (strong) strength = ordinary ? 0.75 : listed ? 0.95 : 0.85;
    else strength = ordinary || this.words[i - 1]?.low === 'the' ? 0.3 : listed ? 0.75 : 0.6;
    if (/^,? (?:Jr|Sr|I{2,3})\b/.test(this.text.slice(this.words[last]!.end, this.words[last]!.end + 6))) strength = Math.max(strength, 0.75);
    // "Una Especialidad": where the words of the language are on no list, the surname must be.
    if (this.foreign && !this.lexicon.isSurname(surname.low)) strength = strong && !this.inForeignWords ? 0.45 : 0.25;
    // "on Mary Street", "Grace Hall"
    if (STREET_NOUNS.has(surname.low) || ORGANIZATION_NOUNS.has(surname.low)) strength = Math.min(strength, 0.3);
    if (this.whispering) {
      const unheard = !listed && surname.low.length > 4 && this.lexicon.isUnheard(surname.low);
      if ((!listed && !unheard) || ordinary) return this.single(i, 0.45);
      strength = Math.min(strength, unheard ? 0.6 : 0.7);
    }
    return this.found(word.start, last, { form: 'full', strength, given: word.low, surname: surname.low });
  }

  /** T. Greer, J.T., K.R.L. */
  private initialed(i: number): Found | undefined {
    const word = this.words[i]!;
    if (!word.initial || !word.capital || this.whispering) return undefined;
    const dotted = word.text.includes('.') || this.text[word.end] === '.';
    if (!dotted) return undefined;
    let last = i;
    for (let k = i + 1; k <= i + 3; k++) {
      const next = this.words[k];
      if (!next || !/^\.?[ \u00a0]?$/.test(next.gap) || !next.capital) break;
      if (next.initial) {
        last = k;
        continue;
      }
      // "the T.H. Chan School"
      if (this.organizationFollows(k)) return undefined;
      if (!/^\.?[ \u00a0]$/.test(next.gap) || !this.partOfName(k) || (this.lexicon.eponyms.has(next.low) && !this.lexicon.isSurname(next.low)) || this.lexicon.isEnglish(next.low)) break;
      return this.found(word.start, k, { form: 'surname', strength: this.lexicon.isSurname(next.low) ? 0.6 : 0.45, surname: next.low });
    }
    if (last === i && !/^\p{Lu}\.-?\p{Lu}\./u.test(word.text)) return undefined;
    const letters = this.text.slice(word.start, this.words[last]!.end).replaceAll('.', '');
    // "R.I.C.E.", "A.C.E.": the letters spell what to remember.
    if (letters.length > 3 || (letters.length === 3 && this.lexicon.ordinary.has(letters.toLowerCase()))) return undefined;
    if (/^(?:US|USA|UK|MD|DO|AM|PM|DC|PA|RN|NP|DDS|DMD|BC|AD|EU|NY|LA|PO|PT|OD|ND|TX|BS|MS|BA|MA|EdD|PhD|IV|NW|SW|NE|SE|UN|IQ|DNA|DOB|STD|TV|ET|CT|NC|SC|NJ|FDA|FACS|FACP|FAAN|FACC|LLC|LLP|PC)$/i.test(letters.replaceAll(' ', ''))) return undefined;
    return this.found(word.start, last, { form: 'initials', strength: 0.4 }, this.text[this.words[last]!.end] === '.' && !this.words[last]!.text.endsWith('.') ? 1 : 0);
  }

  /** Two capitalised words that no list knows as anything else: enough for a name only beside a strong cue. */
  private unknown(i: number): Found | undefined {
    const word = this.words[i]!;
    if (this.whispering || this.shouting || (word.text.length > 1 && word.text === word.text.toUpperCase())) return undefined;
    if (this.foreign && !this.lexicon.isSurname(word.low) && !this.lexicon.isSurname(this.words[i + 1]?.low ?? '')) return undefined;
    // "Zuzanna's mom cried", "Ludo, 8, Tourette syndrome": what only a person has.
    if (!word.initial && !this.isWord(word) && !this.notName(word) && (!this.lexicon.isEnglish(word.low) || AGED_WHO.test(this.text.slice(word.end, word.end + 14))) && PERSON_BEHIND.test(this.text.slice(word.end, word.end + 40))) return this.found(word.start, i, { form: 'given', strength: 0.45, given: word.low });
    if (this.standsForOne(i)) return this.found(word.start, i, { form: 'given', strength: 0.45, given: word.low });
    if (word.possessive || word.initial || this.isWord(word) || this.lexicon.isEnglish(word.low) || this.notName(word) || this.afterPlaceOpener(i) || this.isForeignWord(word) || /^\p{Lu}{2,}s$/u.test(word.text)) return undefined;
    // "Congrats Valentina": called out to her, no part of her name.
    if (CALL.test(word.low)) return undefined;
    // "Camp Sweeney", "Lake Havasu"
    if (PLACE_OPENERS.has(word.low) && word.low !== 'st' && this.words[i + 1]?.capital) return undefined;
    const listed = this.lexicon.isSurname(word.low);
    let last = i;
    for (let k = i + 1; k <= i + 4; k++) {
      const next = this.words[k];
      if (!next || !this.joins(k) || this.words[k - 1]!.possessive) break;
      if ((next.initial && k < i + 3 && next.capital) || (PARTICLES.has(next.low) && !next.capital && next.gap === ' ' && next.low.length > 1 && this.particleName(k))) {
        last = k;
        continue;
      }
      if (!this.partOfName(k) || this.lexicon.eponyms.has(next.low) || this.lexicon.isEnglish(next.low)) break;
      last = k;
    }
    const final = this.words[last]!;
    if (last > i && LANDSCAPE.test(final.low)) return undefined;
    if (last > i && final.initial) return this.found(word.start, last, { form: 'given', strength: listed ? 0.3 : 0.35, given: word.low }, this.stopAfter(last));
    if (this.organizationFollows(last)) return { mention: this.mention(word.start, last, { form: 'full', strength: 0 }), next: last + 1 };
    if (last === i && !listed && ENGLISH.test(word.low)) return undefined;
    if (last === i) return i > 0 || listed ? this.found(word.start, i, { form: 'surname', strength: listed ? 0.25 : 0.15, surname: word.low }) : undefined;
    if (!listed && !this.lexicon.isSurname(final.low) && (ENGLISH.test(word.low) || ENGLISH.test(final.low))) return undefined;
    const english = ENGLISH.test(word.low) || ENGLISH.test(final.low);
    const strength = this.lexicon.isSurname(final.low) && !this.isWord(final) ? (english || PLACE_OPENERS.has(word.low) ? 0.5 : 0.65) : english || this.titleCase() ? 0.35 : 0.45;
    return this.found(word.start, last, { form: 'full', strength, given: word.low, surname: final.low });
  }

  /** "Divakar was referred to us; two visits later she …": a word of no list and no dictionary, where only a person stands, is called he or she. */
  private standsForOne(i: number): boolean {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (word.initial || word.low.length < 4 || !/^\p{Lu}\p{Ll}+$/u.test(word.text) || this.foreign || this.titleCase()) return false;
    if (this.isWord(word) || this.lexicon.isEnglish(word.low) || this.notName(word) || this.lexicon.isSurname(word.low) || ENGLISH.test(word.low)) return false;
    if ((next?.capital && /^[ \u00a0]$/.test(next.gap)) || (this.words[i - 1]?.capital && /^[ \u00a0]$/.test(word.gap) && !GRAMMAR.has(this.words[i - 1]!.low))) return false;
    const before = this.text.slice(Math.max(0, word.start - 30), word.start);
    const after = this.text.slice(word.end);
    if (CALLED_SO.test(before) && !/^ (?:Road|Street|Hall|Park)/.test(after)) return true;
    return DOES.test(after) && PERSON_TOLD.test(after);
  }

  /** A whole name in lower case amid other copy, e.g. a social post: one half must be known, and neither may be anything else. */
  private lowered(i: number): Found | undefined {
    const word = this.words[i]!;
    const next = this.words[i + 1];
    if (this.foreign || word.capital || !next || next.capital || next.gap !== ' ') return undefined;
    const given = onlyName(this.lexicon, word.low);
    // "tyler b": a handle spelt out.
    if (given && next.text.length === 1 && !/[ai]/.test(next.low)) return this.found(word.start, i + 1, { form: 'given', strength: 0.6, given: word.low });
    if (word.text.length < 3 || next.text.length < 2 || this.isWord(next)) return undefined;
    const surname = this.lexicon.isSurname(next.low);
    if (!(given ? surname || this.isUnheard(next) : surname && next.text.length > 3 && !this.lexicon.isSurname(word.low) && !this.isWord(word) && this.isUnheard(word))) return undefined;
    return this.found(word.start, i + 1, { form: 'full', strength: surname && given ? 0.6 : 0.5, given: word.low, surname: next.low });
  }

  private isUnheard({ low }: Word): boolean {
    return low.length > 4 && !GRAMMAR.has(low) && this.lexicon.isUnheard(low);
  }

  private single(i: number, strength: number): Found | undefined {
    const word = this.words[i]!;
    const before = this.words[i - 1];
    // "Wake Forrest": the second half of something else.
    if (before?.capital && i > 1 && /^[ \u00a0]$/.test(word.gap) && !GRAMMAR.has(before.low) && !CALENDAR.has(before.low) && !this.titleCase()) strength = Math.min(strength, 0.2);
    if (this.organizationFollows(i)) return undefined;
    // "typhoid Vi conjugate vaccine"
    if (/^ (?:conjugate|polysaccharide|antigen|capsular|virus|syndrome|score|scale|index|criteria)\b/.test(this.text.slice(word.end, word.end + 20))) return undefined;
    // "a Nevada man"
    if (STATES.has(word.low) && (before?.low === 'a' || before?.low === 'an' || before?.low === 'the')) return undefined;
    return this.found(word.start, i, { form: 'given', strength: this.shouting ? strength * 0.8 : strength, given: word.low });
  }

  private found(start: number, last: number, name: Omit<NameMention, 'start' | 'end'>, extra = 0): Found {
    return { mention: this.mention(start, last, name, extra), next: last + 1 };
  }

  private mention(start: number, last: number, name: Omit<NameMention, 'start' | 'end'>, extra = 0): NameMention {
    // "Calle Santiago 33"
    if (/^(?:calle|avenida|avda|paseo|plaza|rua|via|carrera|camino)$/.test(name.given ?? '') && name.form === 'full') name = { ...name, strength: 0 };
    // "Av. Francisco de Miranda", "hurricane Maria"
    if (NAMED_AFTER.test(this.text.slice(Math.max(0, start - 16), start))) name = { ...name, strength: 0 };
    // "5020 Dunmore Pike, Haverly": the name of a street, whatever it ends on.
    if (/(?:^|[·|,;]\s|\b(?:at|on|in|to) )\d{2,5} (?:[NSEW]\.? )?$/.test(this.text.slice(Math.max(0, start - 14), start)) && /^,? (?:Suite|Ste|Unit|Floor|[A-Z][a-z]+, [A-Z]{2}\b)|^ (?:Pike|Turnpike|Loop|Path|Run|Plaza|Parkway|Row|Alley)\b/.test(this.text.slice(this.words[last]!.end, this.words[last]!.end + 30))) name = { ...name, strength: 0 };
    // "in the Rosa Parks room": a place, in small letters too.
    if (name.form === 'full' && /\b[Tt]he $/.test(this.text.slice(Math.max(0, start - 4), start)) && ROOM_BEHIND.test(this.text.slice(this.words[last]!.end, this.words[last]!.end + 24))) name = { ...name, strength: 0 };
    // "4417 Larkmoor Lane": an address.
    if (STREET_NOUNS.has(this.words[last]!.low) && /\d\w{0,2} (?:[NSEW]\.? |(?:North|South|East|West) )?$/.test(this.text.slice(Math.max(0, start - 12), start))) name = { ...name, strength: 0 };
    return { ...name, start, end: this.words[last]!.end + extra };
  }
}
