import type { Block, Hit, Identity, IdentifierKind, Severity, Span } from '../../rule.ts';
import { authorizationOf, BYGONE, MADE_UP, NOT_REAL, type Authorization } from './authorization.ts';
import type { PageContext } from './context.ts';
import type { PeopleSource } from './identities.ts';
import type { Passage } from './passages.ts';
import type { Reading } from './reading.ts';
import { verdictOf } from './verdict.ts';

/** What a reader would least like others to know. */
export const SENSITIVE =
  /\b(?:hiv|aids\b|abortion|miscarr\w+|stillb\w+|ivf|infertil\w+|fertility|contracepti\w+|vasectomy|std|sti|chlamydia|gonorrh\w+|syphilis|herpes|sober|sobriety|detox\w*|overdos\w+|relaps\w+|methadone|suboxone|buprenorphine|naltrexone|addict\w*|alcoholi\w+|drank|drinking problem|opioid (?:use|addiction)|substance (?:use|abuse)|drug (?:use|abuse)|residential program|psychiatr\w+|bipolar|schizo\w+|suicid\w+|self-harm|depress(?:ion|ive|ed)|anxiety|ptsd|eating disorder|anorexi\w+|bulimi\w+|mental (?:health|illness)|autis\w+|adhd|erectile)\b/i;

/** One identifier on its way to a verdict. */
export interface Draft {
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

/** What was found on a page, until all is known that decides on it. */
export class Drafts {
  readonly #page: PeopleSource;
  readonly #context: () => PageContext;
  readonly #drafts: Draft[] = [];

  constructor(page: PeopleSource, context: () => PageContext) {
    this.#page = page;
    this.#context = context;
  }

  /** Adds what a reading holds, with what the words around it decide. */
  add(reading: Reading, span: Span, facts: Partial<Draft> & Pick<Draft, 'kind' | 'patient' | 'health' | 'setting'>): void {
    const { passage } = reading;
    this.push({
      at: passage.at(span.start, span.end), length: span.end - span.start, zone: passage.zone, partial: false, always: false, owner: 'patient',
      sensitive: SENSITIVE.test(reading.passage.text.slice(Math.max(0, span.start - 400), span.end + 400)), passage,
      exempt: NOT_REAL.test(passage.text.slice(Math.max(0, span.start - 500), span.end + 500)) || (passage.block !== undefined && this.#isOfNobody(passage.block)), ...facts,
    });
  }

  #isOfNobody(block: Block): boolean {
    const headings = this.#context().headings(block);
    return NOT_REAL.test(headings) || BYGONE.test(headings) || MADE_UP.test(this.#context().told(block));
  }

  push(draft: Draft): void {
    this.#drafts.push(draft);
  }

  /** The drafts that count, with their verdicts. */
  decide(): Identity[] {
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
