import { sift, type Sifted } from '../../match/sift.ts';
import type { NameMention } from './names.ts';
import type { PeopleLexicon } from './lexicon.ts';
import { isPublicFigure } from './public-figures.ts';
import { OFFICE_TITLES, PLACE_NAMES, RELATIVES } from './words.ts';

/**
 * What the words around a person's name say of that person. Health terms in the windows are written `§`, those of a
 * service ("our cancer center") `◊`, body parts `‡` and other
 * people's names `¤`, so that one pattern covers every condition and no cue reaches across another person.
 */
export interface Windows {
  /** The sentence up to the name, and from the name on. */
  readonly before: string;
  readonly after: string;
  /** In a comment, where colleagues address each other. */
  readonly comment: boolean;
  /** The sentence up to the name as written. */
  readonly opening: string;
  /** What follows the name, unmasked, for the letters of a credential. */
  readonly letters: string;
  /** What follows it in the block as written, for the year and the pages of a citation. */
  readonly following: string;
  /** The sentences after it in the same block, and the block's first ones before. */
  readonly next: string;
  readonly previous: string;
}

/** Things that happen to a patient, as a noun. */
export const CARE = String.raw`smok(?:ing|er|e-free)|before (?:and|&) after|before\/after|aligners?|intake|appt|nicu|icu|[A-TV-Z]\d\d\.\d{1,2}|surger(?:y|ies)|operations?|procedures?|treatments?|therap(?:y|ies)|sessions?|appointments?|visits?|check-?ups?|consult(?:ation)?s?|exams?|x-?rays?|scans?|mri|biops(?:y|ies)|results?|labs?|bloodwork|tests?|screenings?|diagnos[ei]s|prognosis|conditions?|symptoms?|prescriptions?|refills?|meds?|medications?|dos(?:e|age)s?|chemo\w*|radiation|rehab\w*|recovery|injur(?:y|ies)|pain|implants?|crowns?|fillings?|braces|cavit(?:y|ies)|root canals?|tooth|teeth|smile|charts?|records?|copay\w*|deductible|balance|stay|admission|discharge|delivery|birth|pregnancy|labor|infusions?|injections?|shots?|vaccin\w+|transplants?|stents?|pacemaker|transformation|weight[- ]loss|healing|sobriety|sober|prosthe\w+|tumou?r|mass|program(?:me)?|repair|reconstruction|hip|knee|heart|back|shoulder|hearing|vision|eyes?|skin|nose|breasts?|a1c|bmi|blood (?:sugar|pressure)`;
const HEALTH = `(?:[§‡]|\\b(?:${CARE})\\b)`;
/** Where care happens, and how far an illness has gone: health information, though no condition is named. */
const SETTING = String.raw`emergency (?:room|department)|hospital|ventilator|hospice|ambulance|bedside|stage (?:[0-4]|I{1,3}|IV)|p?icu|birth center|oncology|cardiology|doctors?|nurses?|clinic`;
const SUBJECT = String.raw`(?:(?!, (?:our|we|the|it|they|so) )[^.;:!?"“”¤]){0,90}?`;

const cue = (source: string, flags = 'i'): Sifted => sift(new RegExp(source, flags));

