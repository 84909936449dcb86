import type { Sentence, Span } from '../rule.ts';
import { sift } from '../match/sift.ts';

/** Quoted words; longer stretches are somebody's account. */
const QUOTED = /"[^"\n]{2,160}"|“[^”\n]{2,160}”|(?<![\p{L}\p{N}])‘[^’\n]{3,160}’(?![\p{L}\p{N}])/gu;

/** What words stand on: packages, printed matter and advertisements. */
const MEDIUM = String.raw`(?:labels?|box(?:es)?|bottles?|jars?|tins?|cartons?|pack(?:ag)?(?:es?|ing)?|wrappers?|stickers?|signs?|posters?|flyers?|leaflets?|pamphlets?|brochures?|booklets?|catalog(?:ue)?s?|adverti[sz]ements?|adverts?|ads?|billboards?|commercials?|infomercials?|banners?|headlines?|slogans?|captions?|drafts?|mock-?ups?|web ?sites?|sites?|home ?pages?|pages?|listings?|cards?|videos?|clips?|posts?|emails?|newsletters?|press releases?|almanacs?|scripts?|copy)`;
/** Words of something that is no longer, or that is somebody else's. */
const PAST = String.raw`(?:old|earlier|early|former|original|previous|first|last year's|1[6-9]\d\ds?|19[0-8]\ds?|victorian|vintage|antique)`;
const SAID = String.raw`(?:said|read|ran|spoke of|promised|claimed|swore|boasted|declared|announced|proclaimed|printed|wrote|told|had it|advertised)`;

