import { cue } from './care-words.ts';

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