const PASSIVE = String.raw`(?:diagnosed|treated|admitted|readmitted|discharged|released|hospitali[sz]ed|rushed|airlifted|transferred|intubated|ventilated|operated|referred|seen|triaged|fitted|prescribed|put on|placed on|cleared|vaccinated|immuni[sz]ed|born|delivered|implanted|scanned|screened|evaluated|cured|healed|saved|resuscitated|stabili[sz]ed|sedated|revived|sober|clean|dying (?:of|from)|found (?:to have|out)|expecting|bitten|stung|burned|shot|stabbed|struck|hit by|injured|crushed|paraly[sz]ed|rebuilt|cancer[- ]free|pain[- ]free|symptom[- ]free|seizure[- ]free|in (?:remission|recovery|rehab|labou?r|hospice|detox|(?:the|our) (?:[pn]?icu|care|unit|ward|hospital|clinic)|chemo)|smoke[- ]free|pregnant|recovering|undergoing|battling|fighting|suffering|overdue|a (?:former |current |longtime |new |\w+ )?(?:patient|survivor|client|recipient|resident)|our (?:\w+ ){0,2}(?:patient|survivor|client|recipient|resident|preemie|newborn|baby|micro-?preemie)|due for)`;
const EXPERIENCED = cue(
  String.raw`^${SUBJECT}\b(?:(?:was|is|were|are|been|being|be|got|gets|getting|had been|’s|'s) (?:\w+ly |first |finally |being |then |also |later |now |just |so |still |both |all |each |about to be |going to be |to be |never ){0,3}${PASSIVE}|underwent|came into the world|, born (?:at|on|premature|early|too)|weigh(?:ed|ing)|spent \d+ (?:days|weeks|months|hours)|tore|broke (?:her|his|a|both)|fractured|ruptured|shattered|collapsed|stopped breathing|gave (?:her|his|a) kidney|donated (?:(?:her|his|a|part of (?:her|his)) (?:kidney|liver|lung|marrow|egg|organ\w*)(?! (?:machine|scanner|unit|fund|center|monitor))|bone marrow|stem cells)|was told|(?:breathes?|walks?|runs?|sleeps?|hears?|sees|smiles?|eats|dances?|golfs?|plays?|moves?|feels?) (?:easier|again|better|freely|without|like)|put off|would never (?:walk|talk|run|see|hear)|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety|several|many|a) (?:days?|weeks?|months?|years?) (?:clean|sober|smoke[- ]free|cancer[- ]free|seizure[- ]free|pain[- ]free|in recovery|in remission|post)|undergoes|undergoing|undergo\b|survived|beat (?:her |his |stage )?§|beats §|battled|fought (?:off )?(?:her |his |a )?§|overcame|relapsed|overdosed|miscarried|gave birth|conceived|recovered|has recovered|died|passed away|lost (?:over |about |nearly |almost |more than )?[\w-]+ (?:pounds|lbs|kg|kilos|stone|inches)|(?:came|turned|went|drove|flew|travel+ed|returned|walked|limped|was referred|reached out) (?:\w+ )?(?:in)?to (?:us|our|see us|see dr)|came (?:to us|in)(?: (?:with|for|after|by|on)\b| (?:an? )?(?:wheelchair|walker|crutches|ambulance|stretcher|pain|sling|cast)\b)|first (?:saw|visited|came)|completed our|graduated from our|rang (?:the|our|that|his|her) bell|chose us|choose us|rel(?:y|ies|ied) on us|trusts? (?:us|our)|visited us|visited our (?:clinic|office|practice|urgent care|er\b|emergency|doctors?|dentists?|hospital|[\w ]{2,30}(?:with|for|after|because)\b)|missed (?:\w+ ){1,2}(?:appointment|session|visit)s?|(?:still )?owes|no longer (?:needs?|takes?|has|wears?|uses?)|walked (?:out|again)|(?<!you )can (?:now |finally )?(?:walk|run|see|hear|sleep|eat|breathe|smile)|has (?:never |not |n't )?been (?:\w+ )?(?:sober|clean|free|well))`,
);
const HAD = cue(
  String.raw`^${SUBJECT}\b(?<!\b(?:may|might|could|should|would) )(?<deed>(?:had|has|have|having|gets|got|received|receives|receiving|needed|needs|required|requires|started|starts|began|begins|completed|completes|finished|finishing|finishes|tried|takes|took|wears|attends|attended|booked|opted for|chose|lives? with|lived with|living with|diagnosed with|suffer(?:s|ed|ing)? (?:from)?|struggl(?:es|ed|ing) with|cop(?:es|ed|ing) with|deal(?:s|t|ing) with|manag(?:es|ed|ing)|complained of|presented with|develop(?:s|ed|ing)|experienc(?:es|ed|ing)|thought|recover(?:s|ed|ing) from|beat|conquered|tackled|credits?|enjoys? life (?:after|with)|back (?:to \w+ |at \w+ |on \w+ |in \w+ )?(?:after|following))\b[^.;!?¤]{0,70}?${HEALTH})`,
);
const OF_HERS = cue(String.raw`^['’]s? (?:[\w-]+ ){0,4}?(?:${HEALTH}|(?:story|journey|experience|testimonial|review|battle|fight|case|progress|doctor|surgeon|care team|before and after|before-and-after)\b)`);
const PATIENT_AFTER = cue(String.raw`^["”’]?,? ?(?:\(|—|–|-|,|\||is |was |as |who is )? ?(?:a |an |our |the |one of our )?(?:(?!(?:for|of|to|with|on|at|in|and|by|from|who|helps?|sees|treats) )[\w§‡’'+/-]+ ){0,5}?(?:patient(?!s)|survivor|client|recipient|amputee|participant|sufferer|mom-to-be|alumn(?:us|a))\b(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))`);
const RECORD_AFTER = cue(String.raw`^[^.\n]{0,40}?(?:\b(?:DOB|D\.O\.B|date of birth|MRN|Dx|diagnosis|Rm|bed)\b|\bacc(?:ession)?#|\bRoom \w)`);
const AGE_AFTER = cue(String.raw`^,? \d{1,3} ?(?:yo|y\/o)? ?[MF]\b|^, (?:an? |now )?(?:\w+|\d{1,3})-year-old\b|^,? ?\(?(?:age[d]? )?(?:[1-9]|[1-9]\d|1[01]\d)\)?(?= ?[,.;:|)—–-]| (?:of|from|was|is|had|came)|$)`);
const FRAGMENT_AFTER = cue(String.raw`^["”’*]{0,2} ?(?:,|—|–|-|:|\||\() ?(?:[\w/+&-]+ ){0,3}?(?:[§‡]|(?:${CARE})\b|(?:lost|down|fixed|cured|healed) |\d+ (?:days?|wks?|weeks?|mos?|months?|yrs?|years?|lbs?|pounds|sessions?|visits?)\b|POD \d|\d{1,3} ?(?:yo|y\/o)? ?[MF]\b)`);
/** "My name is …", "Hi, I'm …", "Sincerely, …": somebody speaks of himself. */
/** "Leroy in room 212" */
const IN_ROOM = cue(String.raw`^,? (?:\(|in |from |of )?(?:room|rm\.?|bed|bay|unit|suite) ?#?\d`);
const SHOWN = cue(String.raw`\b(?:in|watch|see|on) (?:the|this|our|his|her) (?:\w+ )?(?:video|clip|reel|photo|picture|film|podcast|episode|story|post)\b`);
const SELF_BEFORE = cue(String.raw`\b(?:my name is|my name['’]s|i am|i['’]m|this is|call me) ["“]?$|\b(?:sincerely|gratefully|warmly|love|regards|yours|best wishes|thanks again|thank you|signed),?\s{0,2}$`);
const PROVIDER_SELF = cue(String.raw`\b(?:I am|I['’]m|and I) (?:an? |the |your )?(?:[\w-]+ ){0,4}(?:surgeon|doctor|physician|dentist|nurse|therapist|chiropractor|acupuncturist|\w{3,}ologist|coach|trainer|practitioner|specialist|hygienist|midwife|counsel+or|dietitian|nutritionist|pharmacist|director|founder|owner)\b|\bI (?:help|treat|see|work with|specialize|specialise|practice|founded|joined)\b`);
const REVIEWED_ON = cue(String.raw`^ on (?:google|yelp|healthgrades|facebook|zocdoc|realself|vitals|instagram|trustpilot|webmd|ratemds)\b|^ (?:rated|gave) us\b`);
const SHARES = cue(String.raw`^,? for (?:letting us (?:share|show|post|use)|sharing|trusting|choosing|allowing us|telling)\b`);
const ANIMAL = cue(String.raw`^,? (?:the|our|a|an) (?:[\w§‡]+ ){0,2}(?:dog|cat|horse|bear|mascot|robot|bot|puppy|pony|retriever|labrador|poodle|doodle|beagle|spaniel|shepherd|terrier|collie|llama|rabbit|chatbot|virtual assistant)\b`);
const ANIMAL_BEFORE = cue(String.raw`\b(?:dogs?|cats?|horses?|pupp(?:y|ies)|pon(?:y|ies)|mascot|robot|labrador|retriever|(?:labra|golden)doodle|poodle|llama|rabbit|bunny|parrot|chatbot|assistant bot|teddy bear|hospital clown),?(?: named| called)? ["“]?$`);
const REVIEW_BY = cue(String.raw`\b(?:review|testimonial|letter|note|story|comment|e-?mail|post|feedback|card|words) (?:by|from|of) (?:our patient |patient )?$`);
const DOCTOR_DID = cue(String.raw`(?:\b(?:dr\.? |doctors?|surgeons?|our (?:team|surgeons?|doctors?|nurses?|therapists?|staff))|¤ )\w*(?:,? \w+){0,2} ?\w+(?:ed|ilt|ave|ound|aw|ook) (?:off |out |on )?(?:his|her|him)\b`);
const DOCTOR_ON = cue(String.raw`(?:¤|\b(?:team|surgeons?|doctors?|dentists?|we)) (?:re)?(?:placed|moved|paired|treated|fixed|rebuilt|built|operated on|saved|delivered|examined|straightened|whitened|stored|constructed|lieved|implanted|transplanted|stabilized|revived|extracted|pulled) $`);
/** Doctors told her; the surgeon found: the one they told is the patient. */
const TOLD_BEFORE = cue(String.raw`\b(?:doctors?|surgeons?|physicians?|dr\.? ¤?|nurses?|specialists?|oncologists?|they|we) (?:\w+ )?(?:told|warned|gave|found|put|sent|rushed|flew|helped|fitted|advised|offered) $`);
const TALKS = cue(String.raw`^,? (?:talks|speaks|tells|shares|opens up|describes|recounts|reflects|discusses|looks back)\b[^.]{0,40}\b(?:her|his|their)\b`);
const PRONOUN_CARE = cue(String.raw`\b(?:his|her|she|he|their|hers)\b[^.;!?¤]{0,60}${HEALTH}|${HEALTH}[^.;!?¤]{0,60}\b(?:his|her|she|he)\b`);
const NEXT_EXPERIENCED = cue(String.raw`^\s*["“]?(?:(?:At|In|After|When|By|Then|Last|One|Two|Three|Four|Five|Six|Today|Now|But|Within|Just|Only|This)\b[^.;!?]{0,40}?\b(?:she|he|her|his)|She|He|They|Her|His|Both)\b`, '');

const SURELY_CARED = cue(String.raw`^${SUBJECT}\b(?:(?:was|were|got|been) (?:\w+ly |first |also |later )?(?:diagnosed|treated|admitted|discharged|hospitali[sz]ed|airlifted|operated)|underwent|rang the bell|lost (?:over |about |nearly |almost |more than )?[\w-]+ (?:pounds|lbs|kg|kilos|stone))\b`);

