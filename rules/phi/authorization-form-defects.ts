import { defineDetector, sift } from 'promolint/rule';

const SHOWN = String.raw`(?:photo(?:graph)?s?|pictures?|images?|videos?|film|footage|recordings?|likeness|portraits?|x-rays?|stor(?:y|ies)|testimonials?|reviews?|interviews?|publicity|media|before[- ]and[- ]afters?(?: photos?)?)`;
const GIVEN = String.raw`(?:releases?|consents?|waivers?|authori[sz]ations?|permissions?|agreements?)`;
/** Where what was given is shown: only publicity needs the marketing authorization. */
const SHOWN_IN = String.raw`(?:publish\w*|publication|publicity|post(?:ed|ing)?|advertis\w+|ads?|market(?:ing)?|promot\w+|social|website|web ?site|facebook|instagram|tiktok|youtube|brochures?|newsletters?|billboards?|media|channels?|public|anywhere|broadcast)`;
/** What the form is called: "Photo release", "Permission to share your story". */
const TITLE = sift(new RegExp(
  String.raw`\b${SHOWN}(?: (?:and|&|or|\/) [\w-]+)?[ -]${GIVEN}\b|\b${GIVEN}(?: form)?:? (?:to|for|of) (?:the )?(?:use|disclos\w+|releas\w+|shar\w+|publi\w+|post(?:ing)?|photograph\w*|film\w*|record(?:ing)?|(?:[\w'’]+ ){0,3}${SHOWN})\b[^.:;\n]{0,60}|\b(?:treatment|care) (?:and|&) publicity\b`, 'i'));
/** The signer speaks, or is taken to have agreed by coming in. */
const GRANT = sift(new RegExp(
  String.raw`\b(?:I|we|the undersigned)(?:,? [^.,;]{3,40},)? (?:hereby |also |fully |freely )?(?:authori[sz]e|allow|permit|grant|consent|agree|give|release|waive|assign)\b[^.]{0,160}|\bby (?:sign|check|enter|book|attend|submit|upload|click|visit|register|com|complet|tick|continu)\w*ing?\b[^.;]{0,60} (?:you|I) (?:hereby |also )?(?:agree|consent|allow|permit|give|grant|authori[sz]e)\b[^.]{0,160}`, 'i'));
const OF_PATIENT = sift(new RegExp(String.raw`\b(?:my|our|your|you|me|(?:my|your|the) (?:child|son|daughter)(?:['’]s)?|patient(?:['’]s)?)\b(?:[^.]{0,60} )?\b(?:${SHOWN})\b`, 'i'));
const PUBLISHED = sift(new RegExp(String.raw`\b${SHOWN_IN}\b`, 'i'));
/** A policy about forms, or a release of staff or hired models, is no patient's authorization. */
const NOT_A_FORM = sift(/\b(?:employees?|staff|volunteers?|vendors?|models?(?! &| and)|actors?) (?:media|photo|release|consent|policy|agreement)\b|\brelease for (?:employees|staff|volunteers|models|actors)\b|\b(?:how|where) (?:do|can|to) (?:i )?\b|\bto (?:revoke|withdraw|cancel) (?:a|your|this)\b|\bsee our\b|\bnotice of privacy\b|\b(?:we|our team) (?:always |never )?(?:ask|require|obtain|get|need|publish|will not)\b|\b(?:is|are|remains?) (?:always |entirely |completely )?(?:voluntary|optional)\b|\b(?:medical )?records? (?:release|request)|\brelease of records\b/i);
const FILLED_IN = sift(/\b(?:sign(?:ature|ed)?(?=[:\s_\W]|$)|sign here|date\s*[_:]|name\s*[_:]|initials?\b)|_{3,}|\[ ?\]|☐|\bi (?:hereby )?(?:agree|authori[sz]e|consent|understand|permit|allow|grant|give|release|waive)\b|\byou (?:agree|consent|may not withdraw)\b|\brequired before\b/i);

