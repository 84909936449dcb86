import type { Block, Element, Hit, Identity, IdentifierKind, Page, Severity, Span } from '../../rule.ts';
import { authorizationOf, deidentified, NOT_REAL, type Authorization } from './authorization.ts';
import { addressed, isReply, PageContext } from './context.ts';
import { ageOfPatient, contactOfPatient, dateOfCare, HYPOTHETICAL, labelsDate, numberOfPatient, placeOfPatient, tellsOfOne } from './individuals.ts';
import { mayNameSomebody } from './glance.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { lowerCaseOf } from './lower-case.ts';
import { findNames, type NameMention } from './names.ts';
import { findNumbers } from './numbers.ts';
import { OwnIdentity } from './organization.ts';
import { isUrlAttribute, passagesOf, type Passage } from './passages.ts';
import { patientImage } from './photos.ts';
import { findPlaces } from './places.ts';
import { Reading, type Neighbours } from './reading.ts';
import { calledPatient, CARE, roleOf, type Role } from './roles.ts';
import { keyedNames, trackingCalls } from './scripts.ts';
import { storyAt } from './stories.ts';
import { findUniquePersons } from './unique-persons.ts';
import { identifiersInUrl, URLS } from './urls.ts';
import { verdictOf } from './verdict.ts';
import { PROVIDER_TITLES } from './words.ts';

/** The parts of a page that telling whose an identifier is needs. */
export type PeopleSource = Pick<Page, 'document' | 'context' | 'sections' | 'sectionOf' | 'before' | 'after'>;

/** A page that names more people is a directory or made to stall us; the first ones tell enough. */
const MOST_JUDGED = 3000;
const SENSITIVE =
  /\b(?:hiv|aids\b|abortion|miscarr\w+|stillb\w+|ivf|infertil\w+|fertility|contracepti\w+|vasectomy|std|sti|chlamydia|gonorrh\w+|syphilis|herpes|sober|sobriety|detox\w*|overdos\w+|relaps\w+|methadone|suboxone|buprenorphine|naltrexone|addict\w*|alcoholi\w+|drank|drinking problem|opioid (?:use|addiction)|substance (?:use|abuse)|drug (?:use|abuse)|residential program|psychiatr\w+|bipolar|schizo\w+|suicid\w+|self-harm|depress(?:ion|ive|ed)|anxiety|ptsd|eating disorder|anorexi\w+|bulimi\w+|mental (?:health|illness)|autis\w+|adhd|erectile)\b/i;
const PRACTICE = /\b(?:clinic|hospital|doctors?|dr\.|nurses?|surgeons?|patients?|dentists?|therapists?|medical)\b/i;
const CARE_WORD = new RegExp(String.raw`\b(?:${CARE})\b`, 'i');

const AGE_IN_WORDS = /ninet|hundred|centenarian/i;
const DIGIT_OR_ADDRESS = /[\d@]|:\/\//;

/** One identifier on its way to a verdict. */
interface Draft {
  readonly kind: IdentifierKind;
  readonly at: Hit['at'];
  readonly length: number;
  readonly zone: Identity['zone'];
  readonly partial: boolean;
  readonly always: boolean;
  readonly owner: Identity['owner'];
  readonly patient: number;
  readonly health: number;
  readonly setting: Identity['setting'];
  readonly sensitive: boolean;
  readonly passage: Passage | undefined;
  readonly exempt: boolean;
}

/**
 * Every identifier of the document that may be a patient's, with its owner, the patient and health context around it and a
 * verdict; those that are nobody's business are left out. No value leaves this module.
 */
export function findIdentities(page: PeopleSource, lexicon: PeopleLexicon): Identity[] {
  return new Finder(page, lexicon).find();
}

class Finder {
  readonly #page: PeopleSource;
  readonly #lexicon: PeopleLexicon;
  #knownContext: PageContext | undefined;
  #knownOwn: OwnIdentity | undefined;
  /** Surnames, and given names, of clinicians; with a surname the given names that it was seen with. */
  readonly #providers = new Map<string, Set<string>>();
  readonly #patients = new Set<string>();
  readonly #organizations = new Set<string>();
  readonly #written: (word: string) => boolean;
  /** Passages that name a clinician or another of the staff: a pronoun there may be theirs. */
  readonly #staffed = new Set<Passage>();
  readonly #drafts: Draft[] = [];
  readonly #roles = new Map<NameMention, { readonly role: Role; readonly provider: boolean }>();
  readonly #maskedBlocks = new Map<Block, string>();
  readonly #forms = new Map<number, number>();
  readonly #patientRows = new Map<Reading, boolean>();
  #subjectHealth: number | undefined;
  #onHealth: boolean | undefined;

