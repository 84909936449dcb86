import type { Span } from '../../rule.ts';
import type { PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import { ORGANIZATION_NOUNS } from './words.ts';

const CALL = /\b(?:fbq|gtag|ga|ttq(?:\.\w+)?|lintrk|twq|snaptr|pintrk|rdt|dataLayer\.push|analytics\.\w+|_paq\.push|mixpanel(?:\.\w+){1,2}|heap\.\w+|hj|FS(?:\.\w+)?|clarity|amplitude\.\w+|posthog\.\w+|Intercom|drift\.\w+|_hsq\.push|klaviyo\.\w+|_klOnsite\.push|rudderanalytics\.\w+|identify|track|sendBeacon|fetch)\s?\(/g;

/** The arguments of calls that send data away. A call longer than 2,000 characters is read to there. */
export function trackingCalls(script: string): Span[] {
  const calls: Span[] = [];
  for (const match of script.matchAll(CALL)) {
    const start = match.index + match[0].length;
    let depth = 1;
    let end = start;
    const limit = Math.min(script.length, start + 2000);
    for (; end < limit && depth > 0; end++) {
      const char = script[end];
      if (char === '(') depth++;
      else if (char === ')') depth--;
    }
    calls.push({ start, end });
  }
  return calls;
}

const FIELD = /["']?([\w.-]{0,20}(?:name|first|last|patient|client|customer|author|user)[\w.-]{0,12}|fn|ln|given|family|surname)["']?\s?[:=]\s?["']([^"'\n{}<>$]{2,60})["']/gi;

/** An object that holds how to reach somebody, and what ails them. */
function isLead(script: string, at: number, lexicon: PeopleLexicon): boolean {
  const from = Math.max(script.lastIndexOf('{', at), at - 300);
  const close = script.indexOf('}', at);
  const object = script.slice(from, Math.min(close < 0 ? script.length : close, at + 400));
  return /\b(?:e?mail|phone|tel|mobile|cell|dob|birth\w*|insurance)["']?\s{0,2}[:=]/i.test(object) && lexicon.healthTerms(object).some(({ weight }) => weight >= 0.5);
}

/** The object around a place is a review by its type or has the words of one. */
const isReview = (script: string, at: number): boolean => /["']@type["']\s?:\s?["']Review["']|["']review(?:Body|Rating)["']/.test(script.slice(Math.max(0, at - 400), at + 400));

/** An entry of a list of what patients say. */
const isQuoted = (script: string, at: number): boolean => {
  const object = script.slice(Math.max(script.lastIndexOf('{', at), at - 300), at + 300);
  return /\b(?:testimonials?|patientStories|patientReviews|successStories|beforeAfter)\w*["']?\s{0,2}[:=]\s{0,2}\[/i.test(script.slice(Math.max(0, at - 1500), at)) && /["']?(?:quote|text|body|story|review|testimonial)["']?\s{0,2}:/i.test(object);
};

/** Names in code: only the values of fields that are called so, since every other capital is somebody's constant. */
export function keyedNames(script: string, lexicon: PeopleLexicon): NameMention[] {
  const names: NameMention[] = [];
  for (const match of script.matchAll(FIELD)) {
    const key = match[1]!.toLowerCase();
    const value = match[2]!.trim();
    const words = value.toLowerCase().split(/\s+/);
    const [first, last] = [words[0]!, words.at(-1)!];
    if (words.length > 4 || !words.every((word) => /^[\p{L}.'’-]+$/u.test(word))) continue;
    const given = lexicon.given(first);
    const surname = lexicon.surnames.has(last) && !lexicon.ordinary.has(last);
    // Whoever wrote a review has a name, though no list knows it.
    const reviewer = key === 'author' && words.length === 2 && /^\p{Lu}[\p{L}'’-]+ \p{Lu}[\p{L}'’.-]+$/u.test(value) && isReview(script, match.index) && !words.some((word) => lexicon.ordinary.has(word) || ORGANIZATION_NOUNS.has(word));
    // Whoever left name and address beside what ails them has a name too.
    const lead = words.length === 2 && /^\p{Lu}\p{Ll}[\p{L}'’-]+ \p{Lu}[\p{L}'’-]+$/u.test(value) && /^(?:full_?)?name$/.test(key) && words.some((word) => lexicon.isSurname(word) || lexicon.isUnheard(word)) && !words.some((word) => lexicon.ordinary.has(word) || ORGANIZATION_NOUNS.has(word)) && isLead(script, match.index, lexicon);
    const person = reviewer || lead || given && (words.length > 1 ? !lexicon.eponyms.has(last) : !given.alsoWord);
    if (!person && !(surname && /last|surname|lname|family|^ln$/.test(key)) && !(given && /first|fname|given|^fn$/.test(key))) continue;
    const start = match.index + match[0].lastIndexOf(match[2]!);
    names.push({
      start, end: start + match[2]!.length, form: words.length > 1 ? 'full' : 'given', strength: 0.9, given: first, surname: words.length > 1 ? last : undefined,
      ...(/patient|client|first|last|user|^[fl]n$/.test(key) || isQuoted(script, match.index) || isLead(script, match.index, lexicon) || /\b(?:patient|client|subscriber|insured)\w{0,12}["']?\s{0,3}[:=]\s{0,3}[{[][^{}]{0,80}$/i.test(script.slice(Math.max(0, match.index - 120), match.index)) ? { title: 'patient' } : {}),
    });
  }
  return names;
}
