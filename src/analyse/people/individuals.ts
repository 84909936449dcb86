import type { IdentifierKind } from '../../rule.ts';
import { CARE, CARE_OR_SETTING } from './care-words.ts';
import { CUE_REACH, type Reading } from './reading.ts';
import { sift } from '../../match/sift.ts';

/** Cues that a sentence tells of one person's care, where no name stands: for dates, places, ages and numbers. */

const ONE_PERSON =
  sift(/^\W{0,3}(?:just )?turned (?:ninety|a hundred|\d)|\b(?:he|she|his|her|him|hers|himself|herself|patient(?!s|['’]s? (?:care|portal|rights|room|experience|education)| (?:and|data|test|results?|records?|care|portal|rights|safety|information|education|experience|satisfaction|volume|visits|services|access|forms?)\b)|(?:fe)?male(?=,)|neighbou?r(?!s|hood)|gentleman|lady|plumber|carpenter|mechanic|barber|waitress|cashier|trucker|roofer|electrician|welder|rancher|(?<=(?:the|our|a) )(?:cook|pilot|pastor|coach|clerk|guard|baker|butcher|painter|janitor|logger|miner|nurse from \w+)(?= (?:from|who|with|of))|(?<=(?:our|the|this|a|an|\d) )pt(?= (?:in|on|with|who|was|is|had|has|from|turned|says|said|came))|survivor|(?<=\b(?:our|this|the) (?:[\w-]+ ){0,2})graduate(?!s| (?:school|medical|degree|program|student))|resident|client|participant|recipient|visitor|(?:micro-?)?preemie|bride|groom|hiker|climber|skier|cyclist|swimmer|golfer|one of our (?:[\w§‡◊-]+ ){0,3}(?:families|patients|clients|residents|members)|(?:wo)?man|girl|boy|baby|infant|newborn|toddler|twins|triplets?|quadruplets|teen(?:ager)?|(?:grand)?(?:mother|father|son|daughter)|mom|mum|dad|husband|wife|widow(?:er)?|veteran|teacher|farmer|firefighter|nurse turned|couple|family|parents|siblings|amputee|runner|athlete|student|retiree|driver|teacher|accountant|\d+-year-old|\d{1,3} ?(?:yo|y\/o)? ?[MF])\b/i);
const MYSELF = sift(/(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d)|my|me)(?![A-Za-zÀ-ɏ])/);
const EVENT = new RegExp(
  String.raw`[§‡]|\b(?:we (?:saw|met)|admitted|readmitted|discharged|diagnosed|operated|underwent|undergone|treated|died|passed away|born|birth|hospitali[sz]ed|came (?:in|to (?:us|our|see))|visited (?:us|our)|was seen|were seen|first seen|post-?op|delivered|implanted|removed|replaced|switched on|rang the bell|finish\w*|completed|sober|relapsed|overdos\w+|flew home|arrived|came (?:early|on)|left (?:on|us|our|for home)|rescued|fell|collapsed|tore|broke|fractured|ruptured|shattered|burned|bitten|crushed|drowned|fainted|crashed|injured|arrested|treated on|(?:date|day) of (?:birth|surgery|service|visit|admission|death|injury)|dob|last (?:visit|seen)|follow-?up|returned|gave birth|received|transplanted|voicemail|asked about|presented|seen|lost|beat|had (?:a|an|her|his|my|the)|(?:${CARE}))\b`,
  'i',
);
const LABELLED = sift(/\b(?:(?:dob|d\.o\.b\.?|date[ _]of[ _](?:birth|service|surgery|visit|admission|death|procedure)|birth[ _]?date)["'*]{0,3}\s?[:=]?|(?:surgery|procedure|visit|admission|intake|discharge|delivery|appointment|treated|admitted|discharged|born|date ?time ?original)[ _]?(?:date|on)?["'*]{0,3}\s?[:=]|(?:admitted|discharged|treated|operated|hospitali[sz]ed|died|intake|adm\.?|d\/c)(?: on)?)\s{0,2}["'*]{0,3}$/i);
const DATE_LABEL = sift(/intake|adm|d\/c|dob|d\.o\.b|birth|date|surgery|procedure|visit|admi|discharg|deliver|appointment|treated|born|operated|hospitali|died/i);

/** Whether a date could stand under a label here, which needs no person beside it. */
export const labelsDate = (text: string): boolean => DATE_LABEL.test(text);

/** Dates that belong to the page, the calendar, the law or a study. */
const PUBLIC_DATE =
  sift(/\b(?:published|updated|reviewed|posted|copyright|effective|revised|expires?|deadline|join us|register|rsvp|webinar|seminar|open house|event|fair|walk|gala|ceremony|autographs|ribbon|groundbreaking|dedication|unveil\w*|lecture|conference|luncheon|dinner|breakfast|banquet|reception|tickets?|speaks? at|keynote|concert|tournament|raffle|auction|potluck|picnic|parade|bazaar|rummage|offers?|sale|special|holidays?|(?<!\b(?:palate|wound|incision|hole|valve|eyes?|fistula|ostomy|gap|defect|duct|skull|lip|belly|chest|abdomen) )closed|hours|awarded|established|announced|(?:re)?open(?:s|ed|ing|(?!-))|joined (?:us|our)|launch\w*|trunk show|half price|dates its|study|trial|issue|volume|recall|hiring|apply|applications?|enrol\w*|renewed|signed into law|abolished|in force|takes? effect|accredit\w*|survey(?:ed)?|inspect(?:ed|ion)|extra slots|food drive|registration|grand|festival|celebrat\w+ (?:our|the)|observed|viewed|accessed|retrieved|downloaded|awareness|day-to-day|news|press|blog|(?:speaker|lecture) series|grand rounds)\b|©/i);
const MANY = sift(/\b(?:patients|people|adults|women|men|children|participants|residents|members|clients|individuals|subjects|cases|everyone|anyone|those) (?:who|with|aged?|over|under|were|are|have|had|in|from|treated|should|can|may)\b|\b\d{1,3}(?:\.\d+)? ?%|\bpercent\b/i);
const PROVIDER = sift(/\b(?:dr\.?|doctor|nurse practitioner|md|founder|founded|i see patients|joined|graduated|graduates? (?:of|from|school)|degree|residency|university of|medical school|fellowship|board[- ]certified|licensed|licen[cs]e:|npi)\b/i);
export const HYPOTHETICAL = sift(/^\W*(?:if(?! you (?:know|see|meet|run into|bump into|remember)\b)|imagine|suppose|say,|say (?:you|your|that|an?)|let['’]s say|example of)\b|^\W*say ¤|^\W*(?:take|picture|consider) ¤(?::|,? (?:who )?(?:is|has|earns|pays|makes|needs|sees|weighs|takes|works|owes)\b)|^\W*(?:user stor(?:y|ies): )?as ¤?,? ?(?:an? |the )?[^.!?]{0,60}, (?:I|he|she|they) (?:want|need|would like|can)s?\b|\b(?:such as ?["“]|do not (?:post|share|write|say|use)|don['’]t (?:post|share|write)|never (?:post|name)|instead of (?:writing|saying)|use this script|say something like|made[- ]up|training (?:patients?|records?|environment|use)|for [\w ]{0,20}training use|test patients?|before go-live|imagine|let['’]s say|suppose (?:that )?|hypothetical|template for|replace NAME|sample|fictional|placeholder|lorem ipsum)\b|\b(?:for )?example: |\bhipaa violation:|\b(?:no|not|avoid|without) ["“][^"”]{2,40}$|\b(?:is|are) ok\b|\bcheat ?sheet for (?:writers|staff|editors)|\bno names, no\b/i);

const PERSON_OF_PLACE = sift(/\b(?:mailed|shipped|sent|delivered)\b[^.;!?]{0,30} to \d+ |\b(?:an?|one|our|another) (?:[a-z-]+ ){0,2}[a-z-]+ (?:from|near|outside|in) (?:ZIP|zip) |\bone of our (?:[a-z-]+ ){0,2}(?:regulars|own)\b|\b(?:removed|delivered|repaired|implanted|treated|saved|reattached|operated|rebuilt|replaced|fixed)\b[^.;!?]{0,50} (?:from|for|of|to|on|in) (?:an?|our|one) [A-ZÀ-Þ][\w'’-]+,? (?:[A-ZÀ-Þ][\w'’.-]+,? )?[a-z]+ |\b[a-z]+, \d{1,3}, (?:of|from) [A-ZÀ-Þ]|\b(?:[Aa]n?|[Oo]ne|[Oo]ur|[Aa]nother) (?:[\w§‡-]+ ){0,3}[\w§‡-]+,? from (?:(?:the|a) (?:[\w-]+ ){1,3}of )?[A-ZÀ-ÞĀ-Ɏ]/);

export const tellsOfOne = (sentence: string): boolean => ONE_PERSON.test(sentence) || MYSELF.test(sentence) || PERSON_OF_PLACE.test(sentence);

/** "patients discharged October 2024 to September 2025" */
const COHORT = /\b(?:patients|people|adults|women|men|children|residents|cases|stays|visits|surveys|discharges|admissions|procedures|births|deaths|participants|volunteers|beneficiaries)(?:,? (?:who )?(?:were |was )?(?:first |newly )?(?:admitted|discharged|treated|operated|hospitali[sz]ed|died|seen|enrol+ed|born))?(?: on| from| between| in| during| through)* $/i;

/** A clinician, or a therapy dog, speaks. */
const STAFF_SPEAKS = /\b(?:i|we) (?:see|treat|visit|cuddle|greet) (?:patients|kids|children|residents|people)\b/i;

const HOUSE = /(?:[A-ZÀ-Þ][\w'’§‡¤-]+ |§ |¤ ){1,4}(?:Cent(?:er|re)|Clinic|Hospital|Unit|Program(?:me)?|Department|Society|Anonymous|Association|Foundation|Wing|Pavilion|Suites?|Institute|Practice|Group|Medicine|Health|Dental|Dentistry|Partners)\b/g;
/** The doctor is named, and so is what was done to one person. */
const CARED_BY = /\b(?:patient(?!s)|my|(?:she|he) was (?:\w+ly )?(?:admitted|discharged|diagnosed|treated|seen|operated|born|delivered|transferred|airlifted|rushed|flown|sent)|(?:her|his) (?:[\w-]+ ){0,3}(?:[§‡]|surgery|operation|procedure|birth|delivery|diagnosis|admission|discharge|visit|appointment|treatment|scan|biopsy|exam|death|cast|stitches|implants?)|(?:treated|saw|admitted|delivered|operated on|discharged|diagnosed|met) (?:her|him|the (?:boy|girl|woman|man|baby)))\b/i;

/** 0 to 1: a date in this sentence dates one person's care, birth or death. */
export function dateOfCare(reading: Reading, start: number, end: number, named: boolean): number {
  const sentence = reading.sentence(start);
  const { start: from } = reading.sentenceAt(start);
  const before = reading.masked(Math.max(from, start - 60), start);
  if (COHORT.test(before) || /\b(?:j(?:ane|ohn) (?:doe|sample|public)|sample (?:patient|bill|statement))\b/i.test(reading.passage.text)) return 0;
  if (HYPOTHETICAL.test(sentence)) return 0;
  if (LABELLED.test(before)) return 0.9;
  const around = reading.around(start);
  if (!named && !tellsOfOne(around)) return 0;
  if (/\b(?:every|each|since|by|until|through) $/i.test(before) && !/\bsober since $/i.test(before)) return 0;
  if (STAFF_SPEAKS.test(around) || PUBLIC_DATE.test(sentence) || (MANY.test(sentence) && !/\b(?:he|she|his|her)\b/i.test(sentence))) return 0;
  // "The Pruett Family Birth Center": what a house is called befalls nobody.
  const told = sentence.replace(HOUSE, ' ');
  if (!EVENT.test(told)) return 0;
  if (reading.passage.record && !named && (reading.passage.block?.kind === 'table-cell' || !/§/.test(sentence))) return 0;
  // "August 31: the portal closes": a calendar.
  if (/^\s*[-–—:]\s*\p{L}/u.test(reading.masked(end, end + 4)) && /^\s*$/.test(before) && !named) return 0;
  if (PROVIDER.test(sentence) && !CARED_BY.test(sentence)) return 0;
  if (tellsOfOne(told)) return 0.8;
  if (named && /\b(?:born|diagnosed|admitted|discharged|treated|underwent|surgery|died|delivered)\b|§/i.test(sentence) && !PROVIDER.test(sentence)) return 0.7;
  return tellsOfOne(around.replace(HOUSE, ' ')) && /§/.test(told) ? 0.6 : 0;
}

const STRONG_EVENT = /\b(?:admitted|presented (?:on|with|to)|stung|choked|fell|collapsed|injured|hurt|scalded|crushed|stabbed|conceived|amputee|pregnant|airlifted|reattached|lost (?:his|her) \w+|tore|broke|fractured|ruptured|bitten|burn(?:s|ed)|amputat\w+|delivered|underwent|operated|treated|sent (?:him|her) to|discharged|diagnosed|underwent|was treated|were treated|came to (?:us|our)|beat §|survived|recovered|lost \w+ (?:pounds|lbs)|walked|we (?:saw|met|treated|helped)|rushed to|airlifted|in our|at our|flew home|medevac\w*|life-?flight\w*|helicoptered|mailed (?:the|an?|his|her)|shipped (?:the|an?|his|her)|sent the|credits (?:our|us)|logs in|swears by|hasn['’]t missed|suffer\w*|sought|visited (?:us|our)|our (?:\w+ ){0,2}(?:patient|survivor|resident|client)|patient|survivor)\b/i;
const PERSON_FROM = /\bthe (?:[a-z]+ )?(?:man|woman|boy|girl|toddler|teen|teenager|driver|worker|hunter|hiker|skier|climber|rider|child|baby|farmer|student|swimmer|pilot|deckhand) (?:who (?:fell|was|had|got|crashed|collapsed|drowned|choked)|hurt|injured|pulled|rescued|hit|struck|found|airlifted)\b[^.;!?]{0,60}\b(?:at|on|in|near|from|off|outside) (?:the )?$|\b(?:mother|father|mom|dad|parent|grandmother|grandfather)(?: of \w+)? (?:from|in|outside|near) $|\b(?:an?|our|one) (?:[a-z]+ )?(?:lobsterman|fisherman|lineman|farmer|rancher|logger|trucker|carpenter|welder|teacher|barber|baker|roofer|plumber|miner|beekeeper|shepherd|widow|widower|couple|woman|man|girl|boy|teenager|grandmother|grandfather) in $|\b(?:an?|one|our|another|the) (?:[\w§‡-]+ ){0,4}(?:outside|near|around|from ZIP|in ZIP|from zip code|of ZIP) $|\bthe (?:[a-z]+ )?(?!(?:letter|number|paper|order|offer|speaker|presenter|provider|partner|donor|doctor|sponsor|computer|printer|poster|banner|dinner)\b)[a-z]+(?:er|or|ist|man|woman|boy|girl|mom|dad|lady|guy) from(?: the)? $|\bone of the (?:[\w-]+ ){1,3}(?:at|from|on) $|\bfrom (?:the |a )?(?:[\w-]+ ){0,3}(?:village|town|hamlet|island|reservation|pueblo|settlement|suburb|neighbou?rhood) of $|\b(?:an?|one|our|this|another|local|young|retired|his|her|\d{1,2}-year-old)(?: [\w§‡-]+){0,4} (?!(?:e-?mails?|news|texts?|links?|texts?|invite|invitation|update|answer|reply|order|supply|degree|gift|grant|letter|call|view|walk|drive|miles?|blocks?|award|donation|funding|message|review|recipe|quote|lecture|team|group|study|report|diploma|fellowship)\b)[\w§‡-]+ from(?: the)? $|\b(?:man|woman|boy|girl|mother|father|mom|dad|couple|family|teacher|principal|farmer|driver|firefighter|teen|retiree|widow|veteran|rancher|resident|native|grandmother|grandfather|baby|patient) (?:of|in|near|outside) $|\blives? on [\w .'’-]{3,30} in $|\b(?:he|she) (?:\w+ly |still |also )?[a-z]{3,}s (?!(?:live|see)s )(?:[\w'’-]+ ){0,4}(?:in|at|on|near) $|\b(?:moved(?: here| up| down)?|hails|commutes|transferred|lives?|lived|living|grew up|drove|travel+ed|flew|flew home|resides?|works|attends|home)(?: back)? (?:in|from|to|at|near|for)(?: the(?: [\w-]+){1,3} of| a(?: [\w-]+){1,4})? $|\b(?:employer|school|church|workplace|congregation),? (?:is |at )?$|\b(?:his|her|patient['’]s|their) (?:employer|boss|workplace|job),? [^.;]{0,40} in $|\b(?:patient|man|woman|boy|girl|mother|father|teacher|farmer)s? (?:from|of|in) $|\bpatient in $|\b\d{1,3} ?(?:yo )?[MF] from $/i;

/** 0 to 1: the place is where the person lives, works or comes from. */
export function placeOfPatient(reading: Reading, start: number, end: number, scale: 'street' | 'zip' | 'town', named: boolean): number {
  const sentence = reading.sentence(start);
  if (HYPOTHETICAL.test(sentence) || MANY.test(sentence) || PROVIDER.test(sentence) || /\b(?:located|offices?|locations?|campus|visit us|serving|serves?|service area|directions|counties we)\b/i.test(sentence)) return 0;
  if (scale === 'town' && /\b(?:spoke|speaks|will speak|hosts?|hosted|toured|donated|performed|volunteer\w*|coaches|chairs?|reads to|played for)\b/i.test(sentence)) return 0;
  const { start: from } = reading.sentenceAt(start);
  const before = reading.masked(Math.max(from, start - 70), start);
  const tied = PERSON_FROM.test(before) || (scale === 'zip' && /(?:^|[.;|] ?)(?:client|patient|pt|caller)s?\b[:,]/i.test(reading.passage.text.slice(0, start))) || /[¤\d], (?:of|from) $/.test(before) || (/^ (?:native|man|woman|mother|father|teacher|firefighter|teen|girl|boy|couple|family|resident|grandmother|nurse|farmer|retiree)\b/.test(reading.masked(end, end + 20)) && scale === 'town');
  if (!tied && scale === 'town') return 0;
  if (named && scale !== 'town') return 0.7;
  if (!((STRONG_EVENT.test(sentence) && (tied || tellsOfOne(sentence))) || (tied && (/§/.test(sentence) || HIS_BODY.test(sentence))))) return 0;
  return tied ? 0.8 : 0.6;
}

const HIS_BODY = new RegExp(String.raw`\b(?:his|her) (?:[\w-]+ )?(?:‡|(?:${CARE})\b)`, 'i');

/** Has worked here: "who ran our chaplain office". */
const LED = /\b(?:ran|led|headed|founded|managed|directed|worked|volunteer\w*|taught|nursed|former staff|colleagues)\b/i;

/** 0 to 1: an age over 89 is one person's. */
export function ageOfPatient(reading: Reading, start: number): number {
  const around = reading.around(start);
  const sentence = reading.sentence(start);
  if (HYPOTHETICAL.test(sentence) || PROVIDER.test(sentence)) return 0;
  return tellsOfOne(sentence) || /¤/.test(sentence) ? (EVENT.test(around) || /\b(?:patients?|pts?|residents?|clinic|hospital|ward|bay \d|bed \d|unit)\b/i.test(around) ? 0.8 : /\b(?:our|us)\b/i.test(around) && !LED.test(sentence) ? 0.5 : 0) : 0;
}

const CALL_US = sift(/\b(?:llam[ae]\w*|tel[ée]fono|tel|whats ?app|escriba|cont[aá]ct\w+|citas?|appelez|rufen)\b[^.¤]{0,24}(?:¤[^.¤]{0,8})?$|\b(?:call|text|fax|e-?mail|contact|reach|write to|dial|questions\??|info(?:rmation)?|visit|toll[- ]free|appointments?|office|clinic|hotline|tty|interpreter|pager|extension|hours|schedule|book|rsvp|register|apply|press|media|recruiter)\b[^.¤]{0,24}$|\b(?:call|text|contact|e-?mail) [A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+)? (?:at|in|with) (?:the|our) [^.;]{3,30}$/i);
const THEIR_DEVICE = sift(/\b(?:cell|mobile|home) \([^()]{4,60}\):? $|\b(?:cell|mobile|home|(?:his|her|their|my|mom['’]?s|dad['’]?s|wife['’]?s|husband['’]?s|patient['’]s?) (?:\w+ ){0,2}(?:phone|number|cell|e-?mail|line)|(?:call|text|reach|e-?mail|ring|phone|contact) (?:him|her|them|(?:the|our) patient|his \w+|her \w+))\b[^.;]{0,24}$/i);
const THEIR_CONTACT = sift(/\bpatient['’]s (?:\w+ )?fax $|\b(?:one of our|our|another|this) (?:[\w§◊-]+ ){0,3}(?:patients?|clients?|moms?|survivors?),? \($|\bto (?:his|her|their) (?:employer|boss|school|lawyer|attorney|insurer),? $|\b(?:bcc|cc|to):? [^.;:]{0,30}(?:group|list|patients|clients|alumni)\b[^.\w]{0,6}$|\b(?:she|he)(?: is|['’]s| was| can be)(?: reachable| available| reached)? (?:at|on) $|\b(?:cb|call ?back|called back|lm|lvm|vm) (?:for )?(?:the |our )?(?:pt|patient)\b(?!s)[^.;!?]{0,30}$|\bpt\b[^.;!?]{0,24}\b(?:at|on|cell|ph|#) $|\b(?:employer|boss|school|work|office|husband|wife|mother|father|daughter|son)['’]s (?:fax|phone|cell|number|e-?mail) $|\b(?:e-?mailed|texted|wrote|messaged|dm['’]?d|called)(?: us| in| back)? from $|\b(?:text|voicemail|message|e-?mail|dm|missed call)s? from $|\b(?:from|by) (?:an?|the|our) (?:[\w-]+ )?(?:patient|client|caller),? \(?(?:at |on )?$|\bcaller(?: id)?:? $|\b(?:his|her|their|my) (?:wife|husband|spouse|partner|mother|father|mom|dad|parents|son|daughter|sister|brother|caregiver|employer|boss|school|work) (?:at|on) $|\bpatient (?:e-?mail|phone|cell|contact)["']?\s?[:=]\s?$|\b(?:texted|call|called|phoned|e-?mailed|rang|reached|text) (?:the |our |a |her |his )?(?:patient(?:['’]s)?|client|mother|father|wife|husband|parents?)(?: (?:mother|father|mom|dad|wife|husband|son|daughter|parents?|sister|brother))? (?:at|on) $|\b(?:my|his|her|their|patient['’]s|mom['’]s|dad['’]s)\b[^.]{0,25}\b(?:cell|phone|mobile|home|number|line|e-?mail|address)\b[^.]{0,20}$|\b(?:(?<!be )reached (?:out )?(?:to )?(?:you |her |him |them )?(?:at|on)|sent to|voicemails? (?:at|on|to|for)|called (?:you|her|him) (?:at|on)|text(?:ed)? (?:you|her|him) (?:at|on)|confirm)\b[^.]{0,20}$|\b(?:list|upload|export|seed|lookalike|cohort|suppression|audience|segment|leads?|alumni|subscribers|recipients|(?:to|for) (?:these|the following) [\w -]{0,20})\b[^.]{0,60}[:;] ?(?:[^.;]{3,40}; ?){0,8}$/i);
const THEIR_AFTER = sift(/^,? (?:she|he) (?:had|has|was|is|got|lost|needs|asked|wants|missed|will)\b|^,? (?:who|whose) (?:\w+ )?(?:passed|had|has|was|came|is|got|lost|needs?|asked|wants?|missed|broke|fell|takes)\b|^,? \(?(?:cell|mobile|home)\b|^,? (?:asked|wants|wanted|requested|said|called)\b|^ (?:is (?:still )?(?:right|correct|the best)|(?:twice|again|once|yesterday|(?:two|three|four|several|many) times) (?:about|with|to discuss|regarding|and left)|about your|to (?:discuss|confirm|go over) your)/i);

/** 0 to 1: a phone number or mail address is a patient's rather than somebody's to call. */
export function contactOfPatient(reading: Reading, start: number, end: number, named: boolean): number {
  const { start: from } = reading.sentenceAt(start);
  const before = reading.passage.text.slice(Math.max(from, start - 110), start);
  if (/\b(?:or|please|to \w+,) (?:call|text|phone)(?: us)?(?: at)? $/i.test(before)) return 0;
  if (/\b(?:call|text|fax|e-?mail|contact|reach|visit) (?:us|our)\b|\b(?:our|the) (?:[\w§‡-]+ ){0,3}(?:line|number|phone|desk|fax|e-?mail|office|hotline)\b[^.]{0,20}$|\b(?:nurse|advice|front desk|main|office|scheduling|records|billing|referrals?|pharmacy|triage|after[- ]hours) (?:line|number|desk|fax|office|phone)?:? ?$/i.test(before)) return 0;
  if (THEIR_CONTACT.test(before) || THEIR_AFTER.test(reading.passage.text.slice(end, end + 40))) return 0.9;
  if (/\bto:\s*$/i.test(before) && /\byour\b/i.test(reading.around(start)) && /§/.test(reading.around(start))) return 0.8;
  if (/\bfrom:\s*$/i.test(before) && /\bmy\b/i.test(reading.around(start)) && /§/.test(reading.around(start))) return 0.8;
  if (THEIR_DEVICE.test(before)) return 0.8;
  if (CALL_US.test(before)) return 0;
  const sentence = reading.sentence(start);
  if (named && /[§‡]/.test(reading.around(start))) return 0.7;
  return /\b(?:patient|visitor|client|caller)\b(?!s)/i.test(sentence) && !/\b(?:patients|coordinator|services|relations|experience|advocate|portal|contact)\b/i.test(sentence) ? 0.6 : 0;
}

/** Numbers of goods, studies and offices. */
const PRODUCT = /\b(?:recall\w*|deploy\w*|staging|build|cache|purge|commit|widget|plugin|server|repo(?:sitory)?|release|changelog|model|lot|catalog\w*|order|ref|version|trial|study|grant|fda|ndc|npi|license|licensed|invoice template|sku|part number|batch|tax id|payer|codes?)\b/i;

/** 0 to 1: a licence, plate, serial or account number is one patient's. */
export function numberOfPatient(reading: Reading, start: number, kind: IdentifierKind): number {
  const around = reading.around(start);
  if (HYPOTHETICAL.test(reading.sentence(start))) return 0;
  if (/\b(?:patient(?!s| portal| care| services| access| app| form| widget)|participant|subject|survivor|subscriber|visitor|client)\b/i.test(around)) return 0.8;
  if (kind === 'device' && /\b(?:explanted|implanted (?:in|on)|interrogated|fell|lost|dropped|stolen|his|her)\b/i.test(around)) return 0.7;
  if ((kind === 'biometric' || kind === 'device') && CARE_OR_SETTING.test(reading.passage.text.slice(Math.max(0, start - CUE_REACH), start + CUE_REACH)) && !PRODUCT.test(around)) return 0.6;
  if (/§/.test(reading.sentence(start)) && !PRODUCT.test(around)) return 0.55;
  return /\b(?:he|she|his|her|my|man|woman|boy|girl|baby|gentleman|lady|guy|fellow|grand(?:ma|pa|mother|father)|(?:mr|mrs|ms)(?=\.))\b/i.test(around) || /¤/.test(around) ? 0.6 : 0;
}