  constructor(page: PeopleSource, lexicon: PeopleLexicon) {
    this.#page = page;
    this.#lexicon = lexicon;
    this.#written = lowerCaseOf(page.document);
    for (const clinician of page.context.organization.clinicians) {
      const words = clinician.toLowerCase().replace(/,.*$/, '').split(/\s+/).filter((word) => !/^(?:dr|prof)\.?$/.test(word));
      this.#addProvider(words.at(-1), words[0]);
    }
  }

  // Worked out when first asked for: most pages name nobody, and every expression of these costs the start of a run.
  get #context(): PageContext {
    return (this.#knownContext ??= new PageContext(this.#page));
  }
  get #own(): OwnIdentity {
    return (this.#knownOwn ??= new OwnIdentity(this.#page.context.organization, this.#page.document));
  }

  find(): Identity[] {
    const ages = AGE_IN_WORDS.test(this.#page.document.source);
    const readings = passagesOf(this.#page.document)
      .filter(({ text }) => DIGIT_OR_ADDRESS.test(text) || mayNameSomebody(text, this.#lexicon) || (ages && AGE_IN_WORDS.test(text)))
      .map((passage) => this.#read(passage));
    for (const reading of readings) this.#learnProviders(reading);
    for (const reading of readings) this.#names(reading);
    for (const reading of readings) {
      this.#numbers(reading);
      this.#quasi(reading);
      this.#described(reading);
      this.#urlsIn(reading);
    }
    for (const element of this.#page.document.elements) this.#urlsOf(element);
    for (const block of this.#page.document.blocks) this.#stories(block);
    this.#photos();
    return this.#decide();
  }

  #read(passage: Passage): Reading {
    if (passage.zone === 'script' || passage.label === 'json-ld') return new Reading(passage, this.#lexicon, keyedNames(passage.text, this.#lexicon));
    if (!mayNameSomebody(passage.text, this.#lexicon)) return new Reading(passage, this.#lexicon, []);
    const names = findNames(passage.text, this.#lexicon, passage.sentences, this.#written);
    // "Rani Beauty Clinic": what names the organisation names no patient elsewhere on the page.
    for (const { strength, given, surname } of names) if (strength === 0) for (const word of [given, surname]) if (word) this.#organizations.add(word);
    return new Reading(passage, this.#lexicon, names);
  }

  // ------------------------------------------------------------ names

  /** The blocks around, which are masked when a window asks for them. */
  #neighbours(passage: Passage): Neighbours {
    let known: Neighbours | undefined;
    const find = (): Neighbours => (known ??= this.#findNeighbours(passage));
    return {
      get previous() {
        return find().previous;
      },
      get next() {
        return find().next;
      },
    };
  }

  #findNeighbours(passage: Passage): Neighbours {
    const { block } = passage;
    if (!block || passage.zone === 'form') return { previous: '', next: '' };
    if (block.kind === 'attribute') return { previous: '', next: this.#masked(this.#page.document.blocks[block.index + 1]) };
    const previous = this.#page.before(block);
    const next = this.#page.after(block);
    // A card of a quotation and its author is one thing, even where the author is marked up as a heading.
    if (previous && block.classes.length > 0 && /testimonial|review|quote|story/i.test(block.classes.join(' '))) return { previous: this.#masked(previous), next: this.#masked(next) };
    const same = (other: Block | undefined): other is Block => other !== undefined && this.#page.sectionOf(other) === this.#page.sectionOf(block);
    return { previous: same(previous) ? this.#masked(previous) : '', next: same(next) || block.kind === 'heading' ? this.#masked(next) : '' };
  }

  #masked(block: Block | undefined): string {
    if (!block) return '';
    let known = this.#maskedBlocks.get(block);
    if (known === undefined) {
      const text = block.text.slice(0, 700);
      let out = '';
      let at = 0;
      for (const term of this.#lexicon.healthTerms(text)) {
        out += `${text.slice(at, term.start)}§`;
        at = term.end;
      }
      this.#maskedBlocks.set(block, (known = out + text.slice(at)));
    }
    return known;
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
    return roleOf(name, reading.windows(name, this.#neighbours(passage)), this.#lexicon, provider, listing);
  }

  #isProvider({ form, given, surname }: NameMention): boolean {
    if (form === 'given') return given !== undefined && this.#providers.has(given);
    const known = surname === undefined ? undefined : this.#providers.get(surname);
    return known !== undefined && (form !== 'full' || given === undefined || known.size === 0 || known.has(given));
  }

  /** A clinician is introduced once with title or letters, and often called by the bare name afterwards. */
  #learnProviders(reading: Reading): void {
    for (const name of reading.names) {
      if (this.#roles.size > MOST_JUDGED) return;
      const titled = name.title !== undefined && PROVIDER_TITLES.has(name.title);
      if (!titled && name.strength < 0.45) continue;
      const role = this.#role(reading, name);
      if (role.provider >= 0.85 && role.provider > role.patient) this.#staffed.add(reading.passage);
      if (!titled && (role.provider < 0.85 || role.patient > role.provider)) continue;
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

  #names(reading: Reading): void {
    const { passage } = reading;
    // An example of what to write there.
    if (passage.block?.kind === 'attribute' && passage.block.name === 'placeholder') return;
    if (passage.zone === 'script' && !trackingCalls(passage.text).length && passage.label !== 'json-ld' && reading.names.every(({ title }) => title !== 'patient')) return;
    const seen = new Set<string>();
    for (const name of reading.names) {
      if (this.#roles.size > MOST_JUDGED) return;
      const text = passage.text.slice(name.start, name.end);
      if (this.#own.name(text) || (name.form !== 'full' && name.title === undefined && this.#organizations.has(name.given ?? name.surname ?? ''))) continue;
      const key = name.surname ?? name.given ?? text;
      if (seen.has(key) || (name.given && seen.has(name.given))) continue;
      const { patient, owner, setting } = this.#person(reading, name);
      if (patient < 0.5 || owner !== 'patient') continue;
      seen.add(key);
      if (name.given) seen.add(name.given);
      for (const word of [name.given, name.surname]) if (word) this.#patients.add(word);
      const health = this.#health(reading, name, setting !== 'copy' || patient >= 0.6);
      this.#add(reading, name, { kind: 'name', partial: partial(name), patient, health, setting, owner });
    }
  }

  #person(reading: Reading, name: NameMention): { patient: number; owner: Identity['owner']; setting: Identity['setting'] } {
    const { passage } = reading;
    const windows = reading.windows(name, this.#neighbours(passage));
    // Every capital that no list knows comes by here; only a plain cue makes one a person.
    if (name.strength < 0.25 && !calledPatient(windows.before, windows.after) && !ONE.test(windows.after + windows.next.slice(0, 80))) return { patient: 0, owner: 'unknown', setting: 'copy' };
    const role = this.#role(reading, name);
    const situation = this.#context.of(passage.block);
    let { patient, provider } = role;
    let spokenTo = false;
    let setting: Identity['setting'] = passage.zone === 'form' || passage.zone === 'script' ? 'record' : 'copy';
    if (role.public > patient) return { patient: 0, owner: 'public', setting };
    if (historical(reading.sentence(name.start))) return { patient: 0, owner: 'public', setting };
    const around = reading.around(name.start);
    const reply = situation === 'reply' || isReply(around) || isReply(windows.previous);
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
    if (signs(passage, name) && /(?<![A-Za-zÀ-ɏ'’])(?:I|[Mm]e|[Mm]y|[Ww]e)(?![A-Za-zÀ-ɏ])/.test(windows.previous) && /§/.test(windows.previous)) patient = Math.max(patient, 0.85);
    // The author line of a testimonial card.
    if (situation === 'story' && provider < 0.5 && name.strength >= 0.6 && passage.text.length < name.end - name.start + 40 && passage.block?.kind !== 'attribute') patient = Math.max(patient, 0.7);
    if (situation === 'story') patient += role.attributed ? 0.5 : 0.25;
    if (situation === 'staff') provider += patient >= 0.9 ? 0.5 : 0.9;
    const record = recordScore(passage, name, reading);
    if (record >= 0.85 && !titled) provider = STAFF_FIELD.test(passage.text.slice(Math.max(0, name.start - 90), name.end + 90)) ? 1 : Math.min(provider, 0.3);
    if (AUTHOR_PATH.test(passage.label) && passage.block?.kind === 'data' && !/\b(?:Review|Patient)\b/.test(passage.label)) provider += 0.9;
    if (bylineOf(passage, name)) provider += 0.9;
    patient = Math.max(patient, record);
    if (HYPOTHETICAL.test(reading.sentence(name.start)) && setting === 'copy') patient = Math.min(patient, 0.45);
    if (passage.block?.kind === 'table-cell' && STAFF_COLUMN.test(columnOf(passage, name))) provider += 0.9;
    // The less the letters look like a name, the more the words around must say so.
    const called = spokenTo || calledPatient(windows.before, windows.after) || (AGED.test(windows.after) && /[§‡]/.test(windows.after + windows.next));
    if (!called) {
      // An unknown word is a name where it does what only a person does, and is called he or she.
      if (name.strength < 0.3) patient -= role.patient >= 0.75 && !passage.record && ONE.test(windows.after + windows.next.slice(0, 80)) ? 0.2 : 0.8;
      else if (name.strength < 0.4 && passage.record) patient -= 0.5;
      else if (name.strength < 0.55) patient -= 0.1;
      if (/\b(?:in|at|near|outside) $/.test(windows.before) && !(name.form === 'full' && name.strength >= 0.6)) patient -= 0.5;
    }
    // Letters that may be no name at all are never an error by themselves.
    if (name.strength < 0.6 && !called && record < 0.85) patient = Math.min(patient, 0.74);
    if (provider >= 0.5 && provider >= patient) return { patient: 0, owner: 'provider', setting };
    return { patient: Math.min(1, patient), owner: 'patient', setting };
  }

  // ------------------------------------------------------------ health

  /** 0 to 1: how near a condition, procedure or drug stands; being a patient here is itself health information. */
  #health(reading: Reading, span: Span, knownPatient: boolean): number {
    const { passage } = reading;
    const sentence = reading.sentenceAt(span.start);
    let health = reading.healthIn(Math.max(sentence.start, span.start - 400), Math.min(sentence.end, span.end + 400));
    health = Math.max(health, reading.healthIn(Math.max(0, span.start - 900), span.end + 900) * 0.9);
    if (health >= 0.9) return health;
    // A body part beside a known patient tells what is treated.
    if (health > 0.4 && knownPatient) health = Math.max(health, 0.6);
    if (CARE_WORD.test(reading.around(span.start))) health = Math.max(health, 0.6);
    if (knownPatient) health = Math.max(health, 0.6);
    if (health >= 0.6) return health;
    if (this.#pageIsHealth()) health = Math.max(health, 0.55);
    const { previous, next } = this.#neighbours(passage);
    if (/§/.test(previous) || /§/.test(next)) health = Math.max(health, 0.7);
    if (passage.block && this.#weigh(this.#context.headings(passage.block)) >= 0.5) health = Math.max(health, 0.7);
    this.#subjectHealth ??= this.#weigh(this.#context.subject);
    if (this.#subjectHealth >= 0.5) health = Math.max(health, 0.6);
    if (passage.element && passage.zone === 'attribute') health = Math.max(health, this.#weigh(passage.element.attributes.map(({ value }) => value.slice(0, 400)).join(' ').replace(/[_-]+/g, ' ')));
    if (passage.element?.form !== undefined || passage.zone === 'form') health = Math.max(health, this.#formHealth(passage.element));
    return health;
  }

  /** Copy of a practice is about health, whatever the sentence says. */
  #pageIsHealth(): boolean {
    this.#onHealth ??= this.#page.document.blocks.some(({ text }) => PRACTICE.test(text) || this.#weigh(text) >= 0.5);
    return this.#onHealth;
  }

  #weigh(text: string): number {
    const part = text.slice(0, 1200);
    return this.#lexicon.healthTerms(part).reduce((most, { weight }) => Math.max(most, weight), CARE_WORD.test(part) ? 0.5 : 0);
  }

  #formHealth(element: Element | undefined): number {
    if (element?.form === undefined) return 0;
    const known = this.#forms.get(element.form);
    if (known !== undefined) return known;
    const { elements, source } = this.#page.document;
    const form = elements[element.form] ?? element;
    const last = elements.findLast((field) => field.form === element.form) ?? element;
    const weight = this.#weigh(source.slice(form.from, Math.min(last.to + 400, form.from + 6000)).replace(/[<>="'_/-]+/g, ' '));
    this.#forms.set(element.form, weight);
    return weight;
  }

  // ------------------------------------------------------------ numbers, dates, places

  #numbers(reading: Reading): void {
    const { passage } = reading;
    const calls = passage.zone === 'script' ? trackingCalls(passage.text) : [];
    let next = 0;
    for (const number of findNumbers(passage.text)) {
      const raw = passage.text.slice(number.start, number.end);
      while ((calls[next]?.end ?? Infinity) < number.end) next++;
      const inCall = (calls[next]?.start ?? Infinity) <= number.start;
      if (passage.zone === 'script' && !number.always && !inCall) continue;
      if ((number.kind === 'phone' && this.#own.phone(raw)) || (number.kind === 'email' && this.#own.email(raw))) continue;
      if (/xxx|\bformat\b|\blooks like\b|\be\.g\./i.test(passage.text.slice(Math.max(0, number.start - 40), number.start)) && !number.always) continue;
      let patient = 1;
      if (!number.always) {
        if (number.kind === 'phone' || number.kind === 'email') {
          patient = inCall ? 0.9 : passage.zone === 'form' ? 0.7 : /\b(?:patient|customer|client|user|subscriber|lead)/i.test(passage.zone === 'attribute' ? passage.label : '') ? 0.8 : contactOfPatient(reading, number.start, number.end, this.#patientRow(reading));
          if (number.kind === 'email' && passage.zone === 'text' && !this.#patientRow(reading) && !this.#own.privateMail(raw)) patient = Math.min(patient, 0.55);
          if (passage.record && patient === 0 && this.#patientRow(reading) && !/\b(?:call|office|clinic|contact)\b/i.test(passage.text)) patient = 0.7;
        } else if (number.kind === 'ip') patient = /\b(?:visitor|user|patient|session|client|caller|searched|booked|viewed|clicked|asked|visited|submitted|accessed|logged|requested)\b|§/i.test(reading.around(number.start)) ? 0.8 : 0;
        else patient = numberOfPatient(reading, number.start);
      }
      if (!number.always && this.#staffed.has(passage) && !this.#patientRow(reading) && passage.zone === 'text' && !/\bpatient(?!s)/i.test(reading.sentence(number.start))) continue;
      if (patient < 0.5) continue;
      const health = number.always ? 1 : this.#health(reading, number, false);
      this.#add(reading, number, { kind: number.kind, always: number.always, patient, health, setting: passage.record ? 'record' : 'copy' });
    }
  }

  /** Asked once all names are known. */
  #patientRow(reading: Reading): boolean {
    let known = this.#patientRows.get(reading);
    if (known === undefined) this.#patientRows.set(reading, (known = reading.names.some((name) => this.#patients.has(name.surname ?? name.given ?? ''))));
    return known;
  }

  #quasi(reading: Reading): void {
    const { passage } = reading;
    if (passage.zone === 'script' || passage.text.length < 4) return;
    const named = this.#patientRow(reading);
    const told = named || tellsOfOne(passage.text);
    if (!told && reading.names.length === 0 && passage.zone !== 'form' && !labelsDate(passage.text)) return;
    const staff = this.#context.of(passage.block) === 'staff';
    for (const mention of reading.dates) {
      let patient = mention.kind === 'age' ? ageOfPatient(reading, mention.start) : dateOfCare(reading, mention.start, mention.end, named);
      if (passage.zone === 'form' && /dob|birth/i.test(passage.label)) patient = 0.9;
      if (named && patient >= 0.5) patient = Math.max(patient, 0.8);
      if (patient < 0.5 || staff || historical(reading.sentence(mention.start))) continue;
      this.#add(reading, mention, { kind: mention.kind, patient, health: this.#health(reading, mention, patient >= 0.8), setting: passage.record ? 'record' : 'copy' });
    }
    if (!told) return;
    for (const place of findPlaces(passage.text)) {
      const text = passage.text.slice(place.start, place.end);
      if (staff || this.#own.place(text) || reading.names.some((name) => name.strength >= 0.5 && name.start < place.end && name.end > place.start)) continue;
      const patient = placeOfPatient(reading, place.start, place.end, place.scale, named);
      if (patient < 0.5) continue;
      this.#add(reading, place, { kind: 'place', patient, health: this.#health(reading, place, false), setting: 'copy' });
    }
  }

  /** "The mayor's husband had his surgery here": nobody is named, and everybody knows who it is. */
  #described(reading: Reading): void {
    const { passage } = reading;
    if (passage.zone !== 'text' || this.#staffed.has(passage)) return;
    for (const { start, end, alone } of findUniquePersons(passage.text)) {
      const mention: NameMention = { start, end, form: 'given', strength: 0.5 };
      const sentence = reading.sentence(start);
      const { patient, provider } = roleOf(mention, reading.windows(mention, this.#neighbours(passage)), this.#lexicon, false, false);
      const told = alone ? /[§]/.test(sentence) && /\b(?:our|us|we|here|my)\b/i.test(reading.around(start)) : patient >= 0.8 && provider < 0.5;
      if (!told || HYPOTHETICAL.test(sentence) || historical(sentence)) continue;
      this.#add(reading, mention, { kind: 'other', patient: 0.7, health: this.#health(reading, mention, true), setting: 'copy' });
    }
  }

  // ------------------------------------------------------------ URLs

  #urlsIn(reading: Reading): void {
    const { passage } = reading;
    if (!passage.text.includes('://')) return;
    for (const match of passage.text.matchAll(URLS)) this.#url(match[0].replace(/[.,;:!?]+$/, ''), passage.at(match.index, match.index + match[0].length), passage.block, passage);
  }

  #urlsOf(element: Element): void {
    const block = this.#page.document.blocks[element.block];
    for (const attribute of element.attributes) {
      const refresh = attribute.name === 'content' ? /^\s*\d{1,4}\s*;\s*url\s*=\s*["']?(.{4,2000})/i.exec(attribute.value)?.[1] : undefined;
      const content = refresh !== undefined || (attribute.name === 'content' && /^https?:\/\//.test(attribute.value));
      if (!isUrlAttribute(attribute) && !content) continue;
      const urls = attribute.name === 'style' ? Array.from(attribute.value.matchAll(/url\(["']?([^"')]{3,500})/g), (match) => match[1]!) : attribute.name.endsWith('srcset') ? attribute.value.split(',').map((part) => part.trim().split(/\s/)[0]!) : [refresh ?? attribute.value];
      for (const url of urls) this.#url(url, { from: attribute.from, to: attribute.to }, block, undefined, element);
    }
  }

  #url(url: string, at: Hit['at'], block: Block | undefined, passage?: Passage, element?: Element): void {
    for (const found of identifiersInUrl(url, this.#lexicon, this.#own)) {
      const onPage = found.name?.some((word) => this.#patients.has(word)) === true;
      if (found.name?.some((word) => this.#providers.has(word)) && !onPage) continue;
      const told = this.#context.of(block) === 'story' && found.kind === 'photo' ? 0.3 : 0;
      const patient = Math.min(1, found.patient + (onPage ? 0.4 : 0) + told);
      this.#subjectHealth ??= this.#weigh(this.#context.subject);
      const near = block ? this.#weigh(`${block.text.slice(0, 400)} ${this.#context.headings(block)}`) : 0;
      const health = Math.max(found.health, near * 0.8, this.#subjectHealth * 0.7);
      this.#push({
        kind: found.kind, at, length: found.length, zone: 'url', partial: false, always: found.always, owner: 'patient', patient, health: found.always ? 1 : health,
        setting: 'record', sensitive: SENSITIVE.test(url), passage, exempt: NOT_REAL.test(`${block?.text.slice(0, 400) ?? ''} ${element?.attributes.map(({ value }) => value).join(' ') ?? ''}`),
      });
    }
  }

  // ------------------------------------------------------------ images and stories

  #photos(): void {
    for (const block of this.#page.document.blocks) {
      const element = block.element === undefined ? undefined : this.#page.document.elements[block.element];
      const score = patientImage(block, element, () => this.#context.of(block) === 'story');
      if (score < 0.5) continue;
      this.#push({
        kind: 'photo', at: { block, start: 0, end: block.text.length }, length: block.text.length, zone: block.kind === 'attribute' ? 'attribute' : 'text', partial: true, always: false,
        owner: 'patient', patient: score, health: 0.6, setting: 'copy', sensitive: false, passage: undefined, exempt: false,
      });
    }
  }

  #stories(block: Block): void {
    const span = storyAt(block, this.#page, (text) => this.#weigh(text));
    if (!span || deidentified(this.#page.document)) return;
    this.#push({
      kind: 'story', at: { block, ...span }, length: span.end - span.start, zone: block.kind === 'meta' || block.kind === 'data' ? 'metadata' : 'text', partial: true, always: false,
      owner: 'patient', patient: 0.8, health: 0.7, setting: 'copy', sensitive: SENSITIVE.test(block.text), passage: undefined, exempt: NOT_REAL.test(block.text),
    });
  }

  // ------------------------------------------------------------ verdicts

  #add(reading: Reading, span: Span, facts: Partial<Draft> & Pick<Draft, 'kind' | 'patient' | 'health' | 'setting'>): void {
    const { passage } = reading;
    this.#push({
      at: passage.at(span.start, span.end), length: span.end - span.start, zone: passage.zone, partial: false, always: false, owner: 'patient',
      sensitive: SENSITIVE.test(reading.passage.text.slice(Math.max(0, span.start - 400), span.end + 400)), passage,
      exempt: NOT_REAL.test(passage.text.slice(Math.max(0, span.start - 500), span.end + 500)) || (passage.block !== undefined && NOT_REAL.test(this.#context.headings(passage.block))), ...facts,
    });
  }

  #push(draft: Draft): void {
    this.#drafts.push(draft);
  }

  #decide(): Identity[] {
    const identities: Identity[] = [];
    if (this.#drafts.length === 0) return identities;
    const given = authorizationOf(this.#page.document, this.#page.context.asOf, this.#page.context.releases);
    const together = new Map<Passage, number>();
    for (const { passage, kind, patient } of this.#drafts) {
      if (passage && patient >= 0.6 && (kind === 'date' || kind === 'age' || kind === 'place' || kind === 'name')) together.set(passage, (together.get(passage) ?? 0) + 1);
    }
    for (const draft of this.#drafts) {
      if (draft.exempt && !draft.always) continue;
      const authorization = draft.setting === 'reply' ? 'none' : scoped(given, draft.kind);
      const verdict: Severity | 'none' = verdictOf({ ...draft, authorization, together: (draft.passage && together.get(draft.passage)) ?? 1 });
      if (verdict === 'none') continue;
      const { passage: _passage, exempt: _exempt, ...facts } = draft;
      identities.push({ ...facts, authorization, verdict });
    }
    return identities;
  }
}

/** What a scope must hold for a kind of identifier to be shown. */
const NEEDED: Partial<Record<IdentifierKind, RegExp>> = {
  photo: /photo|image|picture|video|likeness|all/,
  name: /name|story|all/,
  phone: /contact|all/,
  fax: /contact|all/,
  email: /contact|all/,
  date: /date|story|name|testimonial|condition|treatment|all/,
  age: /date|story|name|testimonial|condition|treatment|all/,
  place: /place|story|name|testimonial|condition|treatment|all/,
};

/** What an authorization allows to show of one kind of identifier. */
function scoped({ status, scope }: Authorization, kind: IdentifierKind): Identity['authorization'] {
  if (status !== 'valid' || scope.length === 0) return status;
  const needed = NEEDED[kind] ?? /story|name|testimonial|condition|treatment|all/;
  return scope.some((item) => needed.test(item)) ? 'valid' : 'incomplete';
}

/** A capital word behind a greeting is a name, though no list knows it. */
const GREETED = /(?:^|[.!?:]\s)\W*(?:hi|hello|hey|dear|thanks|thank you|congrats|congratulations|sorry|welcome back),?(?: there| again| so much)?,? $/i;
const STAFF_FIELD = /\b(?:position|role|job|job_?title|department|puesto|cargo)["']?\s?:\s{0,2}["']?[^\n]{0,30}(?:coordina|hygien|higien|direct|manag|administ|dent(?:ist|al)|doctor|dr\.|surgeon|cirujan|nurse|therap|assist|recep|speciali)/i;
/** Key paths of structured data whose persons wrote, reviewed or give the care. */
const AUTHOR_PATH = /\b(?:author|reviewedBy|employees?|founders?|members?|performers?|editor|creator|contributor|physicians?|worksFor|alumni|provider|organizer|publisher|instructor)\b/;
const STAFF_COLUMN = /\b(?:instructor|teacher|speaker|provider|doctor|physician|leader|facilitator|contact|coordinator|staff|presenter|dentist|therapist|title|role|position|department|clinician|nurse|surgeon|practitioner|coach|trainer|stylist|artist|injector|esthetician|aesthetician|counsel+or|host|guide|author|director|manager|who to ask|recruiter|employee|team|led by|taught by|offered by|location|city|town|office|clinic|campus|where|specialt(?:y|ies)|services?|address|county)\b|^\s*(?:with|by|who)\s*$/i;

/** The head of the column that the name stands in. */
const columnOf = (passage: Passage, { start, end }: NameMention): string => {
  const at = passage.at(start, end);
  return 'block' in at ? (at.block.table?.header ?? '') : '';
};

/** "Ludo, 8, Tourette syndrome" */
const AGED = /^(?:,| \() ?\d{1,2}(?:\)|,|:| (?:years?|yrs?|yo)\b)/;
const ONE = /\b(?:he|she|his|her|him)\b/i;
/** The name stands alone under a quotation. */
function signs({ block, text }: Passage, name: NameMention): boolean {
  if (!block || text.length > 90 || name.start > 4 || name.strength < 0.5) return false;
  return block.quoted || block.classes.some((word) => /testimonial|review|quote|author|client|cite/i.test(word));
}

const partial = ({ form, title }: NameMention): boolean => form === 'given' || form === 'initials' || (form === 'surname' && title === undefined);

/** Long ago, or told as history. */
const historical = (sentence: string): boolean =>
  /\b1[5-8]\d\d\b(?![-–]\d)/.test(sentence) || /\b(?:19[0-7]\d)\b|\b(?:in|of) 19[89]\d\b/.test(sentence) && !/\b(?:dob|born|birth\w*|our|us|we|now|today|still|since|married|20\d\d)\b|\b19\d{2}-\d\d-\d\d\b|\d[/-]19\d\d/i.test(sentence);

const RECORD_LABEL = /\b(?:patient|client|subscriber|insured|member|couple|survivor|resident|guarantor|dependent|responsible party|pt)(?:[ _-]?names?)?["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i;
const RECORD_FIELD = /\b(?:(?:first|last|full|your|given|family)(?:[ _-]?name)?|name|customer|author|attendee|reviewer|by)["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i;
const RECORD_TOPIC = /\b(?:dob|date[ _]of[ _]birth|birth[ _]?date|mrn|diagnosis|dx|procedure|condition|medication|reason|symptoms?|treatment|service|delivery_date|surgery)\b/i;

const RECORD_QUOTE = /\b(?:quotes?|reviews?|testimonials?|comment|body|text)["'*_]{0,3}\s?[:=]|\btestimonials?:/i;
/** The first line of a list of people with their complaints. */
const COLUMNS = /\bfirst_?name\b|\bpatient\b[,;|\t]|\bname[,;|\t][^\n]{0,60}\b(?:issue|condition|procedure|diagnosis|reason|complaint|treatment|service|interest)\b|[,;|\t]\s?(?:dob|mrn|procedure|diagnosis)\b/i;

/** The head of a letter that the practice received. */
const MAIL_FROM = /(?:^|\n|\. )(?:from|sender|submitted by|reply-to)["'*_]{0,3}\s?:\s?["'*_<]{0,3}$/i;
const MYSELF = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])/;

/** Front matter says who wrote, checked or illustrated the article, or gives the talk; in that of a review the author is the patient. */
function bylineOf({ label, text }: Passage, { start }: NameMention): boolean {
  if (label !== 'front matter' || !BYLINE.test(text.slice(Math.max(0, start - 60), start))) return false;
  return !RECORD_QUOTE.test(text) && !/\b(?:ratings?|stars|testimonials?|my|I|journey|survivor|patient|in (?:her|his) own words)\b|^\s{0,3}(?:type|layout|category)["']?\s?:\s?["']?(?:review|patient|story|success)/im.test(text);
}
const BYLINE = /\b(?:author|by|byline|(?:medical[_ -]?)?reviewer|reviewed[_ -]?by|checked[_ -]?by|editors?|photographer|photos?|illustrator|contributors?|written[_ -]?by|instructor|teacher|speakers?|host|presenter|contact|doctor|provider|physician|dentist|therapist|staff)["']?\s?:\s{0,2}(?:name:\s?)?["'([*_-]{0,3}\s?(?:dr\.? )?$/i;

/** How much a field's label, its record or its object says that the name in it is a patient's. */
function recordScore(passage: Passage, name: NameMention, reading: Reading): number {
  const before = passage.text.slice(Math.max(0, name.start - 50), name.start);
  if (RECORD_LABEL.test(before)) return 1;
  if (/\breviewer["'*_]{0,3}\s?[:=]\s?["'*_]{0,3}$/i.test(before)) return bylineOf(passage, name) ? 0 : 0.85;
  if (/\bPatient\b/.test(passage.label)) return 0.95;
  if (/\bReview\b/.test(passage.label) && /author|reviewer|creator|name/.test(passage.label)) return 0.9;
  if (passage.zone === 'form' && /\b(?:name|fname|lname|first|last|message|patient)/i.test(passage.label)) return 0.8;
  if (name.title === 'patient') return 1;
  if (RECORD_FIELD.test(before) && !(/author|\bby\W*$/i.test(before) && (passage.zone === 'comment' || bylineOf(passage, name)))) {
    const beside = `${passage.text.slice(Math.max(0, name.start - 400), name.end + 400)} ${passage.zone === 'attribute' ? passage.element?.attributes.map((other) => `${other.name.replaceAll('-', ' ')}: `).join(' ') ?? '' : ''}`;
    const health = reading.healthIn(name.start - 160, name.end + 160) >= 0.5;
    return RECORD_TOPIC.test(beside) || RECORD_QUOTE.test(beside) || (health && !/author/i.test(before)) ? 0.85 : 0.45;
  }
  if (MAIL_FROM.test(before) && reading.healthIn(0, passage.text.length) >= 0.5 && MYSELF.test(passage.text)) return 0.85;
  if (!passage.record) return 0;
  if (/first_?name|last_?name|patient/i.test(passage.label) || COLUMNS.test(passage.text)) return 0.85;
  return reading.dates.some(({ kind, year, start }) => kind === 'age' || year || /\d/.test(passage.text[start] ?? '')) && reading.healthIn(0, passage.text.length) >= 0.5 && name.form === 'full' && !/\bdr\.?\b/i.test(passage.text) ? 0.8 : 0;
}