/** The elements of 45 CFR 164.508(c)(1) and (2), and words by which a form shows each. */
const ELEMENTS: readonly (readonly [string, RegExp])[] = [
  ['what is disclosed', /\b(?:my|the|your|our|this|these)\b (?:[\w'’&-]+,? ){0,5}(?:name|photo\w*|pictures?|images?|videos?|footage|recordings?|likeness|stor(?:y|ies)|testimonial|reviews?|interview|words|condition|information|records?|x-rays?)\b/i],
  ['who may disclose it', /\b(?:authori[sz]e|permit|allow|let|permission (?:to|for)|consent (?:to|for|that)) (?:the )?[\w'’]+|\b(?:clinic|hospital|practice|office|center|centre|group|we) (?:may|can|will)\b|\bclinic|hospital|practice|office\b/i],
  ['to whom', /\b(?:to|with|by|for) (?:the |its |our |any |general |local )*(?:general )?(?:public|media|press|readers|anyone|everyone|visitors|viewers|audiences?|website|web ?site|social|newspapers?|followers)\b|\b(?:on|in|through|via|to) (?:[\w'’]+ ){0,4}(?:web ?site|web pages?|home ?page|social media|facebook|instagram|youtube|page|channels?|feeds?|newsletters?|brochures?|magazine|blog|advertis\w+|ads|news|lobby|materials)\b/i],
  ['the purpose', /\b(?:purposes?|so that|in order to|to (?:promote|advertise|market|publici[sz]e|educate|raise|tell others|show|invite|encourage|attract)|for (?:use in )?(?:its |our |the )?(?:[\w-]+ )?(?:marketing|advertising|promotion\w*|publicity|education\w*|fund-?raising|teaching))\b/i],
  ['an end date or event', /\b(?:expires?|expiration|expiry|ends?|until|valid (?:for|through|until|till)|good (?:for|through|until)|lasts?|in effect|stops?|terminates?|runs? (?:out|through|until)|end date|for (?:one|two|three|five|\d+) (?:months?|years?))\b/i],
  ['signature and date', /\bsign(?:ature|ed|ing|er)?\b[^]{0,400}\bdated?\b|\bdated?\b[^]{0,400}\bsign(?:ature|ed)?\b/i],
  ['the right to revoke', /\b(?:revok\w+|revocation|withdraw\w*|cancel|take (?:back|it back|this back)|change my mind|end this)\b[^]{0,160}\b(?:writ\w+|any ?time|letter|e-?mail\w*|mail\w*|form)\b|\b(?:writ\w+|any ?time|letter|e-?mail\w*)\b[^]{0,80}\b(?:revok\w+|withdraw\w*|cancel|take (?:it |this )?back|change my mind)\b|\b(?:may|can) (?:revoke|withdraw|cancel)\b/i],
  ['that care does not depend on it', /\b(?:not|never|no|n['’]t|neither|nor|regardless|whether or not)\b[^.]{0,100}\b(?:depend\w*|condition\w*|affect\w*|change\w*|requir\w+|refus\w+|den(?:y|ied)|influence\w*|sign\w*)\b|\b(?:care|treatment|payment|benefits)\b[^.]{0,60}\b(?:same|whether or not|either way|regardless)\b|\bvoluntary\b/i],
  ['that it may be shared again', /\b(?:re-?disclos\w+|re-?shar\w+|re-?post\w*|(?:shared?|copied|copy|forwarded|posted|passed|used|disclosed|republished|spread) (?:it )?(?:again|further|on by|by others|by anyone)|(?:no longer|not|stop|cease)[^.]{0,30} protect\w*|others (?:may|can|could|might) (?:copy|share|use|pass|post|save|download|repost|spread))\b/i],
];

interface Opening { readonly start: number; readonly end: number }

/** Where a form opens: by what it is called, or by the sentence in which somebody gives away a picture or a story. */
function openingIn(text: string): Opening | undefined {
  const title = TITLE.exec(text);
  if (title) return { start: title.index, end: title.index + title[0].trimEnd().length };
  const grant = GRANT.all(text).find(([words]) => OF_PATIENT.test(words) && PUBLISHED.test(words));
  return grant && { start: grant.index, end: grant.index + grant[0].length };
}

export default defineDetector((page, report) => {
  const copy = page.document.blocks.filter((block) => block.kind !== 'comment' && block.kind !== 'attribute');
  for (const block of copy) {
    const span = openingIn(block.text);
    if (!span || NOT_A_FORM.test(block.text)) continue;
    const section = page.sectionOf(block);
    const text = copy
      .filter(({ index }) => index >= section.first && index <= section.last)
      .map((other) => other.text)
      .join('\n')
      .slice(0, 20_000);
    if (!FILLED_IN.test(text)) continue;
    const missing = ELEMENTS.filter(([, words]) => !words.test(text)).map(([name]) => name);
    if (missing.length > 0) report({ at: { block, ...span }, data: { missing: missing.join(', ') } });
    return;
  }
});