const PATIENT_BEFORE = cue(
  String.raw`\b(?:(?<strong>patients?|survivors?|bell[- ]ringers?|recipients?|participants?|alumn(?:us|a|i|ae)|graduates?|warriors?|amputee|sufferer|subscriber|insured|policyholder|guarantor|inpatient|outpatient|mom-to-be|mum-to-be|clients?|decedent|member|resident)(?: of the (?:week|month|day|year|quarter)| spotlight| story| stories| profile| name| highlight| testimonial| success| of ours| in (?:our )?[\w ]{3,20}| (?:this|last) (?:week|month|year|quarter))?)[:,!]?(?: ["“(]?(?:named|is|was|like|such as|include|includes|little|baby|including|the|-|—|–|\|) )?[\s:"“*('’]*$`,
);
const CARED_FOR = cue(String.raw`\b(?:treated|saw|operated on|diagnosed|cared for|admitted|discharged|saved|delivered|cured|examined|billed|on behalf of|reminded|calling for|called for|gave|helped|helping|got|gets|let|lets|allowed|allows|enabled|for|to|of|with|about|found|met|see|saw|sharing|joining)\b (?:our (?:patient )?|little )?["“]?$`);
const STRONGLY_CARED = cue(String.raw`\b(?:implanted in|placed in|inserted in(?:to)?|removed from|performed on|done on|given to|worn by|injected into|operation on|surgery on|prescribed (?:to|for)|treated|operated on|diagnosed|cared for|admitted|discharged|saved|delivered|cured|examined|billed|calling for|prescription (?:no\.? [\w ]+ )?for|delivered (?:[\w-]+ ){0,2}(?:bab(?:y|ies)|twins|triplets|quadruplets|sons?|daughters?|boys?|girls?) to|we (?:first )?(?:saw|met|helped|called)) (?:our )?(?:patient )?$`);
const RELATIVE_BEFORE = cue(String.raw`\b(?:my|our|his|her|your|their|whose|['’]s|parents|mom|mum|dad)(?: \w+)? ?(?:${RELATIVES})?,?(?: (?:mr|mrs|ms)\.?)? ?$`);
const RELATIVE_STRICT = cue(String.raw`\b(?:${RELATIVES}),? $`);
const SOMEBODY_BEFORE = cue(String.raw`\b(?:the|a|an|our|another|local|young) (?:[\w-]+ )?(?:man|woman|boy|girl|teen|teenager|toddler|infant|baby|newborn|couple|victim|driver|runner|retiree|veteran|widow|sisters|brothers|twins|siblings),? (?:named )?$|,? (?:a|an) [\w -]{3,40} (?:named|called) $`);
const AGED_BEFORE = cue(String.raw`\b(?:[\w-]+[- ]years?[- ]old|(?:mom|mum|mother|father|dad|grandmother|grandfather)[- ]of[- ][\w-]+|aged? \d{1,3})(?: [\w-]+){0,3},? $`);
const CELEBRATED = cue(String.raw`\b(?:rest easy|rest in peace|welcome home|proud of|congratulations|congrats|kudos|way to go|happy (?:birthday|anniversary)|shout ?out|get well(?: soon)?|best wishes|good luck|hats off|cheers|say (?:hi|hello|hey)|wave|high[- ]fives?|please welcome|welcoming|celebrating|round of applause|applause|cheering(?: for| on)?|rooting for|thank you|thanks)(?: so much| again)?(?:,| to| go to| for)?(?: (?:our|the) [\w§‡ -]{0,30})?[\s:!]*$`);
const MEET = cue(String.raw`\b(?:meet|hear from|read about|watch|how|introducing|featuring|starring|like)\b[\s:"“*]*$`);
const STORY_OF = cue(String.raw`\b(?:before\/after|before and after|photos?|pictures?|images?|video|interview|story|journey|case|testimonial|experience|chart|records?|results?) (?:of|for|with) $`);
const ROOM_BEFORE = cue(String.raw`\b(?:Room|Rm|Bed|MRN|DOB|Acct|Patient name|Pt)\.?:? ?(?:\d[\w-]*)?(?: [A-Z])?(?:[,:]| [-–—])?\s?$`);
/** `9:40 Whitaker – wart`: an appointment list. */
const SCHEDULE_BEFORE = cue(String.raw`\b\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?[ ,:–—-]{1,3}$`);
const FRAGMENT_BEFORE = cue(String.raw`[§‡][^.!?¤]{0,40}[,:–—|(-] ?$`);
const ATTRIBUTED_BEFORE = cue(String.raw`(?:^|[\s"”’.!?*_])(?:[—–]|--?|―|~|by)\s{0,2}[*_]{0,2}$|["”]\s{1,2}[*_]{0,2}$|(?:^|[,.!?]?["”’]),? ?(?:says|said|recalls|recalled|adds|added|laughs|laughed|remembers|remembered|writes|wrote|explains|explained|shares|shared|smiles|jokes|beams|tells us|told us|notes|noted|admits)\s$`);
const SPEAKS_AFTER = cue(String.raw`^(?: (?:from|of|in) [\w ,]{2,25}?)?,? (?:says|said|recalls|recalled|adds|added|laughs|laughed|remembers|remembered|writes|wrote|explains|explained|shares|shared|smiles|jokes|beams|told us|tells us|admits)\b`);
const FIRST_PERSON = /(?<![A-Za-zÀ-ɏ'’])(?:I|I['’](?:m|ve|d|ll)|me|my|myself|mine|we|us|our)(?![A-Za-zÀ-ɏ])/;
const MY_CARE = cue(String.raw`\b(?:my|me|I|I've|I'm|our)\b[^.!?]{0,80}${HEALTH}|${HEALTH}[^.!?]{0,60}\b(?:my|me|I)\b|\b(?:saved|changed|gave me|got|transformed) (?:back )?my life|gave me a (?:second )?chance|cared for me|treated me|fixed my|delivered (?:\w+ )?(?:my|our)|(?:found|caught|spotted|removed) (?:my|the) (?:tumou?r|cancer|lump|clot|problem)`);
const QUOTED_CARE = cue(`(?:^|["“\\s*_>])[^.]{0,120}${HEALTH}`);
const STAFF_VOICE = cue(String.raw`\b(?:we|our) (?:are (?:proud|thrilled|excited|pleased|honored|delighted|committed|dedicated)|patients|team|hospital|clinic|center|centre|practice|mission|goal|staff|nurses|surgeons|physicians|doctors|community|organization|new|program|facility|offer|provide|treat|believe|strive|want|see|help)\b|\b(?:patients|people|women|men|adults|many|most) (?:with|who|often|should|can|are|have)\b`);

