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
export const ON_PATIENTS = cue(String.raw`^(?:,[^.;¤]{0,60},)?(?: [^.;!?¤]{0,80}?(?:,| and| who| also| now))? (?:also |now |still |often |gently |personally )?(?!(?:tells?|thanks|inspires|mentors|encourages|meets|visits|joins|supports|shows|reminds|has|is|was|does) )[a-z]{2,}s (?:(?:the |our |her |his |most |new |all |anxious |nervous |young |older )?(?:patients|clients|residents)|(?:new|young|older|expectant|first-time|homebound|hundreds of|dozens of) (?:mothers|moms|families|parents|elders|seniors|neighbors|babies|students|veterans|people))\b(?! (?:and staff|stories))`);
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
export const CLERGY = /(?:^|[.!?,;:]\s|\s)(?:Father|Fr\.|Brother|Pastor|Rabbi|Imam|Reverend|Chaplain|Deacon|Elder|Bishop|Cantor|Minister|Monsignor|Mother Superior|Sister) $/;
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
export const DESK_LINE = /(?:^\s{0,3}|[.;|·]\s?)(?!(?:Patient|Client|Name|From|To|Re|Subject|Member|Guardian|Mother|Father|Mom|Dad|Caller)\b)[A-Z][a-z]+(?:[- ][a-z]+){0,2}: $/;
export const PHONE_BEHIND = /^,? (?:at |ext\.? ?)?\(?\d{3}[-). ]/;
/** "Last month's winner was …" */
export const AWARDED = cue(String.raw`\b(?:winners?|honou?rees?|nominees?|finalists?|runners?-up|champions?|employee of the \w+|grand marshal|emcee|keynote)(?:,? (?:this|last) \w+,?)? (?:was|is|are|were|went to) (?:¤(?:,? and |, ))*$`);
/** "And the winner of the jar is … Darnell H." */
export const WINNER_IS = cue(String.raw`\b(?:winners?|champions?|finalists?|first place|grand prize|raffle|door prize)\b[^.!?]{0,60}(?:\.{2,3}|…|:|!| (?:is|are|was|were|goes to))["”*_ ]*$`);
/** "Spelling bee champion …": who won is told before the name. */
export const CHAMPION = cue(String.raw`\b(?:bee|contest|county|state|league|national|world|former|reigning|two-time|three-time|olympic|chess|club|division|high school|city|junior) (?:[a-z]+ )?(?:champions?|winners?|medalists?|record[- ]holder|mvp|all-star|runner-up)(?: and [\w -]{3,30})?,? $`);
/** "who guessed the number of candies" */
export const GUESSED = cue(String.raw`^,? (?:who )?(?:guessed|drew the|picked the (?:winning|right)|holds the (?:[\w-]+ ){0,2}record|found the (?:golden|hidden)|submitted the|took the (?:prize|crown|title))\b`);
/** "Order from Gladys at the cafe": who sells it. */
export const ORDER_FROM = cue(String.raw`(?:^|[.;!?(]\s?|\bplease |\bcan |\bto )(?:order|buy|borrow|rent|collect|get (?:one|yours|it|them|a copy)|pick (?:one|yours|it|them|up)|purchase)\b[^.;!?¤]{0,40} (?:from|with|through|off) (?:our )?$`);
/** "hosts the kidney walk", "is grand marshal of …" */
export const HOSTS = cue(String.raw`^,? (?:who )?(?:will |again |also |once again )?(?:hosts?|hosted|hosting|emcees?|judges|headlines?|chairs?|kicks? off|caters|narrates|sponsors?|mcs) (?:our|the|this|a|an) (?:[\w‡§◊'’-]+ ){0,4}(?:walks?|runs?|gala|5k|10k|race|ride|tournament|telethon|fundraiser|auction|night|dinner|luncheon|show|podcast|party|picnic|cook-?off|concert|drive|series|class|group)\b`);
/** "rebuilt our roof": who mended the house. */
export const MENDED_HOUSE = cue(String.raw`^,? (?:who )?(?:\w+ly )?(?:re)?(?:built|roofed|fixed|painted|repaired|installed|plow(?:ed|s)|mow(?:ed|s)|cleaned|wired|plumbed|paved|landscaped|shovel(?:ed|s)|wash(?:ed|es)|tuned|tunes|tiled|carpeted) (?:all |most )?(?:of )?(?:our|the|this|every) (?:[\w-]+ ){0,3}(?:roof|sign|ramp|lot|parking lot|steps|stairs|deck|windows?|furnace|boiler|wiring|lawn|driveway|floors?|building|porch|lobby|kitchen|waiting room|piano|walkway|sidewalk|entrance|fence|garden|wall|ceiling|computers?|servers?|phones?|website)\b`);
/** "for the piano", "for tuning it": thanks for a gift, or for work. */
export const GIFT_THANKED = cue(String.raw`^ for (?:the|a|an|all the|their|his|her|\d+|two|three|those|these|this|every) (?:[\w-]+ ){0,3}(?:piano|flowers|cookies|cakes?|donations?|quilts?|blankets?|hats|paintings?|mural|benches|bench|books|toys|lunch|dinner|meals?|food|catering|music|songs|photos|trees?|decorations|coffee|pizza|donuts|doughnuts|gift|gifts|generosity|van|chairs|tables?|masks|gowns|wigs|garden)\b|^ for (?:tuning|fixing|repairing|donating|shovel+ing|plow+ing|hauling|printing|wiring|mowing|watering|installing|sponsoring|underwriting|matching)\b`);
/** "Our head usher, Pearl Ottoway, …", "head" being masked as a part of the body. */
export const OUR_HEAD = cue(String.raw`\b(?:our|your) (?:‡|head|lead|chief|senior|in-house|founding|longtime|long-time|volunteer|charge|night|weekend|evening|deputy|assistant|very own|trusty|tireless)(?: (?!patient|survivor|resident|client|member)[\w-]+){0,2} (?!(?:customer|member|sufferer|smoker|user|drinker|wearer|survivor|supporter|neighbor|daughter|brother|sister|mother|father|subscriber|follower|believer|teenager|racer|runner|farmer|driver)\b)[a-z]+(?:er|or|ist|ian|man|woman|keeper|smith|aide|cook|clerk|nurse|tech|host|guide|guard),? $`);
/** "has walked families to the ICU for 22 years": work that is told by its years. */
export const WORKS_LONG = cue(String.raw`^,? (?:who )?(?:has|have) (?:\w+ly )?(?!(?:had|been|lost|lived|struggled|needed|suffered|battled|used|fought)\b)\w+(?:ed|en|un|ung|ept|old|ade) (?:for |to |with )?(?:over |more than |our |the |some |countless |thousands of |hundreds of )?(?:[\w§‡◊-]+ ){0,2}(?:patients|families|babies|kids|children|newborns|residents|visitors|strangers|people|neighbors|chairs|phones|charts|wheelchairs|carts?|trays|stretchers|sheets|floors|schedules?|moms|mothers|guests|veterans|students)\b[^.;!?]{0,40}(?:\bfor (?:over |more than |nearly |almost |some )?(?:[\w-]+ )?(?:years|decades|seasons)\b|\bsince\b)`);
/** "Grandpa Ezra delivered babies by lamplight", "who compounded cough syrup": what only those in the trade did. */
export const PLIED = cue(String.raw`^,? (?:who )?(?:\w+ly |once |first )?(?:pulled (?:teeth|‡)|compounded|mixed (?:our|the|his|her|cough|salves|powders|tonics)|filled (?:prescriptions|scripts)|(?:delivered|caught) (?:babies|half|most of|hundreds|thousands|\d)|made house calls|did rounds|set (?:broken )?bones|rode (?:a |his |her |by )?(?:horse|mule|bicycle|buggy)|hung (?:out )?(?:a|his|her) (?:first )?shingle|ground lenses|kept the books|boiled the|ran (?:the|this|our) (?:office|front|desk|pharmacy|clinic|practice|ward|lab)|sewed (?:gowns|masks)|answered (?:the|our) phones?|swept the|nursed (?:soldiers|the sick)|fit(?:ted)? (?:glasses|trusses|braces for))\b`);
/** "Three generations of Patels have practiced here: …": a family whose trade it is. */
export const FAMILY_TRADE = cue(String.raw`\bgenerations? of\b[^.!?]{0,60}\b(?:practi[cs]\w+|doctors?|dentists?|pharmacists?|nurses?|physicians?|healers?|filled|filling|served|serving|cared for|caring for|treated|treating|run|running|owned|pulling|delivering|behind the counter)\b`);
/** "visited our clinic to hand out ribbons": a guest who brings something. */
export const CAME_TO_GIVE = cue(String.raw`^[^.;!?¤]{0,50}\b(?:visited|visits|came|comes|stopped by|stops by|drops? by|dropped by|dropped in|is coming|returns?|toured) (?:[\w‡§◊-]+ ){0,4}?to (?:(?:hand|give) out|‡ out|read|sing|play|perform|talk|speak|sign|teach|deliver|entertain|present|cut|meet (?:patients|families|kids|staff|nurses|fans)|cheer|film|donate|drop off|thank|judge|dedicate|bless|lead)\b`);
/** "Chef Ignacio's lentil soup has 300 mg of sodium": what somebody makes is no part of the body. */
export const MAKES_FOOD = cue(String.raw`^['’]s (?:famous |legendary |own |award-winning )?(?:[\w-]+ ){0,3}(?:soups?|stews?|chili|salads?|bread|cookies|brownies|muffins?|smoothies?|sauce|salsa|recipes?|cakes?|pies?|jam|honey|tea|coffee|dish(?:es)?|meals?|menu|cookbook|casserole|curry|tacos|tamales|pottery|quilts?|murals?|band|choir|food truck|bakery|café|cafe|deli|diner|garden)\b`);
/** "'s three rules for IBS": what somebody teaches of an illness. */
export const ADVICE = cue(String.raw`^['’]s (?:[\w-]+ ){0,2}(?:rules?|tips?|guide|advice|checklist|tricks|secrets|favou?rites?|picks|approach|philosophy|answers?|column|talk|class|lecture|seminar|cheat sheet|cookbook|recipes?|plan) (?:for|on|to|about|of|against|with)\b`);
/** "merge conflict with Priyanka's branch" */
export const BRANCH_OF = /^['’]s (?:branch|PR|pull request|commits?|fork|patch|ticket|draft|edits?|mock-?ups?|designs?|version|fix|changes?|spreadsheet|doc|wireframes?)\b/;
/** "Scholarships go to Layla Haddix (nursing) and …". */
export const GIVEN_TO = cue(String.raw`\b(?:scholarships?|awards?|prizes?|medals?|honou?rs?|certificates?|trophy|trophies|bursar(?:y|ies)|stipends?|ribbons?|first place|top honors)\b[^.;!?¤]{0,30} (?:to|by) (?:¤[^.;!?]{0,40}(?:,? and |, ))*$`);
/** "Top finishers: Alonzo Pickering 17:02": who ran, and how fast. */
export const RACES = cue(String.raw`\b(?:finishers?|winners?|results|runners?|race|5k|10k|marathon|relay|mile|heat|swim|triathlon)\b`);
export const RACE_TIME = /^,? \(?(?:\d{1,2}:)?\d{1,2}:\d\d(?:\.\d+)?\b(?! ?[ap]\.?m)/;
/** "The ribbon was cut by Mayor Ortiz and builder Sal": whoever is named along with one who did something. */
export const ALONG_WITH = cue(String.raw`\b(?:by|with|from) ¤,? (?:and|&) (?:[a-z-]+ )$`);
/** "ask Heidi for wipes": whom the reader may ask. */
export const ASK_BEFORE = cue(String.raw`\bask $`);
export const ASK_AFTER = cue(String.raw`^[.!]?\s*$|^,?(?: (?:in|from|at|with) (?:the |our )?[\w§‡ -]{3,20})? (?:for|about|to|if|whether|how|when|where|which|what|at)\b(?![^.;!?]{0,30}\b(?:his|her|their|he|she)\b)`);
/** "Beth Anne is off July 13 to 24". */
export const IS_OFF = cue(String.raw`^ (?:is|will be|are) (?:(?:off|away)(?: (?:on|from|until|till|through|this|next|all|for))*,? (?:the |this |next )?(?:week|today|tomorrow|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d|leave|vacation|holiday)|(?:out|off|away|on)(?: on| at)? (?:of the office|leave|vacation|maternity|paternity|pto|training|jury))`);
/** "trained at Emory", "a certificate from Emory": a school, though a family may be called so. */
export const SCHOOLED = cue(String.raw`\b(?:trained|train|trains|studied|studies|taught|residency|fellowship|degrees?|certifications?|certificates?|graduated?|graduates|internship|doctorate|master['’]?s|bachelor['’]?s|training|professor|faculty|alumn\w+|schooling|educated|certified|diploma|courses?|classes|coursework|scientists?|researchers?|researched) (?:[\w§‡◊-]+ ){0,6}(?:at|from|in|with) (?:¤,? (?:and|&) (?:at )?)?$`);
/** "dropped 19 and Spring Creek fell 61-48": a game, not an injury. */
export const PLAYED = cue(String.raw`^,? (?:(?:who|also|then|and) )*(?:dropped|scored|netted|tallied|posted|hit|threw|rushed|grabbed|poured in|had|led(?: \w+ \w+)? with|finished with|added|chipped in|went|ran|swam|won|placed|took|pinned|clocked) [^.;!?]{0,50}(?:\b\d{1,3}-\d{1,3}\b|\b(?:points?|pts|rebounds?|assists?|yards?|goals?|saves|strikeouts?|touchdowns?|innings|hits|kills|aces|runs|homers?|seconds|first|second|third|state|districts?|regionals?|meet|free throws?|three-pointers?)\b)`);
/** "own the building that our lab rents" */
export const OWNS_LAND = cue(String.raw`^,? (?:who )?(?:owns?|owned|rents?|lease[sd]?) (?:the|our|this) (?:[\w-]+ ){0,2}(?:building|land|lot|property|house next door)\b`);
/** "has attended 300 births" */
export const HAS_DONE = cue(String.raw`^,? (?:who )?(?:has |have )?(?:attended|caught|delivered|performed|placed|read|drawn|taught|trained|fitted|taken|given) (?:over |more than |some |about |nearly )?\d[\d,]{1,7} `);
/** "won the science fair" */
export const WON_IT = cue(String.raw`^,? (?:who )?(?:won|wins|took|takes|placed|earned|clinched|swept) (?:the|an?|first|second|third|our|gold|silver|bronze|top|best|this)\b[^.;!?]{0,40}\b(?:fair|contest|prize|award|medal|trophy|race|ribbon|championship|title|match|game|bee|raffle|honou?rs|place|tournament|election)\b`);
/** "asked for bigger type on the arthritis page", in a comment */
/** "Vince says the license ended": what colleagues tell each other of a page. */
export const TELLS_COLLEAGUES = cue(String.raw`^ (?:\([^()]{2,20}\) )?(?:says?|said|wants?|wanted|asked|thinks?|approved|signed off|prefers?|will|to|needs?|can|should|found|wrote|sent|changed|removed|deleted|is (?:ok|fine|happy) with|hates?|loves?)\b[^.;!?]{0,80}\b(?:licen[cs]e|images?|photos?|pictures?|wording|copy|draft|links?|cta|url|pdf|video|claims?|legal|deadline|staging|deploy\w*|live|merge|ticket|analytics|tracking|newsletter|campaign|client|stock|form|typo|quote)\b`);
export const ON_PAGE = cue(String.raw`^[,:]? [^.;!?]{0,60}\b(?:page|slide|font|type|headline|banner|h[1-3]|logo|layout|button|colou?r|footer|sidebar|template|menu|seo|hero image)\b`);
/** "for photographing the braces campaign": what somebody is thanked for who gave no body to it. */
const SERVICES = String.raw`(?:photographing|filming|catering|hosting|sponsoring|organi[sz]ing|baking|painting|playing|singing|volunteering|cooking|speaking|teaching|designing|building|sewing|donating|decorating|emceeing|DJing|knitting|driving|covering|presenting|judging|coaching|ushering|delivering (?:meals|lunch|flowers|the))\b`;
export const THANKED_FOR = cue(String.raw`^,? (?:so much |again )?for ${SERVICES}`);
/** "TODO Barnaby: …": a note among colleagues. */
export const NOTED = /(?:^|\s)(?:(?:TODO|FIXME|XXX|HACK) @?|(?:cc|assignee|assigned to): ?@?)$/i;
/** "cocina para el taller": what somebody does there, in Spanish. */
export const WORKS_ABROAD = /^ (?:cocina|enseña|dirige|atiende|trabaja|coordina|ofrece|imparte|lidera|organiza|dona|canta|pinta) /;
/** "Club results: Nadine 14 minutes, Olga 11": a contest, and how somebody did. */
export const CONTEST = cue(String.raw`\b(?:results(?<!\b(?:lab|test|patient|our|her|his) results)|standings|scores?|winners?|leader ?board|challenge|contest|tournament|league|tally|club (?:results|miles|totals)|(?:miles|steps|laps|points|pins) (?:in|for|so far)|first prize|bowling|bingo|raffle)\b`);
export const SCORE = /^(?: |, | ?[:–—-] ?| \()\d[\d,.]*(?:\s(?:minutes?|min|miles?|laps|reps|points?|pts|votes|steps|hours|km|yards|feet|seconds|strokes|goals|games|wins|pins|books|cards)\b|[,;.)]|\s*$)/;
/** A visitor of the shop, the café or the car park speaks. */
export const SHOPPED = cue(String.raw`\b(?:gift shop|parking|great selection|in stock|shipping|socks|scrubs|(?:my|right) size|hem(?:med|s)?|coffee|balloons|bouquet|wi-?fi|checkout|aisles?|refund)\b`);
/** "retires on June 30 after 41 years in our lab". */
export const RETIRES = cue(String.raw`^(?:,[^.;]{0,60},|,? who)? (?:(?:(?:has |have |had )?(?:retires?|retired)|is retiring|will retire|steps? down|says goodbye) (?:on|from|after|this|next|in|at)|hangs? up (?:her|his|the)|turns? in (?:her|his) (?:badge|keys)|bids? farewell|is leaving (?:us|our))\b`);
/** "Interview: Theodora Banks on why she left banking". */
export const INTERVIEW = cue(String.raw`\b(?:interviews?|podcast|q&a|episode \d*|webinar|feature|profile|guest|talk)(?: with| by)?:? $`);
export const SPEAKS_ON = cue(String.raw`^,?(?: who [^,;.]{3,40},)? on (?:why|how|what|when|life|the|her|his|[a-z]+ing)\b(?![^.;!?]{0,60}(?:\b(?:her|his|their|with|beat|beating|surviving|survived|after|from) (?:[\w-]+ )?§))`);
/** "takes dialysis riders", "takes x-rays". */
export const TAKES_PEOPLE = cue(String.raw`^[^.;!?¤]{0,40} (?:taking|driving|bringing|carrying|ferrying|walking) (?:[\w§‡◊-]+ ){0,3}(?:riders|patients|passengers|neighbors|residents|veterans|seniors)\b|^ (?:takes|drives|brings|carries|picks up|helps|walks) (?:[\w§‡◊-]+ ){0,3}(?:riders|patients|people|passengers|families|kids|children|residents|calls|vitals|pictures|notes|orders)\b`);
/** "He succeeds Carla Nye": who held an office before. */
export const SUCCEEDS = cue(String.raw`\b(?:bought|took over|purchased|acquired|inherited) (?:the|this|our|her|his|it) ?(?:\w+ )?(?:place|practice|clinic|store|shop|pharmacy|business|office)? ?from $|\b(?:succeeds?|succeeded|succeeding|replaces|replacing|reports? to|takes over (?:for|from)|took over (?:for|from)|fills in for|covers for|alongside) $`);
/** "takes your x-ray" */
export const SERVES_READER = cue(String.raw`^ (?:also |now |still )?(?!(?:thanks?|tells?|wants?|wishes|shares?|asks?|hopes?|invites?|reminds?|urges?|sends?|owes?|loves?|needs?|misses) )[a-z]{2,}s (?:you|your)\b`);
/** "Quilts by the Ladies of Zion: Opal, Fern and …" */
export const MADE_BY = cue(String.raw`\bby [^.;!?¤]{3,40}: (?:¤(?:, |,? and (?:the late )?| & ))*(?:the late )?$`);
/** "Falls on 4 West (Hector) 3. Visitor hours (Tess)": who sees to what. */
export const IN_BRACKETS_BEFORE = /\((?:¤(?:,? (?:and|&) |, ))?$/;
export const BRACKETED = /\(¤(?:,? (?:and|&) ¤|, ¤)*\)/g;
/** "Our landlord, Vic Tanaka". */
export const SUPPLIES_US = cue(String.raw`\b(?:our|the) (?:[\w-]+ )?(?:landlord|lawyer|attorney|builder|roofer|florist|caterer|supplier|vendor|contractor|webmaster|web designer|photographer|intern|banker|accountant|bookkeeper|printer|decorator|tenant|upstairs neighbor|mail carrier|mailman|senator|delegate),? $`);
/** "'s stroke care advocacy": what somebody does about an illness, who has none. */
export const CAUSE_AFTER = cue(String.raw`^-(?:smart|healthy|friendly|wise)\b|^ (?:[\w-]+ ){0,2}(?:recipes?|gumbo|soup|salad|menu|dish|cookbook|advocacy|activism|bill|act|law|legislation|legacy|foundation|fund|research|work|lab|study|studies|lecture|speech|book|column|class|talk|clinic|practice|team|patients|expertise|awareness|campaign|charity|program|department|unit|fellowship|training|caucus|walk|run|5k|gala|group)\b`);
/** "will sign autographs": a guest of the day. */
export const APPEARS = cue(String.raw`^,? (?:who )?(?:will |is going to |is set to )(?:sign (?:autographs|books|copies)|perform|appear|emcee|headline|speak (?:at|on|to)|spin|entertain|cut the|sing at|play at|read to|judge the|throw (?:out )?the first|be (?:signing|performing|speaking|our guest))\b`);
/** "Volunteer drivers Bud and Lois Marsh" */
export const VOLUNTEERS = cue(String.raw`\b(?:thanks to|thank you to|thank you,?|kudos to) (?:our |the )?(?:\w+ )?(?:drivers|cooks|bakers|greeters|singers|musicians|knitters|nurses|staff|crew|neighbors|plumbers|riders|carpenters) (?:¤ (?:and|&) )?$|\bvolunteer (?:drivers|greeters|ushers|escorts|gardeners|musicians|chaplains|guides|coordinators?) (?:¤ (?:and|&) )?$`);
/** "Giveaway winner: congrats @sunflower.sal!" */
export const WON = cue(String.raw`\b(?:giveaway|raffle|contest|drawing|door prize|sweepstakes|bake-off|costume|coloring)\b[^.!?]{0,50}$`);
/** "I'm Remi. Are you a new or returning patient?": a greeter of the house. */
export const GREETER_NEXT = cue(String.raw`^\s*(?:Are you (?:a |an )?(?:new|returning|existing)|How can I help|How may I|What (?:can I|brings you|would you)|Can I help|Ask me)`, '');
/** "— Ed Brandt, Ronan" under a letter to the editor. */
export const EDITOR = cue(String.raw`\bletters? to the editor\b|\bop-?ed\b`);
/** "Mark T., patient engagement lead" */
export const ENGAGED = cue(String.raw`^,? (?:our |the )?(?:patient (?:engagement|experience|success|liaison|relations|services|access)|customer success|community|marketing|social media|digital|content|growth) (?:lead|manager|specialist|team|director|intern|coordinator|strategist)\b`);
/** "tai chi, Mr. Wu": who leads what. */
export const CLASS_BY = cue(String.raw`\b(?:yoga|tai chi|pilates|zumba|aerobics|knitting|choir|bingo|dance|painting|drumming|meditation|cooking|gardening|tours?|storytime|story time|stretching|spanish|english|computers?|line dancing)\b[^.;!?¤]{0,30}(?:,|:| with| by|[–—-]) $`);
/** "(thank you, Fernand)": a jest by the way. */
export const PARTED = cue(String.raw`\((?:thank you|thanks|sorry|hi|hello),? $`);
/** "takes over the sleep lab", "will head our stroke program". */
export const TAKES_OVER = cue(String.raw`^(?:,[^.;]{0,60},|,? who)? (?:now |also |recently |will |is |has )*(?:tak(?:es|ing|e|en) (?:over|charge of|the helm|the reins)|took (?:over|charge of|the helm|the reins)|heads?|headed|heading|chairs?|chaired|steers?|spearhead\w+|steps? (?:in|into|up))\b(?! (?:home|back|out|ill|sick|pregnant|pain|cancer|sober|free|well|a patient|a mother|a father|our))`);
/** "who built the benches in our healing garden", "made the bronze hands": what somebody made for the house. */
export const MADE_IT = cue(String.raw`^,? (?:who )?(?:built|made|painted|carved|sculpted|cast|drew|wove|planted|planned|decorated|composed|wrote|sewed|stitched|knitted|crocheted|quilted|baked|donated|raised|laid|designed|photographed|shot|filmed) (?:all |both )?(?:the|these|those|our|this|that|every|an?|\d+|hundreds|dozens) (?:of )?(?!(?:recovery|tumou?r|baby|cast|tooth|teeth|kidney|liver)\b)(?:[\w§‡'’-]+ ){0,5}?(?:bench(?:es)?|mural|sculptures?|hands|heron|statues?|fountain|paintings?|quilts?|blankets?|hats|caps|garden|boxes|cards|toys|windows?|logo|photos?|pictures?|song|piece|portraits?|playground|ramp|shelves|tables?|trees?|cookies|cakes?|wreaths|piano|poem|poster|book)\b`);
/** "bought the practice", "took over from": what only those who run it do. */
export const RUNS_IT = cue(String.raw`^,? (?:who )?(?:bought|sold|took over|inherited|runs|owns|owned|manages|managed|opened|moved|built|renamed|merged|started|founded|began|launched|created) (?:the|our|her|his|this|a) (?:[\w§◊-]+ ){0,2}(?:§|practice|clinic|office|hospital|hospice|foundation|program|company|school|charity|nonprofit|network|pharmacy|kitchen|lab|front desk|ward|unit)\b`);
/** "has run the surgery desk since 1996": who keeps a part of the house. */
export const KEEPS_HOUSE = cue(String.raw`^,? (?:who )?(?:has |have )?(?:run|staffed|manned|kept|tended|pushed|led|chaired|coordinated|organi[sz]ed|supervised|cleaned|decorated|watered|answered|worked) (?:the|our|this) (?:[\w§◊-]+ ){0,3}(?:desks?|carts?|phones|gift shop|gardens?|choir|library|waiting room|café|cafe|cafeteria|switchboard|auxiliary|committee|fundraiser|book club|thrift shop)\b`);
/** A relative of whoever is spoken of before. */
export const THEIR_KIN = new RegExp(String.raw`\b(?:his|her|their|whose|['’]s) (?:[\w-]+ ){0,2}(?:${RELATIVES}),? (?:¤(?:,? and |, ))*$|\bmarried (?:(?:an?|the|her|his) (?:[\w-]+ ){1,3}(?:named |called )?)?$`, 'i');
/** A sentence that speaks to its reader tells nothing of the person before. */
export const TO_READER = /\b(?:you|your|you['’]re|you['’]ll)\b/i;
/** "She takes your blood pressure and your coat", said of the name before. */
export const SERVES_NEXT = cue(String.raw`^\s*(?:She|He|They)(?: will|['’]ll| can)? (?!(?:thanks?|tells?|wants?|shares?|asks?|hopes?|invites?|reminds?|urges?) )[a-z]+s? (?:you|your)\b`, '');
/** ", certified hypnotist, …" */
export const CERTIFIED_AFTER = /^, (?:an? |our |the )?(?:[\w-]+ )?(?:certified|licensed|registered|accredited|credentialed|nationally certified) [a-z]/;
/** "c/o Beth" */
export const CARE_OF = /\b(?:c\/o|attn[.:]?|attention:?) $/i;
/** "Rusty Oakes, our head groundskeeper for 27 years" */
export const OURS_FOR_YEARS = cue(String.raw`^["”)]{0,2}, (?:who (?:was|is|has been) )?our (?!(?:oldest |longest )?(?:patient|client|resident|member|guest)\b)(?:[\w-]+ ){1,3}for (?:[\w-]+ ){1,3}(?:years|decades|seasons)\b`);
/** "from the estate of schoolteacher Edwina Sharp" */
export const BEQUEATHED = cue(String.raw`\b(?:estate|will|bequest|legacy|trust) of (?:the late )?(?:[a-z-]+ ){0,3}$`);
/** "Austin Crowder, a serial entrepreneur"; "Nina is trained in paediatric osteopathy". */
export const ENTERPRISES = cue(String.raw`^(?:, | is | was )(?:an? )?(?:[\w-]+ ){0,2}(?:entrepreneur|inventor|innovator|investor)\b|^ (?:is|was|has been) (?:fully |also )?trained in \b`);
/** "Please welcome … to the environmental services team!" */
export const WELCOMED_BEFORE = cue(String.raw`\b(?:welcomes?|welcoming|welcomed|welcome back) (?:¤(?:,? and |, |& ))*$`);
export const TO_THE_TEAM = cue(String.raw`^(?:,? (?:and )?¤)* (?:back )?to (?:the|our|its|their) (?:[\w§‡&'’-]+ ){0,4}(?:team|staff|crew|front desk|board|faculty|kitchen|family of (?:providers|doctors))\b(?![^.;!?]*[§‡])`);
/** "spend Monday mornings in the NICU rocking babies": what volunteers do. */
export const GIVES_TIME = cue(String.raw`^(?![^.;!?]*(?:[§‡]|\b(?:her|his|their) (?:own|baby|preemie|son|daughter|child|newborn|twins)\b|\b(?:dialysis|chemo\w*|rehab|treatment|therapy)\b))[^.;!?]{0,90}\b(?:spends?|gives?|donates?) (?:her|his|their|every|each|[a-z]*day|two|three|many|an?|most|mon|tues|wednes|thurs|fri|satur|sun)[^.;!?¤]{0,40}\b(?:rocking|cuddling|holding|reading (?:to|with)|playing (?:for|cards|with)|singing|knitting|sewing|driving|delivering|walking|greeting|baking|tutoring|gardening|folding|stocking|sorting)\b`);
/** "PGY-2 Sofía Arce": a doctor in training. */
export const IN_TRAINING = /\bPGY-?[1-7],? $/;
