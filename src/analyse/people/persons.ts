import type { Identity } from '../../rule.ts';
import { animalsIn } from './animals.ts';
import { BYGONE } from './authorization.ts';
import { CARE_OR_SETTING } from './care-words.ts';
import { addressed, isReply, type PageContext } from './context.ts';
import { bylineOf, inStaffColumn, inStaffRecord, isAuthorPath, recordScore } from './fields.ts';
import type { Drafts } from './drafts.ts';
import type { HealthNearby } from './health-nearby.ts';
import { historical } from './history.ts';
import type { PeopleSource } from './identities.ts';
import { HYPOTHETICAL } from './individuals.ts';
import { BORN_AFTER } from './patient-cues.ts';
import type { PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import type { OwnIdentity } from './organization.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { isPublicFigure } from './public-figures.ts';
import { calledPatient, roleOf, type Role } from './roles.ts';
import { trackingCalls } from './scripts.ts';
import { HOME_LIFE, LIVES_WITH, STAFF_VOICE } from './staff-cues.ts';
import { oddsOf, signsAround } from './surroundings.ts';
import { THEIR_KIN } from './work-cues.ts';
import { PROVIDER_TITLES } from './words.ts';

/** A page that names more people is a directory or made to stall us; the first ones tell enough. */
const MOST_JUDGED = 3000;

/** A capital word behind a greeting is a name, though no list knows it. */
const GREETED = /(?:^|[.!?:]\s)\W*(?:hi|hello|hey|dear|thanks|thank you|congrats|congratulations|sorry|welcome back),?(?: there| again| so much)?,? $/i;
/** Logarithms of odds below which a name that few cues speak for is nobody's, and above which one that none speaks for is a patient's. */
const DOUBTED = -0.8;
/** How many times worse they must be where a cue says it outright. */
const SURELY = 4;
const LIKELY = 0;
/** The same where no word of care stands near. */
const SURE = 0.8;
/** UTF-16 code units of copy beyond which a document is a page with much on it. */
const PAGE = 600;
/** The sides of a case, and what only the law says of it. */
const CASE = /(\p{Lu}[\p{L}'’-]+)[*_]? v\.? [*_]?(?:\p{Lu}\. )?(\p{Lu}[\p{L}'’-]+)/gu;
const COURT = /\b(?:court|circuit|held that|ruled|\d+ (?:F\.|U\.S\.|Cal\.|P\.)\s?\d|\((?:[^()]{0,20})(?:19|20)\d\d\))/i;
/** "Thanks for the note about the parking deck, Wendell" */
const THANKS_FOR = /^\W*(?:thanks|thank you) for (?:the|your) (?:note|word|tip|message|feedback|comment|heads[- ]up|suggestion)\b/i;
/** A reply that leaves open whether anybody was here, as HIPAA wants it. */
const KEEPS_SILENT = /\b(?:privacy|hipaa|confidential\w*|the law|federal law)\b[^.!?]{0,140}\b(?:whether|if) (?:or not )?(?:an?|any|some|that|this|the|you|he|she|they|anyone|anybody|someone|somebody)\b[^.!?]{0,40}\b(?:has|have|is|are|was|were)\b/i;
/** What anybody who comes by may remark on. */
const OF_THE_HOUSE = /\b(?:parking|gate arm|elevators?|wi-?fi|website|web site|phone (?:system|tree|line)|restrooms?|signage|construction|cafeteria|gift shop|lobby|heating|air conditioning|vending machine|valet)\b/i;
/** Says that somebody was cared for here. */
const CONFIRMS = /\b(?:your|her|his) (?:visit|appointment|treatment|procedure|surgery|stay|results?|care|recovery|child|son|daughter|mother|father|mom|dad|chart|file|record|bill|tooth|teeth|knee|back|baby|pain|exam|scan|test)\b|\b(?:your|the|her|his) (?:new |last |first |next )?(?:crown|crowns|bridge|filling|fillings|implants?|veneers?|dentures?|braces|aligners|retainer|root canal|cleaning|stents?|pacemaker|graft|cast|brace|stitches|sutures|infusion|injections?|shots?|session|sessions|adjustment|massage|facial|peel|lens(?:es)?|glasses|hearing aids?|prescription|refill|medication|labs?|x-?rays?|mri|biopsy|incision|wound|scar|blood pressure|sugar|delivery|birth|pregnancy|smile|skin|hip|shoulder|ankle|foot|feet|eyes?|heart)\b|\bwhen you (?:came|were|arrived|visited|saw)\b|\bsee(?:ing)? you (?:at|again|for)\b|\bpatients? like you\b|\b(?:as|being|having you as) (?:a|our) patient\b|\btreat(?:ed|ing) you\b/i;
/** A reply without a word of care: to write back of a crown or a stent is to say whose it is. */
const tellsNothing = ({ passage: { text }, health }: Reading): boolean => (KEEPS_SILENT.test(text) || OF_THE_HOUSE.test(text)) && !CONFIRMS.test(text) && !health.some(({ weight }) => weight >= 0.5);
/** "Ludo, 8, Tourette syndrome" */
const AGED = /^(?:,| \() ?(?:[MF],? ?)?\d{1,2}(?:\)|,|:| (?:years?|yrs?|yo)\b)/;
/** 'Manikin "Mr. Henderson"', what nurses and medics practise on. */
const DOLL = /\b(?:manikins?|mannequins?|simulators?),? (?:named |called )?["\u201c]?$/i;
const ONE = /\b(?:he|she|his|her|him|who)\b/i;
/** The name stands alone under a quotation. */
function signs({ block, text }: Passage, name: NameMention, behindQuote: boolean): boolean {
  if (!block || text.length > 90 || name.start > 4 || name.strength < (behindQuote ? 0.3 : 0.5)) return false;
  return block.quoted || behindQuote || block.classes.some((word) => /testimonial|review|quote|author|client|cite/i.test(word));
}

/** The last words of a quotation, behind its full stop: whoever `<cite>` names, or a line without its dash. */
function endsQuote({ block, text }: Passage, { start, end, strength }: NameMention): boolean {
  if (!block?.quoted || strength < 0.3 || start < 20 || text.length - end > 40) return false;
  return /[.!?…]["”’]?\s*(?:[—–-]\s*)?$/.test(text.slice(start - 6, start)) && /^[^.!?]*\.?$/.test(text.slice(end));
}

const partial = ({ form, title }: NameMention): boolean => form === 'given' || form === 'initials' || (form === 'surname' && title === undefined);

/** What the finders of a page share. */
export interface Around {
  readonly page: PeopleSource;
  readonly lexicon: PeopleLexicon;
  readonly context: () => PageContext;
  readonly own: () => OwnIdentity;
  readonly health: HealthNearby;
  readonly drafts: Drafts;
  /** Told of each name that is weighed, as cues alone judged it. */
  readonly observe?: (judged: JudgedName) => void;
}

export interface JudgedName { readonly signs: ReadonlyMap<string, number>; readonly patient: number; readonly provider: number; readonly strength: number }

/** Tells whose each name of a page is, and remembers who gives care there, who gets it, and what the organisation is called. */
export class Persons {
  readonly #around: Around;
  /** Surnames, and given names, of clinicians; with a surname the given names that it was seen with. */
  readonly #providers = new Map<string, Set<string>>();
  /** Surnames of clinicians whom other pages name, until this one does. */
  readonly #ofOtherPages = new Set<string>();
  readonly #patients = new Set<string>();
  readonly #organizations = new Set<string>();
  readonly #animals = new Set<string>();
  #long: boolean | undefined;
  /** Passages that name a clinician or another of the staff: a pronoun there may be theirs. */
  readonly #staffed = new Set<Passage>();
  /** Passages on somebody everybody knows: dates there are of that life. */
  readonly #famous = new Set<Passage>();
  readonly #roles = new Map<NameMention, { readonly role: Role; readonly provider: boolean }>();
  readonly #patientRows = new Map<Reading, boolean>();

  constructor(around: Around) {
    this.#around = around;
    for (const clinician of around.page.context.organization.clinicians) {
      const written = clinician.replace(/,.*$/, '').split(/\s+/).filter((word) => !/^(?:dr|prof)\.?$/i.test(word));
      const surname = written.at(-1) ?? '';
      // A clinician of another page makes nobody here one who has the same first name.
      if (!around.page.document.source.includes(surname) && !around.page.document.source.includes(surname.toUpperCase())) continue;
      this.#addProvider(surname.toLowerCase(), written[0]?.toLowerCase());
      this.#ofOtherPages.add(surname.toLowerCase());
    }
  }

  /** Whether any of the lower-cased words names a patient, or one who gives care here. */
  isPatient(words: readonly string[]): boolean {
    return words.some((word) => this.#patients.has(word));
  }
  isStaff(words: readonly string[]): boolean {
    return words.some((word) => this.#providers.has(word));
  }
  isStaffed(passage: Passage): boolean {
    return this.#staffed.has(passage);
  }

  isFamous(passage: Passage): boolean {
    return this.#famous.has(passage);
  }

  /** "Rani Beauty Clinic": what names the organisation names no patient elsewhere on the page. */
  learnOrganizations(names: readonly NameMention[]): void {
    for (const { strength, given, surname } of names) if (strength === 0) for (const word of [given, surname]) if (word) this.#organizations.add(word);
  }

  /** Whether the document is a page of a site rather than a post, a card or a note. */
  get #isPage(): boolean {
    return (this.#long ??= this.#around.page.document.blocks.reduce((sum, { kind, text }) => sum + (kind === 'comment' || kind === 'attribute' ? 0 : text.length), 0) > PAGE);
  }

  #role(reading: Reading, name: NameMention): Role {
    const provider = (name.title !== undefined && PROVIDER_TITLES.has(name.title)) || this.#isProvider(name);
    const known = this.#roles.get(name);
    // Once all clinicians are known, a name may be one of theirs.
    if (known?.provider === provider) return known.role;
    const role = this.#judge(reading, name, provider);
    this.#roles.set(name, { role, provider });
    return role;
  }

  #judge(reading: Reading, name: NameMention, provider: boolean): Role {
    const { passage } = reading;
    const listing = passage.record || passage.zone !== 'text' || passage.block?.kind === 'heading' || passage.block?.kind === 'caption' || reading.sentence(name.start).split(/\s+/).length < 14;
    return roleOf(name, reading.windows(name, this.#around.health.neighbours(passage)), this.#around.lexicon, provider, listing, this.#isPage);
  }

  #isProvider({ form, given, surname, title }: NameMention): boolean {
    if (title !== undefined && /^(?:mr|mrs|ms|miss|mx|baby|little)$/.test(title) && this.#ofOtherPages.has(surname ?? '')) return false;
    if (form === 'given') return given !== undefined && this.#providers.has(given);
    const known = surname === undefined ? undefined : this.#providers.get(surname);
    return known !== undefined && (form !== 'full' || given === undefined || known.size === 0 || known.has(given));
  }

  /** "In *Moore v. Regents* …": whoever a case is named for is told of in the law reports. */
  #isLitigant(reading: Reading, { surname, given }: NameMention): boolean {
    const called = surname ?? given;
    if (called === undefined || !/ v\.? /.test(reading.passage.text)) return false;
    return Array.from(reading.passage.text.matchAll(CASE), ([, one, other]) => [one, other]).some((sides) => sides.some((side) => side?.toLowerCase() === called)) && COURT.test(reading.passage.text);
  }

  /** A clinician is introduced once with title or letters, and often called by the bare name afterwards. */
  learnProviders(reading: Reading): void {
    if (reading.names.length > 0) for (const name of animalsIn(reading.passage.text)) this.#animals.add(name);
    for (const name of reading.names) {
      if (this.#roles.size > MOST_JUDGED) return;
      const titled = name.title !== undefined && PROVIDER_TITLES.has(name.title);
      if (!titled && name.strength < 0.45) continue;
      const role = this.#role(reading, name);
      if (role.provider >= 0.85 && role.provider > role.patient) this.#staffed.add(reading.passage);
      if (!titled && (role.provider < 0.85 || role.patient > role.provider)) continue;
      if (name.surname) this.#ofOtherPages.delete(name.surname);
      this.#addProvider(name.surname, name.given);
    }
  }

  #addProvider(surname: string | undefined, given: string | undefined): void {
    if (given) this.#providers.set(given, this.#providers.get(given) ?? new Set());
    if (!surname) return;
    const known = this.#providers.get(surname) ?? new Set<string>();
    if (given && given !== surname) known.add(given);
    this.#providers.set(surname, known);
  }

  /** Drafts the names of patients. */
  find(reading: Reading): void {
    const { passage } = reading;
    // An example of what to write there.
    if (passage.block?.kind === 'attribute' && passage.block.name === 'placeholder') return;
    if (passage.zone === 'script' && !trackingCalls(passage.text).length && passage.label !== 'json-ld' && reading.names.every(({ title }) => title !== 'patient')) return;
    const seen = new Set<string>();
    for (const name of reading.names) {
      if (this.#roles.size > MOST_JUDGED) return;
      const text = passage.text.slice(name.start, name.end);
      if (this.#around.own().name(text) || (name.form !== 'full' && name.title === undefined && this.#around.own().town(text)) || (name.form !== 'full' && name.title === undefined && this.#organizations.has(name.given ?? name.surname ?? ''))) continue;
      if (this.#isAnimal(reading, name)) continue;
      const key = name.surname ?? name.given ?? text;
      if (seen.has(key) || (name.given && seen.has(name.given))) continue;
      const judged = this.#person(reading, name);
      const { owner, setting } = judged;
      const patient = this.#weighed(reading, name, judged);
      if (patient < 0.5 || owner !== 'patient') continue;
      seen.add(key);
      if (name.given) seen.add(name.given);
      for (const word of [name.given, name.surname]) if (word) this.#patients.add(word);
      const health = this.#around.health.of(reading, name, setting !== 'copy' || patient >= 0.6);
      this.#around.drafts.add(reading, name, { kind: 'name', partial: partial(name), patient, health, setting, owner });
    }
  }

  /** An animal that the page told of, or a relative of one in the same passage. */
  #isAnimal(reading: Reading, { start, form, title, given, surname }: NameMention): boolean {
    if (this.#animals.size === 0) return false;
    const known = (word: string | undefined): boolean => word !== undefined && this.#animals.has(word);
    if (form === 'surname' && title !== undefined && known(surname)) return true;
    if (known(given) && (form !== 'full' || known(surname) || !this.#around.lexicon.isSurname(surname ?? ''))) return true;
    return form === 'given' && /\b(?:his|her|its) (?:\w+ )?(?:brother|sister|mother|father|mom|dad|cousin|friend) $/i.test(reading.passage.text.slice(Math.max(0, start - 30), start)) && reading.names.some((other) => other.start < start && known(other.given));
  }

  #amongFigures(reading: Reading, name: NameMention): boolean {
    const { start, end } = reading.sentenceAt(name.start);
    return reading.names.some((other) => other !== name && other.start >= start && other.end <= end && isPublicFigure(other));
  }

  #person(reading: Reading, name: NameMention): { patient: number; owner: Identity['owner']; setting: Identity['setting'] } {
    const { passage } = reading;
    const windows = reading.windows(name, this.#around.health.neighbours(passage));
    // Every capital that no list knows comes by here; only a plain cue makes one a person.
    if (name.strength < 0.25 && !calledPatient(windows.before, windows.after) && !GREETED.test(windows.before) && !ONE.test(windows.after + windows.next.slice(0, 80))) return { patient: 0, owner: 'unknown', setting: 'copy' };
    const role = this.#role(reading, name);
    const situation = this.#around.context().of(passage.block);
    let { patient, provider } = role;
    let spokenTo = false;
    let setting: Identity['setting'] = passage.zone === 'form' || passage.zone === 'script' ? 'record' : 'copy';
    // "Art Linkletter, Ronald Reagan and Rita Hayworth helped put …": known people among themselves.
    if (this.#isLitigant(reading, name)) return { patient: 0, owner: 'public', setting };
    if (DOLL.test(windows.before)) return { patient: 0, owner: 'unknown', setting };
    if (patient <= 0.65 && this.#amongFigures(reading, name)) return { patient: 0, owner: 'public', setting };
    if (role.public > patient) {
      if (role.public > 2) this.#famous.add(passage);
      return { patient: 0, owner: 'public', setting };
    }
    if ((historical(reading.sentence(name.start)) && !(BORN_AFTER.test(windows.after) && !/\b1[5-8]\d\d\b/.test(windows.following.slice(0, 40)))) || (role.patient <= 0.6 && BYGONE.test(windows.previous.slice(-300)))) return { patient: 0, owner: 'public', setting };
    const around = reading.around(name.start);
    const reply = situation === 'reply' || isReply(around) || isReply(windows.previous);
    if ((reply || GREETED.test(windows.before) || THANKS_FOR.test(passage.text)) && tellsNothing(reading)) return { patient: 0, owner: 'unknown', setting };
    const titled = name.title !== undefined && PROVIDER_TITLES.has(name.title);
    const greeted = GREETED.test(windows.before) && /^[*_]{0,3}[,!.:—–]/.test(windows.after);
    if (!titled && name.strength >= (greeted ? 0.15 : name.form === 'given' ? 0.25 : 0.45) && addressed(windows.before, windows.after, passage.record ? reading.sentence(name.start) : around)) {
      patient = Math.max(patient, 0.9);
      spokenTo = true;
      setting = reply ? 'reply' : 'message';
    }
    // "Response from the owner: Nicole, …": the owner speaks, and to her.
    if (spokenTo && reply) provider = Math.min(provider, 0.4);
    if (reply) setting = 'reply';
    const behindQuote = passage.block !== undefined && passage.text.length < 60 && this.#around.page.before(passage.block)?.quoted === true && /^(?:,|$)/.test(windows.after);
    // "Marisa Bloom, oncology nurse", or those who built the clinic.
    const staffSpeaks = role.provider >= 0.85 || STAFF_VOICE.test(windows.previous);
    if (!staffSpeaks && signs(passage, name, behindQuote) && /(?<![A-Za-zÀ-ɏ'’])(?:I|[Mm]e|[Mm]y|[Ww]e)(?![A-Za-zÀ-ɏ])/.test(windows.previous) && /§/.test(windows.previous)) patient = Math.max(patient, 0.85);
    if (!staffSpeaks && endsQuote(passage, name) && /(?<![A-Za-zÀ-ɏ'’])(?:I|[Mm]e|[Mm]y|[Ww]e)(?![A-Za-zÀ-ɏ])/.test(windows.previous) && (/[§‡]/.test(windows.previous) || CARE_OR_SETTING.test(windows.previous))) patient = Math.max(patient, 0.85);
    // The author line of a testimonial card.
    if (situation === 'story' && provider < 0.5 && name.strength >= 0.6 && passage.text.length < name.end - name.start + 40 && passage.block?.kind !== 'attribute') patient = Math.max(patient, 0.7);
    if (situation === 'story') patient += role.attributed ? 0.5 : 0.25;
    // Of those who work there few are called Mr. or Mrs.
    if (situation === 'staff') provider += patient >= 0.9 || (/^m(?:r|rs|s)$/.test(name.title ?? '') && patient >= 0.7) ? 0.5 : 0.9;
    const record = recordScore(passage, name, reading);
    if (record >= 0.85 && !titled) provider = inStaffRecord(passage, name) ? 1 : Math.min(provider, 0.3);
    if (isAuthorPath(passage)) provider += 0.9;
    if (bylineOf(passage, name)) provider += 0.9;
    patient = Math.max(patient, record);
    if (HYPOTHETICAL.test(reading.sentence(name.start)) && setting === 'copy') patient = Math.min(patient, 0.45);
    if (inStaffColumn(passage, name)) provider += 0.9;
    // The less the letters look like a name, the more the words around must say so.
    const called = spokenTo || calledPatient(windows.before, windows.after) || (AGED.test(windows.after) && /[§‡]/.test(windows.after + windows.next));
    if (!called) {
      // An unknown word is a name where it does what only a person does, and is called he or she.
      if (name.strength < 0.3) patient -= (role.patient >= 0.9 && name.form === 'given' && name.strength >= 0.25) || (role.patient >= 0.75 && !passage.record && ONE.test(windows.after + windows.next.slice(0, 80))) ? 0.2 : 0.8;
      else if (name.strength < 0.4 && passage.record) patient -= 0.5;
      else if (name.strength < 0.55) patient -= 0.1;
      if (/\b(?:in|at|near|outside|(?:driv|fly|travel|commut|mov)(?:e|es|ing|ed)? (?:all the way |over |up |down |back )?(?:to|from)) $/.test(windows.before) && !/\b(?:look|smil|marvel|star|wav|laugh|point)\w* at $/.test(windows.before) && !(name.form === 'full' && name.strength >= 0.6)) patient -= 0.5;
    }
    // Letters that may be no name at all are never an error by themselves.
    if (name.strength < 0.6 && !called && record < 0.85) patient = Math.min(patient, 0.74);
    // "Her son Mateo drew the giraffe", of a clinician's.
    if (this.#staffed.has(passage) && THEIR_KIN.test(windows.before) && !/§/.test(windows.after) && !CARE_OR_SETTING.test(windows.after)) return { patient: 0, owner: 'provider', setting };
    // "She and her husband, Karim, live in Webster", in the biography of a clinician.
    if (this.#staffed.has(passage) && LIVES_WITH.test(windows.before) && HOME_LIFE.test(windows.before + windows.after) && !/[§]/.test(windows.before + windows.after)) return { patient: 0, owner: 'provider', setting };
    if (provider >= 0.5 && provider >= patient) return { patient: 0, owner: 'provider', setting };
    return { patient: Math.min(1, patient), owner: 'patient', setting };
  }

  /** Where cues say little either way, what names of patients mostly have around them decides. */
  #weighed(reading: Reading, name: NameMention, { patient, owner }: { readonly patient: number; readonly owner: Identity['owner'] }): number {
    const { passage } = reading;
    const { observe } = this.#around;
    const provider = owner === 'patient' ? this.#role(reading, name).provider : 1;
    const doubtful = owner === 'patient' && (patient >= 0.5 ? patient <= 0.92 : provider < 0.5 && name.strength >= 0.4);
    if (!observe && !doubtful) return patient;
    const signs = signsAround(name, reading.windows(name, this.#around.health.neighbours(passage)), { zone: passage.zone, kind: passage.block?.kind, situation: this.#around.context().of(passage.block), page: this.#isPage, record: passage.record });
    observe?.({ signs, patient, provider, strength: name.strength });
    if (!doubtful) return patient;
    const odds = oddsOf(signs);
    if (patient >= 0.5) return odds < (patient > 0.75 || this.#role(reading, name).patient >= 0.9 ? SURELY : 1) * DOUBTED ? 0.45 : patient;
    if (HYPOTHETICAL.test(reading.sentence(name.start)) || this.#praisesElse(reading, name)) return patient;
    return odds > (this.#ofCare(reading, name) ? LIKELY : SURE) && passage.zone !== 'script' ? 0.6 : patient;
  }

  /** Signs a quotation that says nothing of care: "The clip holds." — Phil. */
  #praisesElse(reading: Reading, name: NameMention): boolean {
    if (!this.#role(reading, name).attributed) return false;
    const { previous, before } = reading.windows(name, this.#around.health.neighbours(reading.passage));
    const quote = /["“][^"“”]{8,400}["”][^"“”]*$/.exec(previous + before)?.[0];
    return quote !== undefined && !/[§‡◊]/.test(quote) && !CARE_OR_SETTING.test(quote) && !/\b(?:my life|alive|dead|walk|breathe|sleep|pain)\b/i.test(quote);
  }

  /** Whether a word of care stands near: without one, what sounds like a patient's name is more often any name. */
  #ofCare(reading: Reading, name: NameMention): boolean {
    const { previous, before, after, next } = reading.windows(name, this.#around.health.neighbours(reading.passage));
    const near = `${previous.slice(-200)} ${before}\n${after} ${next.slice(0, 200)}`;
    return /[§‡◊]/.test(near) || CARE_OR_SETTING.test(near);
  }

  /** Whether the passage names a patient; asked once all names are known. */
  inPassage(reading: Reading): boolean {
    let known = this.#patientRows.get(reading);
    if (known === undefined) this.#patientRows.set(reading, (known = reading.names.some((name) => this.#patients.has(name.surname ?? name.given ?? ''))));
    return known;
  }
}