const PROVIDER_BEFORE = cue(
  String.raw`\b(?:(?<!\b(?:review|testimonial|story|letter|comment|words|post|note|told|shared|written|signed|given|sent) )by|leaders?|speaker|instructor|author|authors|editors?|edited by|photos?(?::| by)(?=[\s*]*$)|photograph(?:er|s|y)?(?: by)?|reviewed by|written by|medically reviewed|led by|directed by|founded by|performed by|contact|recruiters?|hosted by|presented by|presenters?|speakers?|moderated by|instructors?|staff|team|crew|(?:front|help|info\w*|education|registration|check-?in) desk|board|directors?|chairs?|president|ceo|coo|cfo|cmo|founders?|co-founders?|owners?|partners?|principal|managers?|administrators?|coordinators?|officers?|representatives?|reps?|spokes\w+|volunteers?|donors?|trustees?|benefactors?|philanthropists?|interns?|fellows?|residents? dr|assistants?|technicians?|hygienists?|receptionists?|secretary|webmaster|designer|site by|design by|developed by|credits?|producer|more (?:posts |articles |stories )?from|posts by|articles by|attn|attention|ask for|see dr|sponsor(?:ed by)?|in honor of|named (?:for|after)|discovered by|invented by|described by|according to|colleagues?)(?: (?:spotlight|profile|highlight|feature|of the (?:month|week|year|quarter)))?(?: of [\w ]{2,30})?[\s:,–—|*("“-]*(?:(?:sisters?|brothers?|husband and wife|siblings|twins|partners|friends|local) )?(?:¤(?:, |,? and | & ))*$`,
);
const PRACTICE = String.raw`(?:surgeon|doctor|physician|dentist|nurse|therapist|chiropractor|acupuncturist|\w+ologist|\w{3,}iatrist|specialist|practitioner|provider|coordinator|manager|director|hygienist|counsel+or|coach|trainer|instructor|professor|researcher|assistant|technician|midwife|dietitian|nutritionist|pharmacist|writer|editor)`;
const PROVIDER_VERB = cue(
  String.raw`^(?:,[^.;]{0,60},|,)? (?:\w+ly |also |has |have |then |now |first |currently |personally |will |who ){0,2}(?:joined (?:our|the|us|[A-Z])|joins|specializ\w+|specialis\w+|leads? |led |founded|co-founded|established|opened (?:her|his|our|the|a)|performs?|performed|practic(?:es|ed|ing) (?:at|in|general|family|medicine|since)|practises|treats|sees (?:patients|clients|children|adults|new|people)|cares for|provides?|offers?|earned (?:her|his|an?|their)|graduated (?:from|with|in|magna|summa|cum)|trained (?:at|in|under|with)|serves? (?:as|on|patients|the|our)|volunteers|published|discovered|invented|pioneered|directs|manages (?:our|the)|managed (?:our|the)|oversees|works? (?:with (?:patients|clients|people|children|families|adults|women|men)|(?:in|at|for) (?:our|the)|closely|as an? [\w -]{0,30}${PRACTICE})|worked (?:in|at|for) our|helps (?:patients|people|women|men|clients|children|families|you)|is (?:board|certified|licensed|fluent|accepting|available|passionate|dedicated to|committed|proud|affiliated|a (?:board|certified|licensed|member of|fellow of|graduate of|clinical|registered)|an? [\w -]{0,40}${PRACTICE}\b)|has been an? [\w -]{0,40}${PRACTICE}\b|has (?:an?|over|more than|been (?:practicing|working|with (?:us|our)|a (?:member|nurse|doctor)))[^.]{0,30}(?:LCSW|degree|years|certif|licen[cs]|practic|experience|with (?:us|our)|MD|RN)|received (?:her|his|their|an?) (?:\w+ ){0,4}(?:degree|medical|bachelor\w*|master\w*|doctor\w*|certificat\w+|training|license|award)|completed (?:her|his|their|an?) (?:\w+ ){0,4}(?:residency|fellowship|internship|degree|education|studies)|attended (?:\w+ ){0,5}(?:university|school|college)|(?:enjoys|loves|likes) (?:helping|working|treating|meeting|caring|teaching|seeing|empowering|making (?:patients|people))|(?:hands|greets|welcomes|answers|schedules|coordinates|chairs|chaired|co-chairs|sits on|sponsors)\b|(?:runs|hosts|presents) (?:our|the|a|an)(?: [\w§‡]+){0,4} (?:groups?|program(?:me)?s?|clinics?|class(?:es)?|departments?|center|line|desk|unit|team|services?|ward|practice|office|workshops?|lab)\b|speaks (?:at|on|about|Spanish|fluent)|(?:can be|may be) (?:reached|contacted))`,
);
const OFFICE_AFTER = cue(
  String.raw`^["”]?(?:, ?| \(| ?— ?| ?– ?| - | ?\| ?|: ?| is | was | as | works as )(?:a |an |our |the |its |their |his |her |who is |himself |herself )?(?:(?!(?:to|seeing|saw|with|by|for|from|who|whose|was|were|told|had|has|and|when|at|after) )[\w§‡&/’'-]+ ){0,5}?(?:director|officer|contributor|medical student|maintainer|vendor|radio host|chief executive|leader|ceo|coo|cfo|president|vice president|vp|founder|co-founder|owner|partner|manager|administrator|coordinator|representative|spokes\w+|chair(?:man|woman|person)?|board member|editor|author|writer|blogger|columnist|artist|chef|reporter|journalist|photographer|designer|volunteer|donor|trustee|surgeon|physician|doctor|dentist|nurse|midwife|therapist|counsel+or|psychologist|psychiatrist|\w{3,}ologist|\w{3,}iatrist|orthodontist|endodontist|periodontist|chiropractor|acupuncturist|pharmacist|dietitian|nutritionist|hygienist|technician|technologist|assistant|specialist|practitioner|provider|educator|instructor|trainer|esthetician|aesthetician|optometrist|optician|podiatrist|paramedic|professor|researcher|scientist|lecturer|fellow|anesthetist|radiographer|sonographer|internist|pediatrician|intensivist|geneticist|attorney|consultant|navigator|advocate|liaison|receptionist|social worker|caseworker|chaplain)\b`,
);
/** A byline that lost its line breaks: "Chris Patterson Local SEO Specialist". */
const TITLE_AFTER = /^ (?:[A-Z][\w&]{1,15} ){0,4}(?:Specialist|Manager|Director|Coordinator|Editor|Writer|Founder|Owner|CEO|President|Consultant|Hygienist|Assistant|Practitioner|Therapist|Nurse|Officer|Administrator|Strategist|Designer|Developer|Author)\b/;
const CONTACT_AFTER = cue(String.raw`^[^.]{0,12}(?:\(|,| at | on |:|–|-) ?(?:[\w.+-]{2,40}@|\(?\d{3}\)?[ .-]\d{3})`);
const ENQUIRE = cue(String.raw`\b(?:contact|call|reach|e-?mail|write|ask|questions|info\w*|register|rsvp|media|press|apply|resumes?|see|tickets|details|sign up)\b[^.]{0,40}$`);
const OWN_CARE = cue(String.raw`\b(?:his|her|their) own (?:[\w-]+ ){0,2}${HEALTH}|\bwhen (?:she|he) (?:was|became|had)\b[^.]{0,40}${HEALTH}|\b(?:nurse|doctor|physician|dentist|surgeon|therapist)[- ]turned[- ]patient|\bknows both sides\b|[:;,—–-] (?:she|he) (?:herself |himself )?(?:was|had been|has been) (?:\w+ly |once |also )?(?:treated|diagnosed|hospitali[sz]ed|a patient|admitted|operated on)\b`);

