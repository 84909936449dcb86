import { cue } from './care-words.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { RELATIVES, STATE_CODES } from './words.ts';

/** What the words around a name say when it is of somebody who gives care, works here, gives money or speaks. */

export const PROVIDER_SELF = cue(String.raw`\b(?:I am|I['’]m|and I) (?:an? |the |your )?(?:[\w§‡◊-]+ ){0,4}(?:surgeon|doctor|physician|dentist|nurse|therapist|chiropractor|acupuncturist|\w{3,}ologist|coach|trainer|practitioner|specialist|hygienist|midwife|counsel+or|dietitian|nutritionist|pharmacist|director|founder|owner)\b|\bI (?:help|treat|see|work with|specialize|specialise|practice|founded|joined|make|mix|bake|brew|built|started|run|own|came up with|do the website|take the pictures|answer|pack|ship)\b`);
export const STAFF_VOICE = cue(String.raw`\b(?:we|our) (?:are (?:proud|thrilled|excited|pleased|honored|delighted|committed|dedicated)|patients|team|hospital|clinic|center|centre|practice|mission|goal|staff|nurses|surgeons|physicians|doctors|community|organization|new|program|facility|offer|provide|treat|believe|strive|want|see|help)\b|\bwe (?:built|opened|founded|started|created|run|own|named) (?:the|this|our|an?) (?:[\w-]+ )?(?:clinic|practice|center|hospital|office|company|foundation|spa|pharmacy|brand)\b|\b(?:patients|people|women|men|adults|many|most) (?:with|who|often|should|can|are|have)\b`);
export const PROVIDER_BEFORE = cue(
  String.raw`\b(?:(?<!\b(?:review|testimonial|story|letter|comment|words|post|note|told|shared|written|signed|given|sent|complaint|grievance|claim|request) )by|leaders?|speaker|instructor|author|authors|editors?|edited by|photos?(?::| by)(?=[\s*]*$)|photograph(?:er|s|y)?(?: by)?|reviewed by|written by|medically reviewed|led by|directed by|founded by|performed by|contact|recruiters?|hosted by|presented by|presenters?|speakers?|moderated by|instructors?|staff|team|crew|(?:front|help|info\w*|education|registration|check-?in) desk|board|directors?|chairs?|president|ceo|coo|cfo|cmo|founders?|co-founders?|owners?|partners?|principal|managers?|administrators?|coordinators?|officers?|representatives?|reps?|spokes\w+|volunteers?|donors?|(?:nursing|pharmacy|medical|dental|dietetic|pa|np|pt|ot|dpt) students?|trustees?|benefactors?|philanthropists?|interns?|fellows?|residents? dr|assistants?|technicians?|hygienists?|receptionists?|secretary|webmaster|designer|site by|design by|developed by|credits?|producer|more (?:posts |articles |stories )?from|posts by|articles by|attn|attention|ask for|see dr|sponsor(?:ed by)?|in honor of|named (?:for|after)|discovered by|invented by|described by|according to|colleagues?)(?: (?:spotlight|profile|highlight|feature|of the (?:month|week|year|quarter)))?(?: of [\w ]{2,30})?[\s:,–—|*("“-]*(?:(?:sisters?|brothers?|husband and wife|siblings|twins|partners|friends|local) )?(?:¤(?:, |,? and | & ))*$`,
);
export const PRACTICE = String.raw`(?:surgeon|doctor|physician|dentist|nurse|therapist|chiropractor|acupuncturist|\w+ologist|\w{3,}iatrist|specialist|practitioner|provider|coordinator|manager|director|hygienist|counsel+or|coach|trainer|instructor|professor|researcher|assistant|technician|midwife|dietitian|nutritionist|pharmacist|writer|editor)`;
export const PROVIDER_VERB = cue(
  String.raw`^(?:,[^.;]{0,60},|,)? (?:\w+ly |also |has |have |then |now |first |currently |personally |will |who ){0,2}(?:joined (?:our|the|us|[A-Z])|is (?:fully )?registered with the (?:general|health|nursing|college|royal|\w+ board)|joins|specializ\w+|specialis\w+|leads? |led |founded|co-founded|established|opened (?:her|his|our|the|a)|performs?|performed|practic(?:es|ed|ing) (?:at|in|general|family|medicine|since)|practises|treats|sees (?:patients|clients|children|adults|new|people)|cares for|provides?|offers?|earned (?:her|his|an?|their)|graduated (?:from|with|in|magna|summa|cum)|trained (?:at|in|under|with)|serves? (?:as|on|patients|the|our)|volunteers|published|discovered|invented|pioneered|directs|manages (?:our|the)|managed (?:our|the)|oversees|works? (?:(?:nights|days|weekends|evenings|part-time|full-time|shifts|holidays)\b|with (?:patients|clients|people|children|families|adults|women|men)|(?:in|at|for) (?:our|the)|closely|as an? [\w -]{0,30}${PRACTICE})|worked (?:in|at|for) our|helps (?:patients|people|women|men|clients|children|families|you)|is (?:board|certified|licensed|fluent|accepting|available|passionate|dedicated to|committed|proud|affiliated|a (?:board|certified|licensed|member of|fellow of|graduate of|clinical|registered)|an? [\w -]{0,40}${PRACTICE}\b)|has been an? [\w -]{0,40}${PRACTICE}\b|has (?:an?|over|more than|been (?:practicing|working|with (?:us|our)|a (?:member|nurse|doctor)))[^.]{0,30}(?:LCSW|degree|years|certif|licen[cs]|practic|experience|with (?:us|our)|MD|RN)|received (?:her|his|their|an?) (?:\w+ ){0,4}(?:degree|medical|bachelor\w*|master\w*|doctor\w*|certificat\w+|training|license|award)|completed (?:her|his|their|an?) (?:\w+ ){0,4}(?:residency|fellowship|internship|degree|education|studies)|attended (?:\w+ ){0,5}(?:university|school|college)|(?:enjoys|loves|likes) (?:helping|working|treating|meeting|caring|teaching|seeing|empowering|making (?:patients|people))|(?:hands|greets|welcomes|answers|schedules|coordinates|chairs|chaired|co-chairs|sits on|sponsors)\b|(?:runs|hosts|presents) (?:our|the|a|an)(?: [\w§‡]+){0,4} (?:groups?|program(?:me)?s?|clinics?|class(?:es)?|departments?|center|line|desk|unit|team|services?|ward|practice|office|workshops?|lab)\b|speaks (?:at|on|about|Spanish|fluent)\b|(?:can be|may be) (?:reached|contacted)|(?:writes?|wrote) (?:about|for|a|an|the|on) (?!her\b|his\b|their\b|my\b|our\b|us\b)|(?:coined|popularized|theorized|proposed|introduced|described) (?!her|his|their|my|it|how|feeling|being|pain|the pain)|(?:does|do|can|may|will|must)(?: not|n['’]t)? (?:diagnose|prescribe|advise on|provide|treat)\b)`,
);
export const OFFICE_AFTER = cue(
  String.raw`^["”]?(?: \((?:ret|he|she|they|him|her)[^()]{0,12}\))?(?:, ?| \(| ?— ?| ?– ?| - | ?\| ?|: ?| is | was | as | works as )(?:a |an |our |the |its |their |his |her |who is |himself |herself )?(?:(?!(?:to|seeing|saw|with|by|for|from|who|whose|was|were|told|had|has|and|when|at|after|retired|former|afraid|scared|terrified|nervous|anxious|married|seen|treated|sent|referred|helped) )[\w§‡&/’'-]+ ){0,5}?(?:director|officer|(?:software|web|cloud|data|systems?|security|solutions?|front-?end|back-?end|lead|senior) (?:developer|engineer|analyst|architect)|business analyst|(?:acting |deputy )?head of|contributor|medical student|maintainer|vendor|radio host|chief executive|leader|ceo|coo|cfo|president|vice president|vp|founder|co-founder|owner|partner|manager|administrator|(?:fore(?:man|woman)|contractor|architect)|coordinator|representative|spokes\w+|chair(?:man|woman|person)?(?! \d)|board member|editor|author|writer|blogger|columnist|artist|chef|reporter|journalist|photographer|designer|volunteer|donor|trustee|surgeon|physician|doctor|dentist|nurse|midwife|therapist|counsel+or|psychologist|psychiatrist|\w{3,}ologist|\w{3,}iatrist|orthodontist|endodontist|periodontist|chiropractor|acupuncturist|pharmacist|dietitian|nutritionist|hygienist|technician|technologist|assistant|specialist|practitioner|provider|educator|instructor|trainer|esthetician|aesthetician|optometrist|optician|podiatrist|paramedic|professor|researcher|scientist|lecturer|fellow|anesthetist|radiographer|sonographer|internist|pediatrician|intensivist|geneticist|attorney|consultant|navigator|advocate|liaison|receptionist|social worker|caseworker|chaplain|coach)\b`,
);
/** "Fern Applebaum (pediatrics)" */
export const SPECIALTY_AFTER = /^ \((?:urology|pediatrics|surgery|dermatology|oncology|family (?:medicine|practice)|internal medicine|cardiology|neurology|orthop\w+|radiology|ob[-/ ]?gyn|obstetrics|psychiatry|emergency medicine|anesthesi\w+|gastroenterology|nephrology|pulmonology|endocrinology|ophthalmology|podiatry|rheumatology)\)/i;
/** "Gus Petrakis, radiology, 25 years": who has served so long. */
export const SERVED_AFTER = /^, [\p{L}&§‡◊ ]{4,30}, \d{1,2}(?: years)?(?=[;.,]|$)/u;
/** A byline that lost its line breaks: "Chris Patterson Local SEO Specialist". */
export const TITLE_AFTER = /^ (?:[A-Z][\w&]{1,15} ){0,4}(?:Specialist|Manager|Director|Coordinator|Editor|Writer|Founder|Owner|CEO|President|Consultant|Hygienist|Assistant|Practitioner|Therapist|Nurse|Officer|Administrator|Strategist|Designer|Developer|Author)\b/;
export const CONTACT_AFTER = cue(String.raw`^[^.]{0,12}(?:\(|,| at | on |:|–|-) ?(?:[\w.+-]{2,40}@|\(?\d{3}\)?[ .-]\d{3})`);
export const ENQUIRE = cue(String.raw`\b(?:contact|call|reach|e-?mail|write|ask|questions|info\w*|register|rsvp|media|press|apply|resumes?|see|tickets|details|sign up)\b[^.]{0,40}$`);
/** "Meet the team!": whoever is named next is of it. */
export const ROSTER = cue(String.raw`\b(?:meet (?:the|our|your) (?:[\w-]+ )?(?:team|staff|crew|doctors|dentists|gang|folks|people|nurses|therapists|family)|(?:our|the) (?:whole |entire |new )?(?:team|crew|staff|lineup|roster)|who['’]s who)(?: here| at [^.!?]{3,30})?[!.:]\s*$`);
/** "leave a message for Trixie at 555-0177" */
export const LEAVE_FOR = cue(String.raw`\b(?:leave|send|drop) (?:a |your )?(?:message|note|voicemail|word|forms?|records) (?:for|with) $`);
/** "Thank you to the Delacroix family": thanks go to whoever stands behind it. */
export const THANKED = cue(String.raw`\b(?:thanks|thank you|thank-you|grateful|hats off|kudos|shout ?out|a big thanks)\b[^.;!?]{0,120}(?:\bto|,) (?:our |the )?(?:[a-z]+ ){0,2}$`);
/** "My great-aunt Philomena" */
export const MY_KIN = cue(String.raw`\b[Mm]y (?:own |late |dear )?(?:great[- ])?(?:${RELATIVES}),? (?:\p{Lu}[\p{L}]+ )?$`, 'u');
/** The signature of one who gives care, at the end of a text. */
export const SIGNED_BY_CLINICIAN = /[–—-] ?(?:(?:Dr|Nurse)\.? \p{Lu}|(?:\p{Lu}[\p{L}.'’-]* ){1,3}\p{Lu}[\p{L}'’-]+, (?:MD|DO|DDS|DMD|DC|OD|DPM|RN|NP|FNP|PA|PA-C|PT|DPT|OT|LCSW|LMFT|LPC|PhD|PsyD|RDH|LMT|RD|CNM|PharmD|ND|LAc)\b)[^\n]{0,40}$/u;
/** "which is why I became a dentist" */
export const MY_TRADE = cue(String.raw`\bwhy I (?:became|am|went|chose|do|practi[cs]e|opened|studied)\b|\bI (?:became|went into|chose|fell in love with|found my calling in|studied) (?:an? )?(?:medicine|dentistry|nursing|dentist|doctor|nurse|surgeon|physical therap\w+|therap\w+|pharmac\w+|midwi\w+|chiropract\w+|optometr\w+|dietitian|acupunctur\w+|dental school|med(?:ical)? school)\b`);
/** Work, gifts, events, books: what the sentence tells of the person is no care of theirs. */
export const NOT_CARE = cue(
  String.raw`\b(?:books?|novel|memoir|author|writes|film|documentary|podcast host|foundation|scholarship|endow\w*|donor|gifts? (?:from|of|by)|a gift|grants?|fundrais\w*|sponsor\w*|volunteer\w*|gala|lecture|webinar|workshop|instructor|leaders?|leads|teaches|taught|directs|hosts?|hosted|manages|founded|founder|invented|discovered|research\w*|professor|published|toured|joined|joins|hired|retire(?:d from|ment)|employees?|staff|colleague|team member|award\w*|named (?:a|as|the|one of|to)|nominated|certified|licensed|graduat(?:e of|ed from)|degree|residency|years of experience|speakers?|speaks at|presents?|photography|photographer|knit(?:s|ted|ting)?|sew(?:s|ed|ing|n)?|crochet\w*|quilt\w*|bak(?:es|ed|ing)|donated (?:an? |the |her |his |their )?(?:[\w§‡-]+ ){0,3}(?:machines?|scanner|unit|van|bus|wing|room|equipment|pumps?|beds?|chairs?|wigs?|toys?|books?|blankets?|hats?)|designed|painted|drew|planted|composed|sculpted|landscaped|publicly|celebrity|famous|actor|actress|singer|senator|governor|mayor|congress\w*|secretary of|ask for|contact|rsvp|interpreter|interview with dr|available for|your donation|your gift|(?:have|has) (?:generously |long )?supported|donated (?:the|a new|\$|money|funds)|in (?:memory|honor) of (?:her|his|their)|keynote|magazine|interview(?:ed)? (?:with|in)|vogue|years (?:in|with|at|on|of service)|our own|wedding|candidate|campaign|campus|location|(?:talks?|speaks?|spoke|talked|writes?|wrote|lectures?|lectured|presents?|presented|seminar|workshop|class) (?:about|on)(?! $|(?: [\w.]+)? ?¤))\b`,
);
/** "Call … at the front desk to schedule your mammogram": whoever is to be called gives the care. */
export const TO_CALL = cue(String.raw`\b(?:call|text|ask for|contact|e-?mail|reach|phone|speak (?:to|with)|talk (?:to|with)|see|message|rsvp to|write to|notify|visit) $`);
export const CALL_FOR = cue(String.raw`\b(?:to (?:schedule|book|register|learn|sign up|make|set up|reserve|rsvp|enroll?|apply|request|order|refill|find out|get|discuss your|arrange|donate|volunteer)|for (?:an? |more |further )?(?:appointments?|information|details|tickets|questions|help|directions)|front desk|with (?:any )?questions|your)\b`);
/** "Employees of the month: …", "See provider bios: …" */
export const STAFF_LIST = cue(String.raw`^\W*(?:see |meet |thank you,? |congratulations to )?(?:our )?(?:\w+ )?(?:employees?|staff|team(?: members?)?|crew|gang|providers?|doctors?|physicians?|nurses?|[a-z]{4,}(?:ists|ologists|iatrists)|coaches|doulas|midwives|trainers|volunteers?|faculty|speakers?|instructors?|donors?|sponsors?|presenters?|panel(?:ists?)?|interns?|residency|fellows?|board|committee|graduates of our nurs\w+)\b[^.!?:]{0,60}: (?:(?!\b(?:I|we|he|she|you|they|was|is|were|had|my|our|his|her|never)\b)[^.!?]){0,160}$`);
export const FUNDS = cue(String.raw`^,? (?:has |have |recently |generously )?(?:donated|gave|gives|gifts?|foundation|endow\w*|contributed|pledged|sponsored|funded|established|hosted|scholarship|fund|center|pavilion|wing|trust|charit\w+)\b`);
export const ROLE_BEFORE = cue(String.raw`\b(?:(?<!\b(?:to|the|in|will|can|and|could) )lead|facilitator|moderator|interpreter|translator|organizer|educator|leader|host|navigator|advocate|nurse|surgeon|physician|doctor|dentist|midwife|therapist|counsel+or|psychologist|psychiatrist|\w{3,}ologist|chiropractor|acupuncturist|pharmacist|dietitian|nutritionist|hygienist|technician|tech|technologist|assistant|specialist|practitioner|educator|instructor|trainer|coach|esthetician|aesthetician|optometrist|podiatrist|paramedic|professor|expert|researcher|scientist|director|manager|coordinator|officer|receptionist|supervisor|chef|author|writer|photographer|reporter|editor|artist|attorney|consultant|chaplain|social worker|comedian|runner-up|olympian|doula|employee|staffer|new hire|bookkeeper|clerk|registrar|scheduler|biller|secretary|operator)s?,? (?:\((?:now|currently|today|presently|for now),? )?(?:¤ (?:and|&) )?$`);
/** What somebody has who treats it: "has experience with", "has a passion for". */
export const SKILLED = cue(String.raw`\b\d[\d,]+ (?:[\w-]+ ){0,2}(?:births|deliveries|surgeries|procedures|operations|patients|bab(?:y|ies)|cases|scans|shots|§s?)|\b(?:expertise|interests?|experience|passion|training|background|knowledge|focus|special\w+|certificat\w+|love for|practice|degree|supported|served|cleaned|straightened|filled|examined|taught|donated|funded|sponsored|raised|worked|written|spoken|talked|helped|treated|performed|seen|taught|appointments? (?:available|open)|patients)\b`);
/** "Ms. Rivera's fourth-grade class made cards". */
export const TEACHES = cue(String.raw`^['’]s? (?:[\w-]+ ){0,3}?(?:grade|class(?:room|es)?|students|homeroom|kindergart\w+|bible study|troop|lecture|seminar|workshop|webinar|book|column|recipe)\b`);
/** "Maggie will greet you": whoever does something for the reader. */
export const SERVES_YOU = cue(String.raw`^ (?:will|can|is happy to|would love to|is here to|['’]ll) (?:\w+ )?\w+ (?:you|your)\b`);
/** "Board-certified in oncology, Rafael Nunes also plays the cello". */
export const QUALIFIED = cue(String.raw`\b(?:board[- ]certified|licensed|certified|trained|fellowship[- ]trained)\b[^.;¤]{0,60}, $`);
/** "Teachers like Ms. Abbott spot vision problems first" */
export const LIKE_HER = cue(String.raw`\b(?:teachers|coaches|nurses|volunteers|donors|leaders|doctors|therapists|neighbors|staff|drivers|colleagues|employees|clinicians|dentists|hygienists|advocates|supporters|mentors) (?:like|such as) (?:¤(?:,? and |, ))*$`);
/** "Take care, Marnie" under a letter of the house. */
export const SIGNS_OFF = cue(String.raw`(?:^|[.!?]\s)\W*(?:take care|cheers|talk soon|see you (?:soon|there|then)|be well|in health|stay well|onward|to your health|your friends|your team)[,!–—-]*\s*$`);
/** "Marta Szabo" over "Lymphedema therapist since 2004." */
export const ROLE_NEXT = cue(String.raw`^\s*(?:(?:Our|The|Your|Lead|Senior|Chief|Head) )?(?:[\w§‡◊-]+ ){0,3}${PRACTICE}\b(?:,| since| for| at| in| and|\.|$)(?![^.!?]{0,60}\b(?:told|said|found|gave|diagnosed)\b)`);
/** "Before nursing school Anders drove a truck" */
export const SCHOOL_OF_CARE = cue(String.raw`\b(?:nursing|medical|dental|pharmacy|hygiene|massage|paramedic|chiropractic|optometry|midwifery|graduate|med|pa) school\b`);
/** "Swim therapy, Mon/Wed/Fri 9 am, Coach Dee": the timetable of a class. */
export const CLASS_SLOT = cue(String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\b[^.]{0,40}\d ?(?:[ap]\.?m\.?)?(?: ?[-–] ?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?)?,? (?:with )?$`);
/** "county commissioner Dale Ruiz": a calling in public, without article before the name, as the press writes. */
export const AGENTIVE = /\b(?:commissioner|council(?:l?or|man|woman|member)|spokes(?:man|woman|person)|legislator|lawmaker|delegate|auditor|inspector|surveyor|ambassador|sponsor|organizer|presenter|reporter|broadcaster|columnist|editor|novelist|poet|pianist|violinist|cellist|guitarist|drummer|magician|puppeteer|photographer|illustrator|muralist|architect|contractor|keynoter|historian|statistician|economist|epidemiologist|philanthropist)s? $/i;
/** "Massage with Kendra, Tuesdays", "Book a facial with Lottie": whoever a service is booked with gives it. */
export const SERVICE_WITH = cue(String.raw`^[^.!?;]{0,80}(?<![\w§])(?:book\w*|try|schedule|reserve|enjoy|classe?s?|sessions?|massages?|facials?|yoga|pilates|meditation|appointments?|consult\w*|training|lash(?:es)?|brows?|workshops?|waxing|peels?|botox|fillers?|reiki|acupuncture|cupping|tissue|stretch\w*|coaching|nutrition|groups?|lessons?|tours?|chat|q&a|treatments?|cleanings?|[§‡◊])[^.!?;¤]{0,40} (?:with|by) (?:¤(?:, | and | or | & )){0,3}$`);
export const SERVICE_END = cue(String.raw`^(?: (?:and|or|&) ¤)?\s*(?:$|[,.!|(–—-]|(?:on|every|at|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)(?!.{0,30}\b(?:after|during|before) (?:his|her)\b)`);
/** "**Bev.** She has been at the desk since 1999" */
export const THERE_NEXT = cue(String.raw`^\s*(?:She|He|They) (?:has |have |is |['’]s )?(?:been |works? |worked |sits? |runs? |answers? |greets? |keeps? |handles? |knows? |cleans? |teaches |looks? after |joined |started |coaches |grew up |came to us |trained )(?:[^.!?]{0,40}\b(?:at|in|on|with|for|our|the|your|since|here)\b)`, '');
/** "Fern, at the desk, …": whoever is met there works there, whatever else is told. */
export const AT_DESK = cue(String.raw`^,? (?:who is |who sits |is )?(?:at|on|behind) (?:the|our) (?:(?:front|check-?in|reception|information) )?(?:desk|phones?|reception|counter)\b`);

/** ", RN, DAISY AWARD WINNER": letters that nothing else is, in a line of capitals too. */
const SURE_LETTERS = /^(?:, [A-Z]\.?)?,? (?:RN|MD|DDS|DMD|PA-C|FNP(?:-C|-BC)?|LPN|CNA|DPT|LCSW|PHD|PSYD|DNP|RDH|PHARMD|CRNA|APRN|BSN|MSN|LMT|CNM|NP)(?=[\s,.;:!)]|$)/;
/** `n: Siobhan Teague` and in the next field "FNP-C, headache clinic". */
const LETTERS_IN_NEXT_FIELD = /^["']?\s{1,4}[\w-]{1,14}["']?\s?:\s?["']?(?:[A-Z]{2,4}(?:-[A-Z]{1,2})?|MD|PharmD|PhD|PsyD)(?=[\s,."']|$)/;
/** What follows a name as it is written, in the sentence or behind it, says that somebody gives care. */
export const lettered = (following: string, lexicon: PeopleLexicon): boolean => {
  if (SURE_LETTERS.test(following)) return true;
  const field = LETTERS_IN_NEXT_FIELD.exec(following)?.[0];
  return field !== undefined && lexicon.credentials.has(/[\w-]+$/.exec(field)?.[0] ?? '');
};

export function lastWords(before: string, roles: { has(word: string): boolean }): string | undefined {
  const words = before.trimEnd().replace(/[,:]$/, '').toLowerCase().split(/[\s/]+/).slice(-4);
  for (let k = 0; k < words.length; k++) {
    const role = words.slice(k).join(' ');
    if (roles.has(role)) return role;
  }
  return undefined;
}

/** "Heidi Stromberg, RPSGT, has scored sleep studies": letters that no list knows, between commas. */
const LETTERS_BEHIND = /^, (?:[A-Z]{3,7}|[A-Z]{1,2}[a-z]?[A-Z]{1,5})(?:[-/][A-Z]{1,4})?(?=,| (?:is|has|leads?|runs?|will|joined|answers|teaches|sees|scores|fits|can)\b)/;
const NO_LETTERS = /^(?:N?ICU|ER|USA?|UK|USMC|USN|USAF|Jr|Sr|III?|DOB|MRN|PFC|SPC|SSGT|CPL)$/;

export function credentialAfter(after: string, lexicon: PeopleLexicon): boolean {
  const match = /^["”]?,? ?\(?((?:[A-Z][A-Za-z]{0,5}\.?){1,5}(?:[-/][A-Z]{1,3})?)(?=[\s,;:.)(|<–—]|$)/.exec(after);
  if (!match) return false;
  const letters = match[1]!.replaceAll('.', '');
  if (LETTERS_BEHIND.test(after) && !STATE_CODES.has(letters) && !NO_LETTERS.test(letters) && lexicon.healthTerms(letters).length === 0) return true;
  return letters.length >= 2 && lexicon.credentials.has(letters) && (/,/.test(after.slice(0, 2)) || letters.length > 2 || /^(?:MD|DO|DC|RN|NP|PA|OD|PT|LE)$/.test(letters));
}

/** "This is Nadia from Alder Clinic", "I'm Theo with Dr. Webb's office": whoever calls or writes for the practice. */
export const CALLS_FROM = cue(String.raw`\b(?:this is|it['’]s|i['’]m|i am|my name is) $`);
export const FROM_US = /^,? (?:here |calling |over |writing )?(?:from|with|at) (?:the |our )?(?:[\w'’&.-]+ ){0,4}(?:[Cc]linics?|[Dd]ental|[Dd]entistry|[Mm]ed ?spa|[Ss]pa|[Hh]ospital|[Oo]ffice|[Tt]eam|[Pp]ractice|[Pp]harmacy|[Hh]ealth|[Ww]ellness|[Cc]ent(?:er|re)|[Cc]hiropractic|[Dd]ermatology|[Oo]rthodontics|[Pp]ediatrics|[Aa]esthetics|[Bb]illing|[Ss]cheduling|Dr\.?)\b/;
/** "Nadia's role: …" */
export const ROLE_OF = cue(String.raw`^['’]s (?:role|job|title|position|duties|responsibilities|credentials|bio|philosophy|training|schedule|bedside manner)\b`);
/** "My daughter saw Dee": whom a patient goes to gives the care. */
export const I_SAW = cue(String.raw`\b(?:I|my (?:${RELATIVES}|family|doctor)) (?:\w+ ){0,2}(?:see|saw|seen|visit(?:ed)?|go to|went to|recommend(?:ed)?|trust(?:ed)?|book(?:ed)? with|worked with|was (?:treated|seen|helped) by|appointment with|owe(?: \w+){0,3} to) $`);
/** "Mercy Ridge names Gideon Straub chief nursing officer". */
export const APPOINTED_BEFORE = cue(String.raw`\b(?:names?|named|naming|appoint(?:s|ed)|welcom(?:es?|ed|ing)|promot(?:es|ed)|hir(?:es|ed)|elect(?:s|ed)|install(?:s|ed)|select(?:s|ed)|taps|tapped|recogni[sz]es) $`);
export const APPOINTED_AFTER = cue(String.raw`^,? (?:as |to |its |our |the |new |interim |first |next |a |an )*(?:[\w&-]+ ){0,4}(?:officers?|directors?|presidents?|chair(?:man|woman|person)?s?|chiefs?|manager|administrator|dean|board|trustees?|fellow|head|vp|ceo|cfo|coo)\b`);
/** "Nurse line 208-555-0114 (Kendra or Bo)": whom to ask for. */
export const ON_THE_LINE = cue(String.raw`\d{3}[ .-]\d{4},? (?:\(|[-–—] |ask for )(?:¤(?:,? (?:or|and|&) |, |/))*$`);
/** "Circle of Hope donors, $10,000 and above": a roll of those who give. */
export const GIVERS = cue(String.raw`\b(?:gifts?|pledges|contributions|bequests) (?:to|toward|for) (?:the|our) [^.:;]{0,40}:|\b(?:donors?|fundraisers|benefactors|patrons|contributors|sponsors|underwriters|gifts? of \$|giving (?:circle|society|level)|honor roll)\b|\((?:employees|staff|team)(?: only)?\)|\bfollow (?:the|our) (?:crew|team|staff|gang|girls)\b|(?:^|[.!?]\s)(?:\p{Lu}[\w-]+ |[Oo]ur |[Tt]he )?[Vv]olunteers\b|\$[\d,]{3,}(?: and (?:above|up|over)|\+| (?:to|-|–) \$)`);
/** The family of those who work here, in the sentence of a biography that tells how they live. */
export const LIVES_WITH = cue(String.raw`\b(?:(?:she|he|they|¤) and (?:her|his|their)|with (?:her|his|their)|(?:her|his|their)) (?:\w+ ){0,2}(?:${RELATIVES}|family|dogs?|cats?)(?:,| \()? (?:(?:¤|[A-Z][a-z]+)(?:,? and |, ))*$`);
export const HOME_LIFE = /\b(?:loves?|likes?|baking|cooking|reading|fishing|gardening|skiing|cycling|lives?|living|live|reside|married|raising|enjoys?|spend|travel\w*|hik\w+|dogs?|cats?|beagles?|children|kids|weekends?|garden\w*|home)\b/i;
/** `@drdandre.dc`, `@sunup.chiro`: who gives care says so in the handle. */
export const HANDLE_OF_STAFF = /^@?(?:rn|np|pa|nurse|injector|md|the(?:nurse|doc|dentist|injector))[._]|^@?dr(?:[._]|(?!e[amws]|a[gkw]|i[nv]|o[pw]|u[mn]|y)[a-z]{4,}$|[a-z]{3,}[._]?(?:dc|md|dds|dmd|do|od)$)|(?:[._]|(?<=[a-z]{3}))(?:md|dds|dmd|dc|rn|np|pac|dpt|fnp|clinic|chiro\w*|dental|derm\w*|medspa|spa|health|injects?|injector|aesthetics?|skincare|beauty|lashes|ortho|pharmacy|rx|wellness|therapy|doula|midwife)$/i;
/** "Marisol, please swap the photo": whom a note among colleagues asks for something. */
export const ASKED = cue(String.raw`^, (?:please|pls|can you|could you|would you|will you)\b`);
/** "Happy Nurses Week to Tanya, Luz and Greg". */
export const STAFF_DAY = cue(String.raw`\b(?:nurses?|doctors?|physicians?|employees?|staff|hygienists?|assistants?|technicians?|therapists?|pharmacists?|volunteers?|team|administrative professionals|\w+ologists?)['’]?s? (?:appreciation )?(?:week|day|month|anniversar(?:y|ies)|birthdays?)\b`);
/** "Emily in billing", "Lisa from scheduling". */
export const IN_DEPARTMENT = cue(String.raw`^ \((?:dietary|hvac|facilities|billing|housekeeping|it|hr|front desk|reception|scheduling|accounting|security|transport|maintenance|lab|medical records|registration|kitchen|pharmacy|radiology|marketing|admissions|massage|the boss|owner|reception)\b[^()]{0,20}\)|^,? (?:in|from|at|with|over in|down in) (?:our |the )?(?:billing|scheduling|reception|front (?:desk|office)|accounting|accounts|admissions|registration|(?:medical )?records|intake|hr|human resources|marketing|radiology|(?:the )?lab|pharmacy|housekeeping|dietary|facilities|call center|central scheduling|insurance|referrals|(?:care|nursing|support|clinical|medical|surgical|intake|sales|outreach|billing|scheduling) team|patient (?:services|relations|access|accounts))\b(?! (?:for (?:his|her)|(?:at|of) [A-Z]))`);
/** "left $1.2 million to the hospice". */
export const GAVE = cue(String.raw`^,? (?:and (?:his|her) \w+,? )?(?:\w+ly )?(?:left|gave|donated|pledged|bequeathed|contributed|raised|established|endowed|matched) (?:[\w,§‡'’-]+ ){0,3}?(?:\$[\d,.]+|fund|endowment|scholarship|estate|gift|window|garden|bench|piano|paintings?|quilts?|van|building|wing|land|toys|books|blankets)`);
/** "Luis, the barista at our café": who keeps a house running. */
export const OF_THE_HOUSE = cue(String.raw`^, (?:the|our|your) (?:[\w-]+ ){0,3}(?:barista|cook|gardener|groundskeeper|custodian|janitor|porter|courier|librarian|pianist|harpist|greeter|valet|phlebotomist|tech|interpreter|scribe|aide|doula|injector|stylist|guard|driver|cashier|clerk|operator|host|hostess|intern|student)\b`);
/** "to reach Olivia, our skincare coach", "see Bob in Room 4 on Tuesdays": whom the reader is to see. */
export const FOR_QUESTIONS = cue(String.raw`\b(?:for|with) [^.;!?¤]{0,40}\b(?:questions?|help|information|details|forms?|refills|billing|bills|tickets|appointments?)\b,? (?:please )?(?:see|ask(?: for)?|call|text|find|contact|e-?mail|stop by and see) $`);
/** "so Denise will cover phones". */
export const COVERS = cue(String.raw`^ (?:will |is going to |can |to )?(?:covers?|covering|takes?|handles?|runs?|answers?|opens?|closes?|works?|is off|is out|is on|fills? in) (?:the |for )?(?:phones?|front desk|desk|x-?rays?|schedul\w*|shift|lunch|inbox|register|for|until|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues|wednes|thurs|fri|today|tomorrow)\b`);
