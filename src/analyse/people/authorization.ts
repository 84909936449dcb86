import type { Attribute, Document, Identity, Release, Releases } from '../../rule.ts';
import { sift } from '../../match/sift.ts';

export type AuthorizationStatus = Identity['authorization'];

export interface Authorization {
  readonly status: AuthorizationStatus;
  /** What the person agreed to show, lower-cased: `name`, `photo`, `story`, `video`. Empty: not stated. */
  readonly scope: readonly string[];
}

const NONE: Authorization = { status: 'none', scope: [] };
const KEYS = ['authorization', 'hipaa_authorization', 'hipaaAuthorization', 'authorisation', 'release', 'patient_release'];
const DATE = /\b(?:19|20)\d{2}-\d{2}-\d{2}\b/;
const REFERENCE = /\b(?=[\w/-]{0,40}\d)[A-Za-z][\w/-]{2,40}\b/;
/** A mark in the copy itself: a comment, an attribute list after an image, a line of an un-fenced header. */
const MARK = sift(/(?:promolint-release|hipaa[_-]authori[sz]ation|\bauth)\s?[:=]\s?["']?([^>}"'\n]{3,80})/i);
const STATED =
  sift(/\b(?:with|under|by) (?:a |an |his |her |their |the patient['’]s )?(?:valid |signed |written |express |explicit |current ){0,3}(?:hipaa |patient )?(?:authori[sz]ation|hipaa consent|hipaa release|permission)\b|\bagreed in writing to\b|\b(?:signed|written) (?:hipaa |patient )?(?:authori[sz]ations?|releases?|permission|consent) (?:form )?(?:is |are )?(?:on file|obtained|received)\b/i);
const ENDED = /^(?:expired|revoked|withdrawn|pending|draft|requested|missing|none|no|false|unsigned)$/i;

/** What the page, or the register of releases, says of a patient's permission; the form itself is out of sight. */
export function authorizationOf(document: Document, asOf: string, releases?: Releases): Authorization {
  const front = document.frontMatter;
  const claimed = (value: unknown): Authorization => registered(value, asOf, releases) ?? read(value, asOf);
  for (const key of KEYS) if (front[key] !== undefined && front[key] !== null) return claimed(front[key]);
  for (const element of document.elements) {
    const mark = element.attributes.find(({ name }) => name === 'data-hipaa-authorization' || name === 'data-authorization');
    if (mark) return claimed(besides(element.attributes, mark.name) ?? mark.value);
  }
  const marks = document.blocks.flatMap((block) => MARK.exec(block.text)?.[1] ?? []);
  const marked = marks.length > 0 ? together(marks.map(claimed)) : undefined;
  // A reference beside the sentence that suffices alone takes nothing from it.
  if (marked && (marked.status !== 'incomplete' || !states(document))) return marked;
  if (marked) return { status: 'stated', scope: [] };
  if (releases && releases.here.length > 0) return together(releases.here.map((release) => ofRelease(release, asOf, true)));
  return states(document) ? { status: 'stated', scope: [] } : NONE;
}

/** The parts of a claim that other attributes of the element hold: `data-authorization-expires`. */
function besides(attributes: readonly Attribute[], name: string): Record<string, string> | undefined {
  const parts = ['id', 'status', 'date', 'expires', 'scope'].flatMap((part) => {
    const value = attributes.find((other) => other.name === `${name}-${part}` || other.name === `data-authorization-${part}` || (part !== 'id' && other.name === `data-${part}`))?.value;
    return value === undefined ? [] : [[part, value] as const];
  });
  if (parts.length === 0) return undefined;
  const mark = attributes.find((other) => other.name === name)?.value ?? '';
  return { ...(REFERENCE.test(mark) ? { id: mark.trim() } : {}), ...Object.fromEntries(parts) };
}

/** A denied or sought authorization is none; a sentence of a privacy notice speaks of authorizations in general. */
const states = ({ blocks }: Document): boolean =>
  blocks.some(({ text }) => text.length < 600 && STATED.test(text) && !/\b(?:without|unless|may|require|need|obtain your|your written)\b/i.test(text));

/** The entry of the register that the page names, which then decides; `undefined` where it names none. */
function registered(value: unknown, asOf: string, releases: Releases | undefined): Authorization | undefined {
  if (!releases) return undefined;
  const id = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['id'] : value;
  if (typeof id !== 'string' && typeof id !== 'number') return undefined;
  const release = releases.byId.get(String(id).trim()) ?? releases.byId.get(String(id).trim().split(/[\s,;]/)[0]!);
  return release && ofRelease(release, asOf, releases.here.includes(release));
}

/** A release with a part missing allows nothing, nor does one that is for other files. */
function ofRelease({ status, date, expires, scope, limited }: Release, asOf: string, here: boolean): Authorization {
  if (status === 'expired' || status === 'revoked' || (expires !== undefined && expires < asOf)) return { status: 'expired', scope };
  const whole = status === 'signed' && date !== undefined && date <= asOf && expires !== undefined && scope.length > 0;
  return { status: whole && (here || !limited) ? 'valid' : 'incomplete', scope };
}

/** Of several on one page, since nothing tells whose each is: what all of them allow, and nothing once one is not in force. */
function together(all: readonly Authorization[]): Authorization {
  const amiss = all.find(({ status }) => status === 'expired') ?? all.find(({ status }) => status !== 'valid');
  if (amiss) return amiss;
  const [first = NONE, ...others] = all.filter(({ scope }) => scope.length > 0 && !scope.includes('all'));
  const scope = first.scope.filter((item) => others.every((other) => other.scope.includes(item)));
  // Agreed to different things: nothing is left that both show.
  return others.length > 0 && scope.length === 0 ? { status: 'incomplete', scope } : { status: 'valid', scope };
}

function read(value: unknown, asOf: string): Authorization {
  if (typeof value === 'string') {
    // The day it was signed is not the day it ends.
    const expires = DATE.exec(value.replace(/\b(?:dated|signed(?: on)?|obtained(?: on)?|given(?: on)?|of) (?:19|20)\d{2}-\d{2}-\d{2}\b/gi, ''))?.[0];
    const id = REFERENCE.exec(value.replace(DATE, ''));
    const status = judge(id !== null, expires, undefined, asOf);
    // "Signed HIPAA authorization on file" says there what other pages say in their copy.
    return { status: status === 'incomplete' && STATED.test(value) ? 'stated' : status, scope: [] };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { status: 'incomplete', scope: [] };
  const fields = value as Record<string, unknown>;
  const text = (key: string): string | undefined => {
    const field = fields[key];
    if (field instanceof Date) return field.toISOString().slice(0, 10);
    return typeof field === 'string' || typeof field === 'number' ? String(field) : undefined;
  };
  const scope = (Array.isArray(fields['scope']) ? fields['scope'] : [fields['scope']]).filter((item): item is string => typeof item === 'string');
  return {
    status: judge(Boolean(text('id')), text('expires')?.slice(0, 10), text('status'), asOf),
    scope: scope.flatMap((item) => item.toLowerCase().split(/[\s,;]+/)).filter(Boolean),
  };
}

function judge(id: boolean, expires: string | undefined, status: string | undefined, asOf: string): AuthorizationStatus {
  if (status !== undefined && ENDED.test(status)) return /expired|revoked|withdrawn/i.test(status) ? 'expired' : 'incomplete';
  if (expires !== undefined && DATE.test(expires) && expires < asOf) return 'expired';
  return id && expires !== undefined && DATE.test(expires) ? 'valid' : 'incomplete';
}

/** Says in so many words that nobody real is shown, or that what identifies was taken out. */
export const NOT_REAL =
  sift(/\b(?:j(?:ohn|ane) (?:\w\.? )?(?:doe|roe|public)|(?:is|are|was) not (?:an? |our |actual )?patients?\b|(?:models?|modeled|poses?|posed) for (?:our|the|these|this)\b|not (?:an? )?(?:actual|real) (?:patient|person|client)|(?:stock|library) (?:photo|image|photography)|posed by (?:a )?models?|(?:is |are )?(?:a )?models?[.;,] not|actor (?:portrayal|depiction)|portrayed by|paid actors?|fictional|fictitious|made[- ]up (?:patient|name|person|case)|imaginary|(?:is|are) not (?:a )?real\b(?! \w)|(?:is|are)n['’]t (?:an? )?(?:real|actual) (?:patient|person|people|client)|(?:test|synthetic|demo|dummy) patient(?!s)|synthetic (?:data|record|patient)|no real (?:data|patients?)|(?:last|family|sur) ?name\W{1,4}Doe\b|make-believe|none of (?:these|the) (?:people|persons|patients|names) (?:is real|exists?)|actors?,? not (?:real )?patients?|invented (?:patients?|persons?|people|names?|cases?|examples?)|made[- ]up (?:examples?|people|patients)|we made (?:her|him|them) up|hypothetical|composite (?:of|stories|patient|story|character|case|sketch)|names? (?:are )?fictitious|dramatization|not (?:his|her|their) real names?|(?:names?|people|persons?|patients?|clients?|stor(?:y|ies)|characters?|case|man|woman|girl|boy|family|speakers?) (?:[^.!?]{0,40} )?(?:are|is|were|was) (?:all )?(?:made[- ]up|invented|imaginary)|(?:a |the )?persona\b|personas|(?:we|who was|were|somebody) invented|illustrative (?:case|example|purposes)|for illustration|identity withheld|names? (?:withheld|(?:has|have) been changed|changed)|details (?:(?:have been|were|are) )?(?:changed|altered|disguised|modified|combined)|(?:edit|adapt|customi[sz]e) (?:the|this|our) template|(?:does|do) not exist|doesn['’]t exist|we (?:always )?change (?:the |all |every )?(?:names?|details)|simulated (?:image|patient)|standardi[sz]ed patients?|role-?play(?:s|ers?)?|stock shoot|paid models?|hired models?|ai[- ]generated|sample (?:data|patient|letter|report|card))\b/i);
/** Says it of all that is told under the same heading, and not of a picture or of names that were changed. */
export const MADE_UP =
  sift(/\b(?:(?:fictional|fictitious|make-believe|imaginary|invented|made[- ]up) (?:patients?|persons?|people|characters?|cases?|examples?|famil(?:y|ies))|(?:mr\.?|mrs\.?|ms\.?|he|she|they) (?:do(?:es)? not|do(?:es)?n['’]t) exist|none of (?:these|the) (?:people|persons|patients) (?:is real|exists?)|(?:is|are)(?: not|n['’]t) (?:an? )?(?:real|actual) (?:person|people|patients?)|we (?:made (?:her|him|them) up|invented (?:her|him|them|["“]))|(?:a )?composite of (?:many|several|real|different))\b/i);
/** A heading of other centuries, and of the first half of the last; not "Caring for you since 1921". */
export const BYGONE = /(?<!\b(?:since|est\.?|established|founded|from|opened|built)(?: in)? )\b1(?:[5-8]\d|9[0-4])\d\b/i;
export const deidentified = (document: Document): boolean => /^(?:expert|safe[- ]harbor)/i.test(String(document.frontMatter['deidentified'] ?? document.frontMatter['de_identified'] ?? ''));