/** Work, gifts, events, books: what the sentence tells of the person is no care of theirs. */
const NOT_CARE = cue(
  String.raw`\b(?:books?|novel|memoir|author|writes|film|documentary|podcast host|foundation|scholarship|endow\w*|donor|gifts? (?:from|of|by)|a gift|grants?|fundrais\w*|sponsor\w*|volunteer\w*|gala|lecture|webinar|workshop|instructor|leaders?|leads|teaches|taught|directs|hosts?|hosted|manages|founded|founder|invented|discovered|research\w*|professor|published|toured|joined|joins|hired|retire(?:d from|ment)|employees?|staff|colleague|team member|award\w*|named (?:a|as|the|one of|to)|nominated|certified|licensed|graduat(?:e of|ed from)|degree|residency|years of experience|speakers?|speaks at|presents?|photography|photographer|publicly|celebrity|famous|actor|actress|singer|senator|governor|mayor|congress\w*|secretary of|ask for|contact|rsvp|interpreter|interview with dr|available for|your donation|your gift|(?:have|has) (?:generously |long )?supported|donated (?:the|a new|\$|money|funds)|in (?:memory|honor) of (?:her|his|their)|keynote|magazine|interview(?:ed)? (?:with|in)|vogue|years (?:in|with|at|on|of service)|our own|wedding|candidate|campaign|campus|location|(?:talks?|speaks?|spoke|talked|writes?|wrote|lectures?|lectured|presents?|presented|seminar|workshop|class) (?:about|on))\b`,
);
const CARE_OR_SETTING = cue(String.raw`\b(?:${CARE}|${SETTING})\b`);
/** "Call … at the front desk to schedule your mammogram": whoever is to be called gives the care. */
const TO_CALL = cue(String.raw`\b(?:call|text|ask for|contact|e-?mail|reach|phone|speak (?:to|with)|talk (?:to|with)|see|message|rsvp to|write to|notify|visit) $`);
const CALL_FOR = cue(String.raw`\b(?:to (?:schedule|book|register|learn|sign up|make|set up|reserve|rsvp|enroll?|apply|request|order|refill|find out|get|discuss your|arrange|donate|volunteer)|for (?:an? |more |further )?(?:appointments?|information|details|tickets|questions|help|directions)|front desk|with (?:any )?questions|your)\b`);
const BREED = /^(?:retriever|labrador|poodle|labradoodle|goldendoodle|beagle|spaniel|terrier|collie)s?$/;
/** "Employees of the month: …", "See provider bios: …" */
const STAFF_LIST = cue(String.raw`^\W*(?:see |meet |thank you,? |congratulations to )?(?:our )?(?:\w+ )?(?:employees?|staff|team(?: members?)?|providers?|doctors?|physicians?|nurses?|[a-z]{4,}(?:ists|ologists|iatrists)|coaches|doulas|midwives|trainers|volunteers?|faculty|speakers?|instructors?|donors?|sponsors?|presenters?|panel(?:ists?)?|interns?|residency|fellows?|board|committee|graduates of our nurs\w+)\b[^.!?:]{0,60}: (?:(?!\b(?:I|we|he|she|you|they|was|is|were|had|has|my|our|his|her|never)\b)[^.!?]){0,160}$`);
const FUNDS = cue(String.raw`^,? (?:has |have |recently |generously )?(?:donated|gave|gives|gifts?|foundation|endow\w*|contributed|pledged|sponsored|funded|established|hosted|scholarship|fund|center|pavilion|wing|trust|charit\w+)\b`);
const BEFORE_CARE = cue(String.raw`^(?: [\w-]+){0,4} (?:after|before|following|during) (?:his|her|their) (?:[\w-]+ ){0,3}${HEALTH}`);
const NEWBORN = cue(String.raw`^,? (?:weigh(?:ed|ing|s)\b|(?:at |a )?\d{1,2} ?(?:lbs?|pounds?)\b)`);
const NEWBORN_BEFORE = cue(String.raw`\b(?:bab(?:y|ies)|newborns?|arrivals?|births?) (?:of (?:the (?:year|month|week|day)|\d{4})|born here)[:,—–-]? ?$`);
/** "Dixon Ticonderoga pencils help": goods by the name of their maker. */
const GOODS_AFTER = /^ [a-z]{3,}s (?:help|are|can|may|make|work|for|with)\b/;
const OUR_PATIENT = cue(String.raw`^[^.!?]{0,80}\b(?:our|my|the) (?:[\w§‡-]+ ){0,6}patient\b(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))`);
/** Persons of novels and films, and the keywords of a post. */
const FICTION = cue(String.raw`\bin (?:the|her|his|this|a) (?:[\w-]+ ){0,2}(?:novel|film|movie|play|book|series|show|musical|opera|comic|sitcom|drama)\b`);
const TAGS = cue(String.raw`^\W*(?:tags?|filed under|categor(?:y|ies)|keywords)\b[^.!?]*$`);
/** Whom the papers and books know: what is told of them was public before. */
const WRITES = cue(String.raw`^,? (?:\w+ly )?(?:wrote|writes|told|tweeted|posted|revealed|announced|shared|disclosed|spoke|speaks|opened up) (?:\w+ )?(?:in|on|to|about|with) (?:(?:the|her|his) )?(?:[A-Z][\w]+ (?:Times|Post|Magazine|Today|Show)|book|memoir|autobiography|instagram|twitter|facebook|essay|op-ed|people magazine|press|reporters|congress|pain|oprah|vogue|time\b)`);
const PUBLIC_BEFORE = cue(String.raw`\b(?:president|first lady|actor|actress|singer|rapper|comedian|musician|astronaut|king|queen|prince|princess|pope|prime minister|nobel|olympi\w+|quarterback|celebrity|novelist|composer|painter|philosopher|poet|journalist|tv host|talk[- ]show|supermodel|superstar|legend|saint)(?: [\w.-]+){0,2} $`);
const ORGAN_DONOR = cue(String.raw`(?:[§‡]|\b(?:kidney|liver|marrow|egg|sperm|organ|living|stem[- ]cell|milk|blood|tissue)) donor[\s:,]*$`);
const SELF_AFTER = cue(String.raw`^[.:,?!]{0,2} ?["“](?:I|I['’]m|My|I['’]ve)\b`);
const ROLE_BEFORE = cue(String.raw`\b(?:facilitator|moderator|interpreter|translator|organizer|educator|leader|host|navigator|advocate|nurse|surgeon|physician|doctor|dentist|midwife|therapist|counsel+or|psychologist|psychiatrist|\w{3,}ologist|chiropractor|acupuncturist|pharmacist|dietitian|nutritionist|hygienist|technician|technologist|assistant|specialist|practitioner|educator|instructor|trainer|coach|esthetician|aesthetician|optometrist|podiatrist|paramedic|professor|expert|researcher|scientist|director|manager|coordinator|officer|receptionist|supervisor|chef|author|writer|photographer|reporter|editor|artist|attorney|consultant|chaplain|social worker|comedian|runner-up|olympian)s?,? $`);
const ROYAL = /^(?:king|queen|prince|princess|pope|president|senator|saint|sir|dame)$/;
const PUBLIC_AFTER = cue(String.raw`^,? (?:is |was )?(?:the |an? )?(?:[\w-]+ ){0,3}(?:president|actor|actress|singer|rapper|comedian|quarterback|senator|governor|astronaut|olympian|celebrity)\b|^ (?:\(\d{4}[–-]\d{2,4}\)|\(b\. \d{4})|^,? (?:et al|v\.|vs\.)`);
const CITATION_AFTER = /^,? et al\b|^,? (?:and|&) (?:others|colleagues|co-?workers|associates)\b|^ [A-Z]{1,2}, [A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]+ [A-Z]{1,2}[,.]|^ [A-Z]{1,2}\. [A-ZÀ-ÞĀ-Ɏ][a-zß-ÿ]+ [a-zß-ÿ]+ [^.]{5,80}\. (?:[A-ZÀ-ÞĀ-Ɏ]|\d{4})|^, [A-ZÀ-ÞĀ-Ɏ][A-Za-zÀ-ɏ-]+ [A-ZÀ-ÞĀ-Ɏ]{1,3}[,.]|^ ?\((?:19|20)\d{2}\)|^,? (?:19|20)\d{2}[a-z]?[);]/;

/** The text is an entry of a reference list. */
const REFERENCE = /(?:\([A-ZÀ-ÞĀ-Ɏ][^()]{2,80}(?:\bet al\b\.?|\band\b|&)[^()]{0,80}¤[^()]{0,60},? (?:19|20)\d\d[a-z]?\)|\bdoi\b|\bPMID\b|\bet al\b|(?:19|20)\d\d(?: [A-Z][a-z]{2}(?: \d{1,2})?)?;\s?\d{1,4}(?:\(\d{1,3}[^)]{0,8}\))?:\s?[\de]|(?:[A-Z]\.){1,2}[,;&][^.]{0,60}.{0,140}\((?:19|20)\d\d[a-z]?\)\.?)/;

/** What somebody has who treats it: "has experience with", "has a passion for". */
const SKILLED = cue(String.raw`\b(?:expertise|interests?|experience|passion|training|background|knowledge|focus|special\w+|certificat\w+|love for|practice|degree|supported|served|cleaned|straightened|filled|examined|taught|donated|funded|sponsored|raised|worked|written|spoken|talked|helped|treated|performed|seen|taught|appointments? (?:available|open)|patients)\b`);
const NEAR_HEALTH = new RegExp(HEALTH, 'i');