/** Around quoted words: that they are words, and what is wrong with them or who wanted them. */
const AS_WORDS = sift(
  new RegExp(
    [
      // "… is a phrase that no honest maker uses", "… is the sort of line we were offered"
      String.raw`\bis (?:not )?(?:just |only |merely )?(?:an? |the |one of the |the (?:kind|sort) of )(?:\w+ ){0,2}(?:words?|wording|phrases?|slogans?|lines?|claims?|sayings?|feelings?|red flags?|warning signs?|promise)\b(?! (?:we|i) (?:stand|live|keep|make|mean))`,
      // "we were asked to print …", "an agency wanted …"
      String.raw`\b(?:we|i|they|he|she|us) (?:were|was|are|am|get|got|have been|had been|'ve been) (?:often |sometimes |once |even |also )?(?:asked|told|urged|offered|advised|pressed|begged|tempted) (?:to (?:print|say|write|call|add|put|use|promise|claim|advertise|run|post|sign)|for)\b`,
      String.raw`\b(?:wanted|asked|urged|told|begged|pushed) (?:us |me |them )?(?:to (?:print|say|write|call it|add|put|use|promise|claim|advertise|run)|for the words?)\b`,
      String.raw`\b(?:turned|turn) (?:down|away|it down|them down)\b|\b(?:agency|agencies|marketer|marketers|consultant|coach|shop owner|buyer|retailer|printer|salesman) (?:\w+ ){0,3}(?:wanted|asked for|suggested|proposed|offered)\b`,
      // "we took … off the label", "our editor crossed out …"
      String.raw`\b(?:crossed|cross|struck|strike|took|take|cut|left|leave|edited) (?:out|off|it out|it off)\b|\b(?:took|taken|take|takes|cut|struck|dropped|removed|deleted|withdrew|pulled|scrubbed)\b.{0,80}\b(?:off|from|out of) (?:the|our|its|every|all)\b`,
      String.raw`\b(?:stopped|quit|gave up|no longer|never|don't|do not|didn't|won't|will not|refuse to|refused to|declined to|can't|cannot|may not|must not|would not|wouldn't) (?:\w+ )?(?:say|saying|print|printing|write|writing|use|using|call|calling|promise|promising|claim|claiming|advertise|advertising|put|putting|add|publish|run|running|accept|approve)\b`,
      // "… was on the old label", "the 1911 advertisement ran"
      String.raw`\b(?:was|were|stood|appeared|used to be|used to stand|had been) (?:printed |written |once |still )?(?:on|in|across|over) (?:the|our|its|a|an|every|that)\b(?: [\w'-]+){0,3} ${MEDIUM}\b`,
      String.raw`\b${PAST} (?:[\w'-]+ ){0,3}${MEDIUM}\b`,
      String.raw`\b${MEDIUM} (?:\w+ ){0,2}(?:once |had |used to )?${SAID}\b|\b(?:ran|${SAID}) (?:the|an?|one|its|their|his|her) (?:[\w'-]+ ){0,3}${MEDIUM}\b`,
      String.raw`\bwe used to (?:print|say|write|promise|claim|advertise|put)\b|\bwe (?:say|write|use|prefer)\b.{0,80}, (?:not|rather than|instead of|never)\b`,
      // what others look up, and what pitches are told by
      String.raw`\b(?:google[ds]?|googling|search(?:ed|es|ing)?(?: (?:for|online for))?|typed?|typing|look(?:ed|s|ing)? up)\s{2,}|^\W*(?:ads?|adverts?|pitch(?:es)?|claims?|promises?|e-?mails?|headlines?|offers?|posts?|products|diets)\s?[:,\u2014-].{0,80}\b(?:how to|questions|signs?|spot|why|tips|red flags|facts)\b`,
      // of others
      String.raw`\b(?:on|in|by|from) (?:other|some|rival|competing|certain) (?:brands?|labels?|bottles?|boxes|sites?|shops?|stores?|sellers?|makers?|companies|products|ads)\b|\b(?:other|some|many|certain|most|rogue) (?:brands|labels|shops|stores|sellers|makers|companies|clinics|ads|sites|spas|websites) (?:\w+ )?(?:advertise|say|write|print|promise|claim|use|put|boast|offer|shout)\b|\b(?:seller|shop|website|maker|company|clinic|listing|vendor)s? (?:\w+ ){0,4}?(?:wrote|advertised|boasted|claimed|called|calling|labell?ed)\b`,
      String.raw`\b(?:fined|sued|warned|charged|cited|disciplined|reprimanded)\b.{0,60}\bfor\b|\brecalled\b.{0,60}\bbecause\b`,
      // what the words are worth
      String.raw`\b(?:should come with|comes? with no|ask (?:for|where|what|how|who|whether)|is not (?:evidence|proof|data|a finding|something)|isn't (?:evidence|proof|data|something)|means? (?:only|little|nothing|very little|that at least)|tells you (?:about|little|nothing|only)|has no (?:\w+ )?meaning|no such thing|was made up|were made up|is meaningless|proves nothing|words? such as|terms? such as|phrases? such as|words? like|phrases? like|such words|to run from|is banned|are banned|not allowed)\b`,
    ].join('|'),
  ),
);
/** Right behind a sentence with quoted words: that they were refused, withdrawn or false. */
const REFUSED =
  sift(/^["'\u201c]?(?:(?:so |and )?(?:we|i|they|he|she|our \w+|the \w+) (?:\w+ )?(?:said no|refused|declined|dropped|withdrew|pulped|shredded|pulled|removed|deleted|took (?:it|that|them) (?:off|down|out)|turned (?:it|them|him|her) down|stopped|never (?:did|have|had|will|use|say)|had never|don't(?! (?:just|only|wait|let))|didn't|won't|wouldn't|are sorry|had us|crossed|hadn't|hasn't|haven't|can't|couldn't)\b|(?:it|that|this|they|neither|none|the (?:claim|line|words|phrase|number|study))(?:'s| is| are| was| were| has| have)? (?:\w+ )?(?:gone|false|untrue|wrong|made up|banned|misleading|nonsense|invented|off the label|not)\b|(?:it|that|this|they) (?:isn't|wasn't|aren't|weren't|doesn't|don't|didn't|hadn't|can mislead|may mislead|may be illegal|is illegal|breaks)\b|there(?:'s| is| are| was) no(?: such| proof| evidence)?\b|nobody (?:could|can|knows|had|has)\b|please don't\b|no (?:such|study|trial|proof)\b)/);

/** Whether the words at a place are quoted to speak of them, as refused, withdrawn, somebody else's or of no worth. */
export function isMentioned({ text, start }: Sentence, span: Span, folded: string, next: string | undefined): boolean {
  if (!/["“‘]/.test(text)) return false;
  const from = span.start - start;
  const quotes = [...text.matchAll(QUOTED)];
  const at = quotes.findIndex(({ index, 0: { length } }) => index <= from && from < index + length);
  if (at < 0) return false;
  let around = folded;
  for (const { index, 0: { length } } of quotes) around = `${around.slice(0, index)}${' '.repeat(length)}${around.slice(index + length)}`;
  if (!/[a-z]{2}/.test(around)) return false;
  return AS_WORDS.test(around) || (next !== undefined && REFUSED.test(next) && !/\b(?:says?|said|writes|wrote|tells?|told (?:us|me))\b/.test(around));
}

/** "The label once said it cured …", "In 1906 patent medicines claimed to …" */
const IN_PRINT = sift(
  new RegExp(
    String.raw`\b${PAST} (?:[\w'-]+ ){0,2}${MEDIUM} (?:\w+ ){0,2}${SAID}\b|\b(?:the|its|our|an?) (?:[\w'-]+ ){0,2}${MEDIUM} (?:once|used to|had) (?:${SAID}|say|promise|claim|read)\b`,
  ),
);
/** Without one of these nothing is in print, and the words to look for around it are many. */
const PRINTED = sift(new RegExp(String.raw`\b(?:${SAID}|once|used to|had)\b`));
/** Told of the past, of what others say, do or pay for: nobody's claim today. */
const OF_OTHERS = sift(
  new RegExp(
    [
      String.raw`\b(?:the|an?|one) (?:[\w'-]+ ){0,2}(?:ad|advert|advertisement|video|blog|blogger|influencer|poster|headline|infomercial|commercial|forum|website|stranger|salesman|scammer|caller) (?:said|claimed|promised|swore|told|insisted|urged|tells|claims|promises|swears|insists|urges)\b`,
      String.raw`\b(?:people|settlers|farmers|peasants|physicians|doctors|mothers|hospitals|quacks) (?:once (?:sold|gave|carried|wore|thought|believed|told|kept|put)|used to (?:sell|give|carry|wear|think|believe|tell|keep|put))\b|\b(?:once|used to be) (?:meant|sold|advertised|prescribed|peddled|given|worn|carried|hawked|thought|believed) (?:\w+ ){0,2}(?:as|to|for|against|that)\b`,
      String.raw`^(?:in|by|during|until|before|around) (?:the )?(?:early |late |mid-?)?(?:1[0-8]\d\d|19[0-7]\d)s?\b(?=[^.]*\b(?:(?:was|were) (?:\w+ )?(?:given|sold|advertised|prescribed|peddled|hawked|told|dosed|fed|made to)|claimed|promised|boasted|swore|advertised)\b)(?![^.]*\b(?:still|today|to this day|now|our|we)\b)`,
      // "grandmother swore that …"
      String.raw`\b(?:grandmother|grandfather|grandma|grandpa|aunt|uncle|father|mother|father-in-law|mother-in-law|neighbor|neighbour|coach|brother|sister|family) (?:always |often |once |still |used to )?(?:swore|insisted|was (?:sure|convinced|certain)) that\b|\bold wives'? tales?\b|\b(?:folklore|legend|superstition|family lore) (?:\w+ )?(?:has|had|held|holds|says|said)\b`,
      // "may be breaking the law", "paid $4 million to settle charges that …"
      String.raw`\b(?:is|are|be|was|were) breaking the law\b|\bbreaks? the law\b|\b(?:to settle|settled|settles) (?:charges|claims|allegations|a (?:case|suit|lawsuit|complaint))\b|\b(?:accused|convicted|indicted|found guilty) (?:of|for)\b|\b(?:fined|sued|charged|disciplined|reprimanded) (?:[\w$.,'-]{1,24} ){0,10}(?:for|with|over) |\b(?:sent|received|got|issued) (?:\w+ ){0,2}(?:warning )?letters? to\b.{0,80}\b(?:said|claimed|promised|that|which|whose)\b`,
      String.raw`\bis a sign of (?:fraud|a scam|quackery)\b|\b(?:does not|do not|doesn't|don't|did not|didn't) (?:yet )?exist\b(?! (?:anywhere|elsewhere))|\bis (?:not|never) (?:something|a promise|a thing) (?:that )?(?:we|anyone|any|a|an honest)\b|\b(?:words|phrases|claims|terms|lines|slogans|adjectives) (?:that |which )?(?:we|you) (?:\w+ )?(?:reject|refuse|avoid|ban|won't|don't|never|will not|do not|cross out|strike|cut|turn down|can't|cannot|(?:keep|leave|edit|take) (?:out|off|away))\b|\bturned down (?:an?|the|every|two|three) (?:\w+ ){0,2}(?:agency|agencies|marketers?|sponsors?|ads?|offers?|coach|shops?|buyers?|retailers?)\b`,
      // "working toward a cure", "may one day cure"
      String.raw`\b(?:work(?:s|ed|ing)?|race|racing|striv(?:e|es|ing)|march(?:ing)?|step|steps|progress|push|way|path|road) toward(?:s)? (?:an? |the |finding |better )*(?:cures?|vaccines?|treatments?|end)\b|\b(?:may|might|could|will) one day\b|\bone day (?:may|might|could|we hope)\b`,
      // "ended up in hospital"
      String.raw`\bended up (?:in|at|on|with|back in) (?:the |an? )?(?:hospital|icu|emergency|er|ward|intensive|dialysis|ventilator|stroke|coma|morgue|infection)\b|\b(?:people|patients|families|parents|readers|callers|mothers|women|men) (?:who )?(?:were|was|are|have been|had been|are often|keep being) told (?:to (?:stop|skip|throw|quit|ignore|refuse)|that (?:doctors|the cure|vaccines|medicine|big pharma|hospitals))\b|\bbased on the (?:idea|belief|theory|notion|principle|premise|claim) that\b|\b(?:and|then) (?:had|has had|suffered) (?:an? )?(?:\w+ )?(?:stroke|heart attack|seizure|relapse|clot|bleed)\b|\bwe buried (?:him|her|them)\b|\b(?:die|died|dies) (?:sooner|earlier|more often|of it|within|in)\b`,
    ].join('|'),
  ),
);
/** It may take a second sentence to say so: "A caller asked for a pill to lose ten pounds. We don't have one." */
const ASKED_FOR =
  sift(/\b(?:we|i) (?:were|was|are|am|get|got|have been|had been) (?:often |sometimes |once |even |also )?asked\b|\b(?:callers?|customers?|readers?|shoppers?|visitors?|patients?|clients?|people|buyers?|someone|somebody|a (?:man|woman|lady|mother|father|coach|shop|store|shop owner|agency|marketer|reporter|buyer)) (?:\w+ ){0,2}(?:ask|asks|asked|wrote|write|writes|wanted|wants|want|wondered|begged)(?: us| me)? (?:for|whether|if|to know|that we|how)\b|\bletters? (?:that |which )?(?:ask|asks|asking|asked)\b|\b(?:they|he|she) told (?:my|our|his|her|me|us|them|him)\b/);

/** What came of it: "We buried him in June." */
const CAME_OF_IT = sift(/\b(?:we|they|i) buried (?:him|her|them)\b|\b(?:he|she|they|it|who) (?:\w+ )?(?:died|(?:had|suffered) a (?:\w+ )?(?:stroke|heart attack|seizure|relapse)|ended up in|nearly died|almost died|had to be (?:hospitali[sz]ed|admitted)|spent \w+ (?:days?|nights?|weeks?) in)\b|^the (?:honest|short|plain|sober|true) (?:answer|truth)\b/);

/** Whether a sentence tells of others or of the past; what the advertiser's own patients say today is a claim all the same. */
export const isOfOthers = (folded: string, next: string | undefined): boolean => OF_OTHERS.test(folded) || (PRINTED.test(folded) && IN_PRINT.test(folded)) || (next !== undefined && ((CAME_OF_IT.test(next) && !/\b(?:you|your|we|our)\b/.test(folded)) || (ASKED_FOR.test(folded) && (REFUSED.test(next) || /\bdon't\.$|\b(?:was|were|got|is) (?:very |badly |so |still )?(?:sick|ill|worse|wrong)\b/.test(next.trim())))));
