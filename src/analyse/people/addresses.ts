import type { Block, Element, Hit } from '../../rule.ts';
import { NOT_REAL } from './authorization.ts';
import { SENSITIVE } from './drafts.ts';
import { isUrlAttribute, type Passage } from './passages.ts';
import type { Around, Persons } from './persons.ts';
import type { Reading } from './reading.ts';
import { identifiersInUrl, URLS } from './urls.ts';

/** Addresses of a site without its name, as sitemaps and lists of files write them. */
const PATHS = /(?<![\w:./])(?:\/[\w%~-]{2,60}){1,6}\/[\w%.~-]{0,40}-[\w%.~-]{2,80}/g;

/** "Her blog, www…", "Watch his story: youtube.com/@…": a page of one's own, or the profile of whoever is quoted. */
const OWN_PAGE = /\b(?:[Hh]is|[Hh]er|[Tt]heir|[Pp]atient(?:['’]s)?) (?:[\w-]+ )?(?:blog|profile|page|channel|story|vlog|(?:web)?site|journal|podcast|instagram|facebook|tiktok|gofundme|feed)\b[^.;!?\n]{0,20}?[\s:,(]((?:https?:\/\/|www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}(?:\/[@\w./-]*)?)|\b((?:facebook|instagram|tiktok|twitter)\.com\/@?[\w.]{3,30})(?= ?[:,] ?["“][^"”]{0,80}\b(?:my|I)\b)/g;

/** Where a page of front matter will stand, and its picture. */
const SLUGS = /^(?:slug|permalink|path|url|image|hero|photo|thumbnail|cover|og_image|featured_image)\s?:\s*["']?([\w/%.~-]*-[\w/%.~-]+)/gim;

const COORDINATE = /^-?\d{1,3}\.\d{3,}$/;
const AT_HOME = /\b(?:patient|client|member|resident|participant)(?:['’]s)? (?:home|house|residence|address|apartment)\b|\bhome (?:visit|hospice|infusion|birth|dialysis|ventilator|nursing visit)\b/i;

/** Finds identifiers in the addresses of a page: those in its copy and those in its attributes. */
export class Addresses {
  readonly #around: Around;
  readonly #persons: Persons;

  constructor(around: Around, persons: Persons) {
    this.#around = around;
    this.#persons = persons;
  }

  inPassage(reading: Reading): void {
    const { passage } = reading;
    if (passage.text.includes('-') && passage.zone === 'text') for (const match of passage.text.matchAll(PATHS)) this.#url(match[0], passage.at(match.index, match.index + match[0].length), passage.block, passage);
    if (passage.label === 'front matter') for (const match of passage.text.matchAll(SLUGS)) this.#url(`/${match[1]!.replace(/^\//, '')}`, passage.at(match.index + match[0].length - match[1]!.length, match.index + match[0].length), undefined, passage);
    if (passage.zone !== 'script' && /\.[a-z]{2,8}\b/.test(passage.text)) this.#ownPages(reading);
    if (!passage.text.includes('://')) return;
    for (const match of passage.text.matchAll(URLS)) this.#url(match[0].replace(/[.,;:!?]+$/, ''), passage.at(match.index, match.index + match[0].length), passage.block, passage);
  }

  #ownPages(reading: Reading): void {
    const { passage } = reading;
    if (this.#persons.isStaffed(passage) || this.#around.context().of(passage.block) === 'staff') return;
    for (const match of passage.text.matchAll(OWN_PAGE)) {
      const page = match[1] ?? match[2]!;
      const start = match.index + match[0].lastIndexOf(page);
      const span = { start, end: start + page.length };
      this.#around.drafts.add(reading, span, { kind: 'url', zone: 'url', patient: 0.8, health: this.#around.health.of(reading, span, false), setting: 'copy' });
    }
  }

  ofElement(element: Element): void {
    const block = this.#around.page.document.blocks[element.block];
    this.#home(element, block);
    for (const attribute of element.attributes) {
      const refresh = attribute.name === 'content' ? /^\s*\d{1,4}\s*;\s*url\s*=\s*["']?(.{4,2000})/i.exec(attribute.value)?.[1] : undefined;
      const content = refresh !== undefined || (attribute.name === 'content' && /^https?:\/\//.test(attribute.value));
      if (!isUrlAttribute(attribute) && !content) continue;
      const urls = attribute.name === 'style' ? Array.from(attribute.value.matchAll(/url\(["']?([^"')]{3,500})/g), (match) => match[1]!) : attribute.name.endsWith('srcset') ? attribute.value.split(',').map((part) => part.trim().split(/\s/)[0]!) : [refresh ?? attribute.value];
      for (const url of urls) this.#url(url, { from: attribute.from, to: attribute.to }, block, undefined, element);
    }
  }

  /** `<div data-lat="…" data-lng="…" data-label="Client home, wound care">`: where somebody who is cared for at home lives. */
  #home(element: Element, block: Block | undefined): void {
    const latitude = element.attributes.find(({ name, value }) => /(?:^|-)lat(?:itude)?$/.test(name) && COORDINATE.test(value));
    const longitude = element.attributes.find(({ name, value }) => /(?:^|-)(?:lng|lon|long|longitude)$/.test(name) && COORDINATE.test(value));
    if (!latitude || !longitude) return;
    const text = [...element.attributes.map(({ value }) => value), block?.text.slice(0, 300) ?? ''].join('. ');
    if (!AT_HOME.test(text) || NOT_REAL.test(text)) return;
    this.#around.drafts.push({
      kind: 'place', at: { from: latitude.from, to: latitude.to }, length: latitude.value.length, zone: 'attribute', partial: false, always: false, owner: 'patient', patient: 0.8,
      health: Math.max(this.#around.health.weigh(text), 0.6), setting: 'record', sensitive: SENSITIVE.test(text), passage: undefined, exempt: false,
    });
  }

  #url(url: string, at: Hit['at'], block: Block | undefined, passage?: Passage, element?: Element): void {
    for (const found of identifiersInUrl(url, this.#around.lexicon, this.#around.own())) {
      const onPage = this.#persons.isPatient(found.name ?? []);
      if (this.#persons.isStaff(found.name ?? []) && !onPage) continue;
      const told = this.#around.context().of(block) === 'story' && found.kind === 'photo' ? 0.3 : 0;
      const patient = Math.min(1, found.patient + (onPage ? 0.4 : 0) + told);
      const near = block ? this.#around.health.weigh(`${block.text.slice(0, 400)} ${this.#around.context().headings(block)}`) : 0;
      const health = Math.max(found.health, near * 0.8, this.#around.health.subject * 0.7);
      this.#around.drafts.push({
        kind: found.kind, at, length: found.length, zone: 'url', partial: false, always: found.always, owner: 'patient', patient, health: found.always ? 1 : health,
        setting: 'record', sensitive: SENSITIVE.test(url), passage, exempt: NOT_REAL.test(`${block?.text.slice(0, 400) ?? ''} ${element?.attributes.map(({ value }) => value).join(' ') ?? ''}`),
      });
    }
  }
}