export interface Role {
  readonly patient: number;
  readonly provider: number;
  readonly public: number;
  /** The name signs or is said to speak a quotation. */
  readonly attributed: boolean;
}

/** What only a person can be the subject of. */
const HUMAN = cue(String.raw`^(?:,[^.;¤]{0,40},)? (?:was|had been|has been|is being|got) (?:\w+ly |first |also |later |just )?(?:diagnosed|admitted|discharged|rushed|airlifted|hospitali[sz]ed|born)\b|^ (?:underwent|gave birth|was born|came to us|lost \d+ pounds|relapsed|passed away)\b|^['’]s (?:\w+ )?(?:diagnosis|recovery|surgery|chemo\w*|journey|mom|mother|dad|father|son|daughter|wife|husband|tumou?r|doctors?|oncologist)\b`);

/** "plans meals with patients who have gout": the gout is theirs. */
const OTHERS = /\b(?:with|for|to|of|help(?:s|ed)?|treat(?:s|ed)?|see(?:s|n)?|teach(?:es)?|serves?|among|many|other|most|some) (?:our |the |older |young |local )?(?:patients|people|clients|families|adults|children|women|men|teens|kids|seniors|veterans|athletes)\b/i;
const beforeOthers = (after: string): string => {
  const match = OTHERS.exec(after);
  return match && !/\bone $/i.test(after.slice(0, match.index)) ? after.slice(0, match.index) : after;
};

