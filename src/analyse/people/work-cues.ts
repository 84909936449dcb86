import { cue } from './care-words.ts';
import { RELATIVES } from './words.ts';

/** What the words around a name say when the sentence is of work, of a book, of a list of thanks, or only mentions the person by the way. */

/** "The café, run by chef Ana Ruiz, has a heart healthy plate": what follows the second comma is said of the café. */
export const INSERTED_AGENT = cue(String.raw`, (?:[\w-]+ ){0,3}(?:run|led|\w{3,}ed|taught|built|made|drawn|written|sung|held) by (?:[\w-]+ ){0,4}$`);
/** Habits of whoever has a role: "takes blood pressures", "gives flu shots". Nobody suffers these. */
export const ROUTINE = /^(?:takes?|starts|begins|completes|finishes|receives|books|gets|manages) (?!(?:her|his|their) )/i;
/** "county health officer", "public information officer": an office, not a rank. */
export const OFFICE_OF = /\b(?!(?:the|an?|our|and|by|for|with|former|retired|police|said|says|of|to|that|when|as|his|her|from|duty|peace|corrections?|probation|patrol) )[a-z]{3,} $/;
/** "numbs patients", "and now greets clients": whoever does something to patients gives care. */
export const ON_PATIENTS = cue(String.raw`^(?:,[^.;¤]{0,60},)?(?: [^.;!?¤]{0,80}?(?:,| and| who| also| now))? (?:also |now |still |often |gently |personally )?(?!(?:tells?|thanks|inspires|mentors|encourages|meets|visits|joins|supports|shows|reminds|has|is|was|does) )[a-z]{2,}s (?:the |our |her |his |most |new |all |anxious |nervous |young |older )?(?:patients|clients|residents)\b(?! (?:and staff|stories))`);
/** "finished her local anesthesia permit". */
export const QUALIFIES = cue(String.raw`^(?: (?:recently|just|also|has))? (?:finished|earned|completed|passed|got|received|holds|renewed) (?:her|his|their|an?) (?:[\w§‡'’-]+ ){0,4}(?:permit|certificat\w+|licen[cs]e|training|course|degree|residency|fellowship|boards?|exams?|credential\w*|diploma|apprenticeship)\b`);
/** "Priya Nair ($1,995)": who raised or gave how much. */
export const RAISED = /^,? (?:\(|[-–—:] ?)?\$\d[\d,.]*[kKmM]?\)?/;
/** "Greer Tamblyn, press@…": a line that says whom to write to. */
export const MAILBOX_AFTER = /^(?:,| ?[|–—-]|:)? ?\(?(?:press|media|news|info|pr|communications?|comms|public\w*|marketing|events?|careers|jobs|hr|office|admin|hello|contact)[\w.+-]{0,20}@/i;
const PRIVATE_BOX = String.raw`(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|mac|aol|comcast|verizon|att|proton(?:mail)?|gmx|mail|example)\.`;
/** Nothing but a name, the mailbox of a house and perhaps a number. */
export const CONTACT_LINE = new RegExp(String.raw`^(?:,| ?[|–—-]|:)? ?\(?[\w.+-]{2,40}@(?!${PRIVATE_BOX})[\w-]+\.[\w.-]{2,30}\)?(?:[,;|·•–—\s-]{1,4}(?:\(?(?:tel|phone|office|direct)?\W{0,3}[\d() .-]{7,20})?)?\s*$`, 'i');
/** '"The Long Ward" by Ada Finch, on the care of …': whoever is told of afterwards is told of in the book. */
export const BOOK_BY = /["”*_’],? (?:\(\d{4}\),? )?by ¤/;
/** Notes of those who write software. */
export const SOFTWARE = /(?:^|[\s-])(?:chore|fix|feat|refactor|docs|build|ci|test)(?:\([\w-]{1,20}\))?: |\bcommit [0-9a-f]{7,40}\b|\b(?:pull request|merged?|PR|issue) #\d+|#\d{2,6}\)|\bv?\d+\.\d+\.\d+ \(\d{4}-\d\d-\d\d\)/;
/** Grades named for who drew them up: "Norwood IIa to V", "Fitzpatrick types I to IV". */
export const RANKED = /^(?:['’]s)? (?:skin |hair |wound |fracture )?(?:types?|grades?|stages?|class(?:es)?|scores?|scale)?\s?(?:I{1,3}|IV|VI{0,3}|[1-6])[ab]?(?:(?:,| to| through|–|-| and| or)\s?(?:I{1,3}|IV|VI{0,3}|[1-6])[ab]?)?\b/;
/** "such as Addison's, Cushing's and …": what a person has is named behind the name; an illness, a shop and a house go without. */
export const OWNS_NOTHING = /^['’]s(?:[,.;:)]|$| (?:and|or|is|are|can|may|has|who)\b)/;
/** "Our after-hours nurse is Tamika". */
export const ROLE_IS = cue(String.raw`\b(?:our|the|your|their|its) [^.;!?¤]{3,50} (?:is|was|are|were)(?: (?:named|called))? (?:¤(?:,? and |, ))*$`);
/** "Father Luc Arsenault visits on Sundays". */
export const CLERGY = /(?:^|[.!?,;:]\s|\s)(?:Father|Fr\.|Brother|Deacon|Elder|Bishop|Cantor|Minister|Monsignor|Mother Superior|Sister) $/;
/** "Questions about billing go to …". */
export const SENT_TO = cue(String.raw`\b(?:questions?|inquir\w+|enquir\w+|requests?|forms?|mail|letters?|checks?|gifts|resumes?|applications?|nominations?|thanks|rsvps?|complaints?|referrals?)\b[^.;!?]{0,50} (?:c\/o|go|goes|to|are sent|are answered by|reach|should (?:go|be sent)|can be sent|may be (?:sent|directed)) (?:to )?$`);
/** "started here on June 6, 2006", "has been with us since 1998". */
export const STARTED = cue(String.raw`^,? (?:has |first |who )?(?:started|began|came to work|worked|has worked|been|has been|been working) (?:here|with us|at the front desk|in (?:the|our) (?:office|lab|billing|kitchen))\b(?! (?:for|with|after|to (?:get|have)) (?:her|his|an?) )`);
/** "Ramón Icaza, information desk, 310 hours". */
export const AT_SHOP = cue(String.raw`^, (?:the |our )?(?:gift shop|(?:information|front|help|welcome|registration) desk|reception|cafeteria|kitchen|mail ?room|library|chapel|switchboard|thrift shop|phones|billing|scheduling|housekeeping)\b|^, [\w ]{0,30}\d{2,4} (?:volunteer )?hours\b`);
export const HANDLER = cue(String.raw`\b(?:handlers?|owners?|trainers?|walkers?|riders?) $`);
/** "beekeeper Agnes Tull", "our van driver, Ezekiel": what somebody does stands before the name, as the press writes it. */
export const OCCUPIED = /\b(?!(?:after|under|over|never|her|former|other|another|either|neither|mother|father|grand\w+|brother|sister|daughter|mother-in-law|partner|caregiver|donor|member|survivor|sufferer|teenager|toddler|bell-ringer|fighter|warrior|winner|together|whether|however|rather|later|earlier|sooner|longer|older|younger|sober|cancer|tumor|liver|bladder|shoulder|finger|fever|ulcer|disorder|number|letter|remember|consider|for|nor|doctor|patient|recipient|client|resident|adolescent|parent|recent|different|infant|constant|present|sent|went|spent|ent|ant|september|october|november|december|easter|summer|winter|dear|customer|reader|neighbor|senior|junior|major|minor|water|paper|center|via|than|then|when|men|human|woman|man|veteran|christian) )(?:(?<=^\s{0,3})(?:[A-Z][a-z]{1,}(?:er|or|ist|ian|man|woman|smith)|Judge|Sheriff|Bishop|Dean|Marshal|Chef|Cook|Clerk)|[a-z]{2,}(?:er|or|ist|ian|keeper|smith|wright|woman|man|eer|yer)|intern|doula|cook|guide|aide|clerk|guard|host|pilot|chief|tech|rep|agent|assistant|student|president|sergeant|sheriff|judge|treasurer|secretary)s?,? (?:named )?(?:¤ (?:and|&) )?$/;
/** "Records: Dominic, 555-0145": a desk and whom to ask for. */
export const DESK_LINE = /(?:^\s{0,3}|[.;|·]\s?)(?!(?:Patient|Client|Name|From|To|Re|Subject|Member|Guardian|Mother|Father|Mom|Dad|Caller)\b)[A-Z][a-z]+(?: [a-z]+)?: $/;
export const PHONE_BEHIND = /^,? (?:at |ext\.? ?)?\(?\d{3}[-). ]/;
/** "Last month's winner was …" */
export const AWARDED = cue(String.raw`\b(?:winners?|honou?rees?|nominees?|finalists?|runners?-up|champions?|employee of the \w+|grand marshal|emcee|keynote)(?:,? (?:this|last) \w+,?)? (?:was|is|are|were|went to) (?:¤(?:,? and |, ))*$`);
/** "bought the practice", "took over from": what only those who run it do. */
export const RUNS_IT = cue(String.raw`^,? (?:who )?(?:bought|sold|took over|inherited|runs|owns|owned|manages|managed|opened|moved|built|renamed|merged) (?:the|our|her|his|this|a) (?:[\w-]+ ){0,2}(?:practice|clinic|office|hospital|pharmacy|kitchen|lab|front desk|ward|unit)\b`);
/** A relative of whoever is spoken of before. */
export const THEIR_KIN = new RegExp(String.raw`\b(?:his|her|their|whose|['’]s) (?:[\w-]+ ){0,2}(?:${RELATIVES}),? (?:¤(?:,? and |, ))*$|\bmarried (?:(?:an?|the|her|his) (?:[\w-]+ ){1,3}(?:named |called )?)?$`, 'i');
/** A sentence that speaks to its reader tells nothing of the person before. */
export const TO_READER = /\b(?:you|your|you['’]re|you['’]ll)\b/i;
/** "She takes your blood pressure and your coat", said of the name before. */
export const SERVES_NEXT = cue(String.raw`^\s*(?:She|He|They)(?: will|['’]ll| can)? (?!(?:thanks?|tells?|wants?|shares?|asks?|hopes?|invites?|reminds?|urges?) )[a-z]+s? (?:you|your)\b`, '');
/** ", certified hypnotist, …" */
export const CERTIFIED_AFTER = /^, (?:an? |our |the )?(?:[\w-]+ )?(?:certified|licensed|registered|accredited|credentialed|nationally certified) [a-z]/;
/** "c/o Beth" */
export const CARE_OF = /\b(?:c\/o|attn:?|attention:?) $/i;
