import type { Block, Identity, Page, Span } from '../../rule.ts';
import { Addresses } from './addresses.ts';
import { deidentified, NOT_REAL } from './authorization.ts';
import { namesInColumns } from './columns.ts';
import { PageContext } from './context.ts';
import { Drafts, SENSITIVE } from './drafts.ts';
import { mayNameSomebody } from './glance.ts';
import { HealthNearby } from './health-nearby.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { pageWords, type PageWords } from './page-words.ts';
import { findNames } from './names.ts';
import { OwnIdentity } from './organization.ts';
import { passagesOf, type Passage } from './passages.ts';
import { Persons, type Around } from './persons.ts';
import { patientImage } from './photos.ts';
import { Reading } from './reading.ts';
import { keyedNames } from './scripts.ts';
import { filedStory, spokenStory, storyAt } from './stories.ts';
import { mayDescribe } from './unique-persons.ts';
import { findDatesAndPlaces, findDescribed, findPatientNumbers } from './traits.ts';

/** The parts of a page that telling whose an identifier is needs. */
export type PeopleSource = Pick<Page, 'document' | 'context' | 'sections' | 'sectionOf' | 'before' | 'after'>;

const AGE_IN_WORDS = /ninet|hundred|centenarian/i;
const DIGIT_OR_ADDRESS = /[\d@]|:\/\//;

/**
 * Every identifier of the document that may be a patient's, with its owner, the patient and health context around it and a
 * verdict; those that are nobody's business are left out. No value leaves this module.
 * @param observe is told of each name that is weighed, for fitting the weights
 */
export function findIdentities(page: PeopleSource, lexicon: PeopleLexicon, observe?: Around['observe']): Identity[] {
  return new Finder(page, lexicon, observe).find();
}

class Finder implements Around {
  readonly page: PeopleSource;
  readonly lexicon: PeopleLexicon;
  readonly health: HealthNearby;
  readonly drafts: Drafts;
  // Worked out when first asked for: most pages name nobody, and every expression of these costs the start of a run.
  readonly context = (): PageContext => (this.#knownContext ??= new PageContext(this.page));
  readonly own = (): OwnIdentity => (this.#knownOwn ??= new OwnIdentity(this.page.context.organization, this.page.document));
  readonly #persons: Persons;
  readonly #words: PageWords;
  #knownContext: PageContext | undefined;
  #knownOwn: OwnIdentity | undefined;

  readonly observe?: Around['observe'];

  constructor(page: PeopleSource, lexicon: PeopleLexicon, observe?: Around['observe']) {
    if (observe) this.observe = observe;
    this.page = page;
    this.lexicon = lexicon;
    this.health = new HealthNearby(page, lexicon, this.context);
    this.drafts = new Drafts(page, this.context);
    this.#persons = new Persons(this);
    this.#words = pageWords(page.document);
  }

  find(): Identity[] {
    const ages = AGE_IN_WORDS.test(this.page.document.source);
    const readings = passagesOf(this.page.document)
      .filter(({ text }) => DIGIT_OR_ADDRESS.test(text) || mayNameSomebody(text, this.lexicon) || (ages && AGE_IN_WORDS.test(text)) || mayDescribe(text))
      .map((passage) => this.#read(passage));
    for (const reading of readings) this.#persons.learnProviders(reading);
    for (const reading of readings) this.#persons.find(reading);
    const addresses = new Addresses(this, this.#persons);
    for (const reading of readings) {
      findPatientNumbers(reading, this.#persons, this);
      findDatesAndPlaces(reading, this.#persons, this);
      findDescribed(reading, this.#persons, this);
      addresses.inPassage(reading);
    }
    for (const element of this.page.document.elements) addresses.ofElement(element);
    const weigh = (text: string): number => this.health.weigh(text);
    for (const block of this.page.document.blocks) this.#story(block, storyAt(block, this.page, weigh) ?? spokenStory(block, weigh));
    const filed = filedStory(this.page, weigh);
    if (filed) this.#story(filed, { start: 0, end: filed.text.length });
    this.#photos();
    return this.drafts.decide();
  }

  #read(passage: Passage): Reading {
    if (passage.zone === 'script' || passage.label === 'json-ld') return new Reading(passage, this.lexicon, keyedNames(passage.text, this.lexicon));
    const listed = passage.record && passage.zone === 'text' ? namesInColumns(passage.text, passage.sentences) : undefined;
    if (listed) return new Reading(passage, this.lexicon, listed);
    if (!mayNameSomebody(passage.text, this.lexicon)) return new Reading(passage, this.lexicon, []);
    const names = findNames(passage.text, this.lexicon, passage.sentences, this.#words);
    this.#persons.learnOrganizations(names);
    return new Reading(passage, this.lexicon, names);
  }

  #photos(): void {
    for (const block of this.page.document.blocks) {
      const element = block.element === undefined ? undefined : this.page.document.elements[block.element];
      const score = patientImage(block, element, {
        story: () => this.context().of(block) === 'story',
        headings: () => this.context().headings(block),
        weigh: (text) => this.health.weigh(text),
      });
      if (score < 0.5) continue;
      this.drafts.push({
        kind: 'photo', at: { block, start: 0, end: block.text.length }, length: block.text.length, zone: block.kind === 'attribute' ? 'attribute' : 'text', partial: true, always: false,
        owner: 'patient', patient: score, health: 0.6, setting: 'copy', sensitive: false, passage: undefined, exempt: false,
      });
    }
  }

  #story(block: Block, span: Span | undefined): void {
    if (!span || deidentified(this.page.document)) return;
    this.drafts.push({
      kind: 'story', at: { block, ...span }, length: span.end - span.start, zone: block.kind === 'meta' || block.kind === 'data' ? 'metadata' : 'text', partial: true, always: false,
      owner: 'patient', patient: 0.8, health: 0.7, setting: 'copy', sensitive: SENSITIVE.test(block.text), passage: undefined, exempt: NOT_REAL.test(block.text),
    });
  }
}