/** "Ms. Rivera's fourth-grade class made cards". */
const TEACHES = cue(String.raw`^['’]s? (?:[\w-]+ )?(?:grade|class(?:room|es)?|students|homeroom|kindergart\w+|bible study|troop|lecture|seminar|workshop|webinar|book|column|recipe)\b`);
/** "Maggie will greet you": whoever does something for the reader. */
const SERVES_YOU = cue(String.raw`^ (?:will|can|is happy to|would love to|is here to|['’]ll) (?:\w+ )?\w+ (?:you|your)\b`);
/** "Board-certified in oncology, Rafael Nunes also plays the cello". */
const QUALIFIED = cue(String.raw`\b(?:board[- ]certified|licensed|certified|trained|fellowship[- ]trained)\b[^.;¤]{0,60}, $`);
/** "Swim therapy, Mon/Wed/Fri 9 am, Coach Dee": the timetable of a class. */
const CLASS_SLOT = cue(String.raw`\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\b[^.]{0,40}\d ?(?:[ap]\.?m\.?)?(?: ?[-–] ?\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?)?,? (?:with )?$`);
/** "county commissioner Dale Ruiz": a calling in public, without article before the name, as the press writes. */
const AGENTIVE = /\b(?:commissioner|council(?:l?or|man|woman|member)|spokes(?:man|woman|person)|legislator|lawmaker|delegate|auditor|inspector|surveyor|ambassador|sponsor|organizer|presenter|reporter|broadcaster|columnist|editor|novelist|poet|pianist|violinist|cellist|guitarist|drummer|magician|puppeteer|photographer|illustrator|muralist|architect|contractor|keynoter|historian|statistician|economist|epidemiologist|philanthropist)s? $/i;
/** "Massage with Kendra, Tuesdays", "Book a facial with Lottie": whoever a service is booked with gives it. */
const SERVICE_WITH = cue(String.raw`^[^.!?;]{0,80}(?<![\w§])(?:book\w*|try|schedule|reserve|enjoy|classe?s?|sessions?|massages?|facials?|yoga|pilates|meditation|appointments?|consult\w*|training|lash(?:es)?|brows?|workshops?|waxing|peels?|botox|fillers?|reiki|acupuncture|cupping|tissue|stretch\w*|coaching|nutrition|groups?|lessons?|tours?|chat|q&a|treatments?|cleanings?|[§‡◊])[^.!?;¤]{0,40} (?:with|by) (?:¤(?:, | and | or | & )){0,3}$`);
const SERVICE_END = cue(String.raw`^(?: (?:and|or|&) ¤)?\s*(?:$|[,.!|(–—-]|(?:on|every|at|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)(?!.{0,30}\b(?:after|during|before) (?:his|her)\b)`);
/** "She is our proudest bypass graduate", said of the name before. */
const OUR_ONE = cue(String.raw`^ ?(?:,|is|was|['’]s|are|became) (?:also )?(?:one of )?(?:our|my) (?:[\w§‡'’-]+ ){0,5}(?:graduates?|patients?(?! (?:care|coordinator|services|advocate|navigator|access|experience|safety|liaison|relations))|clients?|survivors?|recipients?|success stor(?:y|ies)|miracles?|warriors?|fighters?|bab(?:y|ies)|preemies?|grads?|finishers?|heroe?s?|alumn\w+)\b`);
/** "A hepatitis C survivor. Please welcome …": what somebody is, told before the name. */
const PATIENT_FRAGMENT = cue(String.raw`(?:^|[.!?]\s)(?:An? |Our )?(?:[\w§‡'’-]+ ){0,4}(?:patient|survivor|recipient|warrior|amputee|thriver|preemie)[.!?]["”’]?\s*$`);
/** What happened to somebody, or what somebody could not do: the predicate of a story, and of no biography. */
const NARRATED = cue(String.raw`^(?:,[^.;]{0,80},| \([^)]{1,40}\))? (?:\w+ly |just |finally |still |once |first ){0,2}(?:could(?:n['’]t| not)?|can(?:['’]t|not)|had(?:n['’]t)?|was(?:n['’]t)?|would(?:n['’]t)?|did(?:n['’]t| not)|never|is (?:back|home|up|now|out)|kept|went|came|felt|thought|knew|lost|took|got|found|fell|slept|ate|drove|ran|rode|wore|told|put|let|hid|met|rang|sang|wept|woke|left|brought|spent|began|stood|sat|hurt|broke|tore|gave up|cried|ached|waited|struggled|stopped|needed|wanted|asked|noticed|suffered|walked|limped|arrived|returned|recovered|celebrated|finished|turned|danced|laughed|smiled|waved|breathed|healed|fought|tried)\b`);
const ONE_PERSON = /\b(?:he|she|his|her|him)\b/i;
const PRONOUN_NEXT = /^\s*["“]?(?:She|He|Her|His)(?:['’]s|['’]d)?\b/;
/** "whose aorta we repaired", "we fixed both his shoulders", "the driver with the ruptured appendix". */
const WHOSE = cue(String.raw`^,? whose (?:[\w-]+ ){0,3}[§‡]`);
const WE_MENDED = cue(String.raw`^[^.;!?¤]{0,90}\b(?:we|our (?:team|surgeons?|doctors?|staff)) (?:\w+ly |just |finally |also )?(?:fixed|repaired|replaced|rebuilt|removed|treated|delivered|saved|operated on|straightened|whitened|reattached|reset|closed|opened|restored|mended|cured|healed) (?:both |all |most )?(?:of )?(?:his|her|their)\b`);
const WITH_ILLNESS = cue(String.raw`^, (?:the|our|an?|that) (?:[\w-]+ ){1,4}with (?:the |an? |his |her )?(?:[\w-]+ ){0,2}[§‡]`);
/** "Conceived in our lab after four cycles": a sentence without its subject, which stands in the one before. */
const ELLIPTIC = cue(String.raw`^\s*(?:Born|Conceived|Diagnosed|Treated|Delivered|Admitted|Discharged|Healed|Rushed|Airlifted|Operated on|Cured|Rebuilt|Transplanted|Down \d+|Lost \d+|Sober|Cancer-free|Pain-free|In remission|No more §|Two new|One new)\b`, '');
/** The same in Spanish, Portuguese, French, Italian and German. */
const EXPERIENCED_ABROAD = cue(String.raw`^[^.;!?¤]{0,60}(?<!\p{L})(?:operad[oa]s?|opérée?s?|operiert|operat[oa]|diagnosticad[oa]|diagnostiquée?|diagnostiziert|hospitali[zs]ad[oa]|hospitalisée?|internad[oa]|ingresad[oa]|tratad[oa]|soignée?|behandelt|curat[oa]|curad[oa]|guérie?|geheilt|llegó con|llegó a nuestr[oa]|chegou com|sufr(?:e|ía|ió)|sofr(?:e|ia|eu)|padec\p{L}+|souffr\p{L}+|atteinte? d|leidet|litt (?:an|unter)|erkrankte?|soffr\p{L}+|venció|superó|venceu|vaincu|überlebte|sobrevivi\p{L}+|sobreviviente|remisión|rémission|nach (?:der|seiner|ihrer) (?:\p{L}|-)+|desde su (?:cirugía|operación)|depuis son opération|celebra \p{L}+ años sin)(?!\p{L})`, 'iu');
const PATIENT_ABROAD = cue(String.raw`(?<!\p{L})(?:nuestr[oa]|notre|unsere?|nossa?|nostr[oa]|la|el|le|die|der)? ?(?:pacientes?|patientes?|patientin|patient|paziente|paciente) (?:de \d+ (?:años|ans|anos),? )?$`, 'iu');

/** A surname or an ordinary word alone is a person only where the copy says so outright. */
export const calledPatient = (before: string, after: string): boolean => HUMAN.test(after) || PATIENT_BEFORE.test(before) || STRONGLY_CARED.test(before) || (SCHEDULE_BEFORE.test(before) && FRAGMENT_AFTER.test(after)) || ROOM_BEFORE.test(before);

/** Adds up the cues around one name. Sums above 1 are kept, since the stronger side wins. */
export function roleOf(name: NameMention, windows: Windows, lexicon: PeopleLexicon, provider: boolean, listing: boolean): Role {
  const { before, next, previous } = windows;
  // "Odalys and Yanet Cruz were treated": what is said of one of them is said of both.
  const after = windows.after.replace(/^,? (?:and|&) (?:(?:his|her|their) [\w-]+,? )?¤/, '');
  let patient = 0;
  let care = 0;
  const raise = (value: number): void => {
    patient = Math.max(patient, value) + Math.min(patient, value) * 0.4;
  };

  const role = lastWords(before, lexicon.providerRoles);
  if (ROLE_BEFORE.test(before)) care += 0.9;
  if (role && !/^(?:sir|fellow|vet|trainee|researcher)$/i.test(role)) care += 0.9;
  if (PROVIDER_BEFORE.test(before)) care += 0.9;
  if (STAFF_LIST.test(before)) care += 0.9;
  if (name.title !== undefined && OFFICE_TITLES.has(name.title)) care += 0.6;
  if (TEACHES.test(after) || SERVES_YOU.test(after) || QUALIFIED.test(before) || CLASS_SLOT.test(before)) care += 0.9;
  else if (AGENTIVE.test(before)) care += 0.5;
  if (name.form === 'given' && SERVICE_WITH.test(before) && SERVICE_END.test(after)) care += 0.9;
  if (TO_CALL.test(before) && !/\bback $/i.test(before) && CALL_FOR.test(after) && !/\b(?:his|her)\b/i.test(after)) care += 0.9;
  if (name.form === 'family' && FUNDS.test(after)) care += 1;
  if (OFFICE_AFTER.test(after) || TITLE_AFTER.test(windows.letters)) care += 0.9;
  if (CONTACT_AFTER.test(after) && ENQUIRE.test(before) && !/§/.test(after)) care += 0.6;

  const strong = PATIENT_BEFORE.exec(before)?.groups?.['strong']?.toLowerCase();
  if (strong && !/\b(?:board|staff|team|faculty|caring for|for)\s[\w ]*$/i.test(before.slice(0, before.toLowerCase().lastIndexOf(strong)))) {
    raise(/^(?:member|resident|graduates?)$/.test(strong) ? 0.6 : /s$/.test(strong) && strong !== 'alumnus' && !/[:—–-]\s*$|like|including|such as/.test(before) ? 0.5 : 1);
  }
  const sentence = `${before}¤${after}`;
  const acts = PROVIDER_VERB.test(after);
  const own = beforeOthers(after);
  const experienced = EXPERIENCED.test(own);
  const deed = HAD.exec(own)?.groups?.['deed'];
  const had = deed !== undefined && !acts && !NOT_CARE.test(own.slice(0, own.indexOf(deed) + deed.length)) && !SKILLED.test(deed);
  const possession = OF_HERS.exec(after)?.[0];
  const hers = possession !== undefined && !NOT_CARE.test(possession);
  // Nurses and photographers fall ill too: what happened to them outweighs what they are.
  if ((had || hers || (experienced && (NEAR_HEALTH.test(after.slice(0, 160)) || SURELY_CARED.test(after)))) && !acts) care = 0;
  if (AT_DESK.test(after)) care += 1;
  if (credentialAfter(windows.letters, lexicon)) care += 1.2;
  if (provider) care += name.title === undefined ? 0.9 : 1.2;
  if (acts) care += 1;
  const works = care >= 0.8 || NOT_CARE.test(`${before.slice(-60)}¤${after.slice(0, 60)}`);
  if (experienced) raise(0.9);
  else if (EXPERIENCED_ABROAD.test(after)) raise(0.9);
  if (PATIENT_ABROAD.test(before)) raise(0.9);
  if (had) raise(0.8);
  if (hers) raise(0.9);
  if (PATIENT_AFTER.test(after)) raise(1);
  if (RECORD_AFTER.test(after)) raise(0.9);
  if (AGE_AFTER.test(after)) raise(0.5);
  if (SCHEDULE_BEFORE.test(before) && FRAGMENT_AFTER.test(after)) raise(0.95);
  if (name.form === 'handle' && (/[§‡]/.test(after) || MY_CARE.test(after))) raise(0.7);
  if (OUR_ONE.test(after) || OUR_ONE.test(next.replace(/^\s*["“]?(?:She|He|They)\b/, ''))) raise(0.9);
  if (PATIENT_FRAGMENT.test(previous)) raise(0.8);
  if (ELLIPTIC.test(next)) raise(0.7);
  if (TALKS.test(after)) raise(0.5);
  if (name.inverted && (/[§‡]|\d/.test(after) || /\d[^.]{0,12}$/.test(before))) raise(0.7);
  if (SELF_BEFORE.test(before) && PROVIDER_SELF.test(`${after} ${next}`)) care += 1;
  if (SELF_BEFORE.test(before) && MY_CARE.test(`${previous} ${before} ${after} ${next}`)) raise(0.9);
  if (REVIEW_BY.test(before)) raise(0.8);
  if (REVIEWED_ON.test(after)) {
    care = 0;
    raise(0.85);
  }
  if (SHARES.test(after)) raise(0.7);
  if (SOMEBODY_BEFORE.test(before)) raise(0.5);
  if (DOCTOR_DID.test(after) || DOCTOR_ON.test(before)) raise(0.85);
  if (TOLD_BEFORE.test(before)) raise(0.6);
  if (STRONGLY_CARED.test(before)) raise(0.8);
  else if (CARED_FOR.test(before)) raise(0.15);
  if (STORY_OF.test(before)) raise(0.7);
  if (RELATIVE_STRICT.test(before) || (RELATIVE_BEFORE.test(before) && /^(?:mrs|mr|ms)$/.test(name.title ?? ''))) raise(0.5);
  if (AGED_BEFORE.test(before)) raise(0.7);
  if (CELEBRATED.test(before)) raise(NOT_CARE.test(after) ? 0.2 : CARE_OR_SETTING.test(`${previous} ${before} ${after} ${next}`) || /§/.test(previous + after + next) ? 0.6 : 0.4);
  if (MEET.test(before)) raise(0.3);
  if (ROOM_BEFORE.test(before)) raise(0.8);
  if (IN_ROOM.test(after)) raise(0.9);
  if (SHOWN.test(before) && PRONOUN_CARE.test(after)) raise(0.7);
  if (listing && (FRAGMENT_AFTER.test(after) || FRAGMENT_BEFORE.test(before))) raise(0.6);
  if (name.title !== undefined && /^(?:mr|mrs|ms|miss|mx|baby|grandma|grandpa|little)$/.test(name.title)) raise(0.3);
  if (name.form === 'family' && /^,? (?:whose|who)\b|^ (?:drove|came|travel)/.test(after)) raise(0.4);
  if (!works && PRONOUN_CARE.test(after)) raise(0.5);
  else if (!works && PRONOUN_CARE.test(before)) raise(0.4);
  if (care < 0.8 && NEXT_EXPERIENCED.test(next)) {
    const story = next.replace(NEXT_EXPERIENCED.pattern, '');
    if (EXPERIENCED.test(story) || HAD.test(story) || OF_HERS.test(`'s${story}`)) raise(0.7);
    else if (/^\s*(?:She|He|Her|His)/.test(next) && new RegExp(HEALTH, 'i').test(next)) raise(0.3);
  }
  // "She was seven when she came to us. Today Rima …": the story comes before the name.
  if (care < 0.5 && !works && patient < 0.7 && !previous.includes('¤') && TOLD_OF_ONE.test(previous) && toldOfOne(previous)) raise(0.7);
  if (care < 0.5 && !works && patient < 0.65) {
    const around = `${previous} ${before} ${after} ${next}`;
    const told = NEAR_HEALTH.test(around) && !STAFF_VOICE.test(around) && !NOT_CARE.test(around) && !/¤.*¤/.test(around);
    if (told && name.strength >= 0.5 && ((NARRATED.test(after) && ONE_PERSON.test(after + next)) || PRONOUN_NEXT.test(next))) raise(0.65);
    else if (told && /^(?:mr|mrs|ms|miss)$/.test(name.title ?? '')) raise(0.65);
  }
  if (WHOSE.test(after) || WE_MENDED.test(after) || WITH_ILLNESS.test(after)) raise(0.85);
  if (BEFORE_CARE.test(after)) {
    care = 0;
    raise(0.9);
  }
  if (NEWBORN.test(after) || NEWBORN_BEFORE.test(before)) raise(0.9);
  if (MEET.test(before) && OUR_PATIENT.test(after)) raise(0.9);
  if (OWN_CARE.test(after) || OWN_CARE.test(next)) patient += 1.3;

  const attributed = ATTRIBUTED_BEFORE.test(before) || (before.trim() === '' && /["”]\s*$/.test(previous)) || SPEAKS_AFTER.test(after);
  if (attributed) {
    const words = `${previous} ${before} ${SPEAKS_AFTER.test(after) ? `${after} ${next}` : next}`;
    if (STAFF_VOICE.test(words) && !MY_CARE.test(words)) care += 0.6;
    else if (MY_CARE.test(words)) raise(0.8);
    else if (QUOTED_CARE.test(words)) raise(0.6);
    else if (FIRST_PERSON.test(words)) raise(0.3);
  }
  // Nobody's role is told, but a health fact stands beside: in copy of a clinic that is a patient until shown otherwise.
  // Whoever stands in a list of names did something together with the others.
  const listed = (/¤,? $/.test(before) || /^,? (?:and )?¤/.test(after)) && (sentence.match(/¤/g) ?? []).length > 4;
  if (patient < 0.6 && care < 0.5 && !works && !listed && !PLACE_NAMES.has(name.surname ?? name.given ?? '') && !/\b(?:by|with|in|at|near|the) $/i.test(before)) {
    const whole = name.strength >= 0.6 && (name.form === 'full' || name.form === 'family' || name.title !== undefined);
    const block = `${previous} ${next}`;
    const one = /\b(?:he|she|his|her|him)\b/i.test(`${after} ${next.slice(0, 60)}`);
    if (/§/.test(sentence)) {
      if (whole || (name.form === 'full' && name.strength >= (one ? 0.3 : 0.45)) || (name.form === 'given' && name.strength >= 0.5 && !windows.comment)) raise(0.6);
    } else if ((whole || (name.form === 'given' && name.strength >= 0.5 && !windows.comment)) && (CARE_OR_SETTING.test(sentence) || /§/.test(block) || (one && CARE_OR_SETTING.test(block))) && !STAFF_VOICE.test(block)) raise(0.6);
  }
  if (ORGAN_DONOR.test(before)) {
    care = 0;
    raise(0.8);
  }
  if (SELF_AFTER.test(after + next) && MY_CARE.test(`${after} ${next}`)) raise(0.8);
  // The son of the doctor is no patient because his mother treats some.
  if (/(?:¤|\bdr\.)[^.;]{0,60}$/i.test(before) && RELATIVE_STRICT.test(before) && /\bdr\b/i.test(windows.opening)) patient -= 0.6;
  const known = FICTION.test(before) || TAGS.test(before) || ANIMAL.test(after) || ANIMAL_BEFORE.test(before) || (name.title === undefined && GOODS_AFTER.test(after)) || WRITES.test(windows.letters) || BREED.test(name.surname ?? '') || isPublicFigure(name) || ROYAL.test(name.given ?? '') || PUBLIC_BEFORE.test(before) || PUBLIC_AFTER.test(after) || CITATION_AFTER.test(windows.letters) || REFERENCE.test(`${windows.opening}¤${windows.following}`) ? 1.5 : 0;
  return { patient, provider: care, public: known, attributed };
}

/** "Fern, at the desk, …": whoever is met there works there, whatever else is told. */
const AT_DESK = cue(String.raw`^,? (?:who is |who sits |is )?(?:at|on|behind) (?:the|our) (?:(?:front|check-?in|reception|information) )?(?:desk|phones?|reception|counter)\b`);

const TOLD_OF_ONE = /(?:^|[.!?]["”]?\s)(?:[A-Z][^.!?]{0,60}\b)?(?:she|he|her|his)\b/i;
/** A sentence of the text tells what happened to her or him. */
const toldOfOne = (text: string): boolean =>
  text.split(/(?<=[.!?]["”]?)\s/).some((sentence) => {
    const match = /\b(?:she|he|her|his)\b/i.exec(sentence);
    if (!match || NOT_CARE.test(sentence)) return false;
    const told = sentence.slice(match.index + match[0].length);
    return EXPERIENCED.test(told) || HAD.test(told);
  });

function lastWords(before: string, roles: { has(word: string): boolean }): string | undefined {
  const words = before.trimEnd().replace(/[,:]$/, '').toLowerCase().split(/[\s/]+/).slice(-4);
  for (let k = 0; k < words.length; k++) {
    const role = words.slice(k).join(' ');
    if (roles.has(role)) return role;
  }
  return undefined;
}

function credentialAfter(after: string, lexicon: PeopleLexicon): boolean {
  const match = /^["”]?,? ?\(?((?:[A-Z][A-Za-z]{0,5}\.?){1,5}(?:[-/][A-Z]{1,3})?)(?=[\s,;.)(|<]|$)/.exec(after);
  if (!match) return false;
  const letters = match[1]!.replaceAll('.', '');
  return letters.length >= 2 && lexicon.credentials.has(letters) && (/,/.test(after.slice(0, 2)) || letters.length > 2 || /^(?:MD|DO|DC|RN|NP|PA|OD|PT|LE)$/.test(letters));
}
