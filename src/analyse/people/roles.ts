import { CARE_OR_SETTING, HEALTH, NEAR_HEALTH, ONE_PERSON } from './care-words.ts';
import type { PeopleLexicon } from './lexicon.ts';
import type { NameMention } from './names.ts';
import * as Patients from './patient-cues.ts';
import * as Public from './public-cues.ts';
import * as Staff from './staff-cues.ts';
import { turnedPatient } from './turned-patient.ts';
import type { Windows } from './windows.ts';
import * as Work from './work-cues.ts';
import { OFFICE_TITLES, PLACE_NAMES, RELATIVES } from './words.ts';

export interface Role {
  readonly patient: number;
  readonly provider: number;
  readonly public: number;
  /** The name signs or is said to speak a quotation. */
  readonly attributed: boolean;
}

/** A surname or an ordinary word alone is a person only where the copy says so outright. */
export const calledPatient = (before: string, after: string): boolean => Patients.HUMAN.test(after) || isBrought(before, after) || (Patients.PATIENT_BEFORE.test(before) && !/s \| $/.test(before)) || Patients.STRONGLY_CARED.test(before) || (Patients.SCHEDULE_BEFORE.test(before) && Patients.FRAGMENT_AFTER.test(after)) || Patients.ROOM_BEFORE.test(before) || (Patients.OUR_USER.test(before) && CARE_OR_SETTING.test(before)) || Patients.PATIENT_WHO_IS.test(before) || (Patients.ON_WARD.test(before) && Patients.WARD_LINE.test(after));

const isBrought = (before: string, after: string): boolean => Patients.BROUGHT.test(before) && /^,? (?:to|in|into|here|for|back)\b/.test(after);

/**
 * Adds up the cues around one name. Sums above 1 are kept, since the stronger side wins.
 * @param listing the name stands in a list, a caption or a short sentence
 * @param page it stands on a page that holds much else, where care near by says less of it than in a short piece
 */
export function roleOf(name: NameMention, windows: Windows, lexicon: PeopleLexicon, provider: boolean, listing: boolean, page = false): Role {
  const { before, next, previous } = windows;
  // "Odalys and Yanet Cruz were treated": what is said of one of them is said of both.
  const after = windows.after.replace(/^,? (?:and|&) (?:(?:his|her|their) [\w-]+,? )?¤/, '');
  const mentioned = /^,/.test(after) && Work.INSERTED_AGENT.test(before);
  let patient = 0;
  let care = 0;
  const raise = (value: number): void => {
    patient = Math.max(patient, value) + Math.min(patient, value) * 0.4;
  };

  const role = Staff.lastWords(before, lexicon.providerRoles);
  if (Staff.ROLE_BEFORE.test(before)) care += 0.9;
  if (role && !/^(?:sir|fellow|vet|trainee|researcher)$/i.test(role)) care += 0.9;
  if (Staff.PROVIDER_BEFORE.test(before)) care += 0.9;
  if (Staff.STAFF_LIST.test(before)) care += 0.9;
  if (name.title !== undefined && OFFICE_TITLES.has(name.title)) care += 0.6;
  if (Staff.TEACHES.test(after) || Staff.SERVES_YOU.test(after) || Staff.QUALIFIED.test(before) || Staff.CLASS_SLOT.test(before)) care += 0.9;
  else if (Staff.AGENTIVE.test(before) || (Staff.TRADE.test(before) && !/§/.test(after + next))) care += 0.5;
  if (name.form === 'given' && Staff.SERVICE_WITH.test(before) && Staff.SERVICE_END.test(after) && !ONE_PERSON.test(after + next.slice(0, 60))) care += 0.9;
  if (Patients.SESSION_WITH.test(before) && ONE_PERSON.test(after + next.slice(0, 60)) && NEAR_HEALTH.test(after + next)) raise(0.7);
  if (Staff.TO_CALL.test(before) && !/\bback $/i.test(before) && Staff.CALL_FOR.test(after) && !/\b(?:his|her)\b/i.test(after)) care += 0.9;
  if (name.form === 'family' && Staff.FUNDS.test(after)) care += 1;
  if (Staff.OFFICE_AFTER.test(after) || Staff.TITLE_AFTER.test(windows.letters) || Staff.SPECIALTY_AFTER.test(windows.letters)) care += 0.9;
  if (Staff.SERVED_AFTER.test(windows.letters) && /anniversar/i.test(windows.opening)) care += 0.9;
  if (Work.ROLE_IS.test(before) && Staff.lastWords(before.replace(/ (?:is|was|are|were)(?: (?:named|called))? $/i, ' '), lexicon.providerRoles)) care += 0.9;
  if (Work.CLERGY.test(windows.opening) || Work.SENT_TO.test(before) || Work.STARTED.test(after) || Work.AT_SHOP.test(after) || Work.HANDLER.test(before)) care += 0.9;
  if (((Work.DESK_LINE.test(before) || Work.DESK_LINE.test(windows.opening)) && Work.PHONE_BEHIND.test(after)) || Work.SERVES_NEXT.test(next) || Work.CERTIFIED_AFTER.test(windows.letters) || Work.CARE_OF.test(windows.opening) || (before.trim() === '' && /\battn\.\s*$/i.test(previous)) || Work.AWARDED.test(before)) care += 0.9;
  if ((Work.WINNER_IS.test(`${previous} ${before}`.slice(-90)) && !/§/.test(previous + before)) || Work.CHAMPION.test(before) || Work.GUESSED.test(after) || Work.OUR_HEAD.test(before) || Work.FAMILY_TRADE.test(before)) care += 0.9;
  if (Staff.ROSTER.test(`${previous}${before.trim() === '' ? '' : ' ¤'}`) || (Staff.ROSTER.test(previous) && /^\s*(?:¤(?: \([^()]{2,30}\))?,? (?:and )?|\p{Lu}[\p{L}]+(?: \([^()]{2,30}\))?,? (?:and )?)*$/u.test(before)) || (Staff.LEAVE_FOR.test(before) && Work.PHONE_BEHIND.test(after))) care += 0.9;
  if ((Work.ORDER_FROM.test(before) && !ONE_PERSON.test(after)) || (Staff.THANKED.test(before) && Work.GIFT_THANKED.test(after))) care += 0.9;
  if (Work.OURS_FOR_YEARS.test(after) || Work.BEQUEATHED.test(before) || Work.ENTERPRISES.test(after)) care += 0.9;
  if (mentioned || Work.RAISED.test(after) || Work.TAKES_OVER.test(after) || (Work.MADE_IT.test(after) && !/§/.test(after.replace(/[§◊] (?:garden|wing|suite|chapel|lobby|gym)/g, '')))) care += 0.9;
  if (Staff.SIGNS_OFF.test(before) && !Patients.MY_CARE.test(previous)) care += 0.9;
  if (Work.OWNS_LAND.test(after) || Work.WON_IT.test(after) || Work.HAS_DONE.test(after) || Staff.LIKE_HER.test(before) || (/^[.:]?\s*$/.test(after) && before.trim() === '' && Staff.ROLE_NEXT.test(next)) || (windows.comment && (Work.ON_PAGE.test(after) || Work.TELLS_COLLEAGUES.test(after)) && !/\b(?:patients?|pt|his|her)\b/i.test(before + after))) care += 0.9;
  if (Work.WELCOMED_BEFORE.test(before) && Work.TO_THE_TEAM.test(after)) care += 1;
  if (Work.GIVES_TIME.test(after) || Work.IN_TRAINING.test(windows.opening)) care += 0.9;
  if (Work.THANKED_FOR.test(after) || Work.NOTED.test(windows.opening) || Work.WORKS_ABROAD.test(windows.letters)) care += 0.9;
  if (name.title === 'coach' && /\b(?:sleep|health|life|nutrition|swim|birth|strength|recovery|voice|habit|[a-z]+ing|[a-z]+ness) $/.test(before)) care += 0.9;
  if (Work.CLASS_BY.test(before) || Work.APPEARS.test(after) || (Work.WON.test(previous.slice(-80) + before) && !NEAR_HEALTH.test(before)) || (Work.GREETER_NEXT.test(next) && Patients.SELF_BEFORE.test(before)) || Work.EDITOR.test(previous + before) || Work.ENGAGED.test(after) || Work.VOLUNTEERS.test(before)) care += 0.9;
  if (Staff.THERE_NEXT.test(next) && /^[.*_]{0,4}\s*$/.test(after) && before.trim() === '') care += 0.9;
  if (STAFF_LETTERS.test(windows.opening) || (Work.PARTED.test(before) && /^\)/.test(after))) care += 0.9;
  if (Work.GIVEN_TO.test(before) || Work.ALONG_WITH.test(before) || Work.IS_OFF.test(after) || Work.RETIRES.test(after) || Work.SUCCEEDS.test(before) || Work.MADE_BY.test(before) || Work.SUPPLIES_US.test(before) || Work.TAKES_PEOPLE.test(after) || (Work.INTERVIEW.test(before) && Work.SPEAKS_ON.test(after)) || (Work.ASK_BEFORE.test(before) && Work.ASK_AFTER.test(after))) care += 0.9;
  if (Staff.ASKED.test(after) || Work.SERVES_READER.test(after)) care += 0.6;
  if ((Work.RACE_TIME.test(windows.letters) && Work.RACES.test(`${previous} ${before}`)) || (Work.SCORE.test(windows.following) && Work.CONTEST.test(`${previous} ${before}`) && !/[§]/.test(before + after))) care += 0.9;
  if (Staff.SCHOOL_OF_CARE.test(before + after) && !Patients.HER_ILLNESS.test(after)) care += 0.9;
  if (/^(?:officer|deputy)$/.test(name.title ?? '') && Work.OFFICE_OF.test(windows.opening)) care += 0.9;
  if (Work.MAILBOX_AFTER.test(windows.letters) || (before.trim() === '' && !/[§‡]/.test(after) && Work.CONTACT_LINE.test(windows.letters))) care += 1;
  if (Staff.CONTACT_AFTER.test(after) && Staff.ENQUIRE.test(before) && !/§/.test(after)) care += 0.6;

  if (Work.IN_BRACKETS_BEFORE.test(before) && /^(?:,? (?:and|&) ¤)?\)/.test(after) && (`${previous}${before}¤${after}${next}`.match(Work.BRACKETED) ?? []).length > 1) care += 0.9;

  if ((Staff.REPLY_FROM.test(before) && Staff.REPLY_ENDS.test(after)) || Staff.ROLE_IN_BRACKETS.test(before) || Staff.AUTHOR_NEXT.test(next)) care += 0.9;
  if (Staff.COLLEAGUE.test(before) || Staff.OF_DEPARTMENT.test(windows.letters) || Staff.FOR_PATIENTS.test(before) || Staff.IS_APPOINTED.test(windows.letters) || Staff.HOUSES_OWN.test(before)) care += 1.5;
  if (Staff.REMEMBERED.test(before) && Staff.REMEMBERED_BY.test(windows.letters)) care += 0.9;
  const strong = Patients.PATIENT_BEFORE.exec(before)?.groups?.['strong']?.toLowerCase();
  if (strong && !/\b(?:board|staff|team|faculty|caring for|for)\s[\w ]*$/i.test(before.slice(0, before.toLowerCase().lastIndexOf(strong)))) {
    raise(/^(?:member|resident|graduates?)$/.test(strong) ? 0.6 : /s$/.test(strong) && strong !== 'alumnus' && !/[:—–-]\s*$|like|including|such as/.test(before) ? 0.5 : 1);
  }
  const sentence = `${before}¤${after}`;
  const studied = Patients.JOINED_STUDY.test(after);
  const hersBefore = Patients.AFTER_HERS.test(before) && !/\b(?:residency|fellowship|training|internship|studies|degree|rotation|shift|clinic|lecture|talk)\b[^¤]*$/i.test(before);
  const acts = !studied && !hersBefore && (Work.TAKES_PEOPLE.test(after) || Work.TAKES_OVER.test(after) || Staff.PROVIDER_VERB.test(after) || Work.ON_PATIENTS.test(after) || Work.QUALIFIES.test(after) || Work.HOSTS.test(after) || Work.MENDED_HOUSE.test(after) || Work.WORKS_LONG.test(after) || Work.PLIED.test(after) || Work.CAME_TO_GIVE.test(after) || Work.MAKES_FOOD.test(after) || Work.RUNS_IT.test(after) || Work.KEEPS_HOUSE.test(after) || (windows.comment && Work.BRANCH_OF.test(after)));
  const own = mentioned ? '' : Patients.beforeOthers(after);
  const experienced = Patients.EXPERIENCED.test(own);
  const deed = Patients.HAD.exec(own)?.groups?.['deed'];
  const had = deed !== undefined && !acts && !(care >= 0.9 && Work.ROUTINE.test(deed)) && !/\b(?:never|not|hasn['’]t|haven['’]t|without)\b[^.;]{0,12}$/i.test(own.slice(0, own.indexOf(deed))) && !/^(?:has|have|had) never\b/i.test(deed) && !Staff.NOT_CARE.test(own.slice(0, own.indexOf(deed) + deed.length)) && !Staff.SKILLED.test(deed);
  const possession = Patients.OF_HERS.exec(after)?.[0];
  const hers = possession !== undefined && !Staff.TEACHES.test(after) && !Staff.NOT_CARE.test(possession) && !Work.ADVICE.test(after) && !Work.CAUSE_AFTER.test(after.slice(possession.length));
  // Nurses and photographers fall ill too: what happened to them outweighs what they are.
  if ((had || hers || studied || hersBefore || (experienced && (NEAR_HEALTH.test(after.slice(0, 160)) || Patients.SURELY_CARED.test(after)))) && !acts) care = 0;
  // Who built the garden of a hospice and died was no patient of it.
  if (Work.MADE_IT.test(after) && / who \w+ .*\b(?:died|passed away)\b/.test(after)) care += 1.5;
  if (Staff.COLLEAGUE.test(before) && /^,? (?:who )?(?:died|passed away)\b(?![^.;]*§)/.test(after)) care += 1.5;
  if (Staff.AT_DESK.test(after) || Staff.IN_DEPARTMENT.test(after) || Staff.OF_THE_HOUSE.test(after) || Staff.GAVE.test(after)) care += 1;
  if (Staff.STAFF_DAY.test(before) || Staff.FOR_QUESTIONS.test(before) || Staff.COVERS.test(after)) care += 0.9;
  if (Staff.APPOINTED_BEFORE.test(before) && Staff.APPOINTED_AFTER.test(after)) care += 1;
  if (Staff.ON_THE_LINE.test(before) || (Staff.GIVERS.test(previous + before) && !/§/.test(before + after))) care += 0.9;
  if (Staff.I_SAW.test(before) && !/\b(?:his|her|their)\b/i.test(after)) care += 0.9;
  if (Staff.ROLE_OF.test(after) || (Staff.CALLS_FROM.test(before) && Staff.FROM_US.test(windows.letters))) care += 1;
  if (Staff.credentialAfter(windows.letters, lexicon) || Staff.lettered(windows.following, lexicon)) care += 1.2;
  if (name.form === 'handle' && Staff.HANDLE_OF_STAFF.test(name.handle ?? '')) care += 1;
  if (name.form === 'handle' && /^ \((?:the |our )?[\w§◊‡ ]{1,20}\)/.test(after)) care += 1;
  if (Work.PLAYED.test(after) && !/[§]/.test(after)) care += 0.9;
  // "gave $5,000 after Verlin's valve surgery": a giver, and a patient.
  if (provider) care += name.title === undefined ? (hers && /\b(?:after|since|following|until|during) $/i.test(before) ? 0.3 : 0.9) : 1.2;
  if (acts) care += 1;
  const works = care >= 0.8 || (Work.OCCUPIED.test(before) && (!/§/.test(sentence) || /^ [a-z]{2,}s (?!.{0,200}\b(?:his|her|with)\b)/.test(after))) || Staff.NOT_CARE.test(`${before.slice(-60)}¤${after.slice(0, 60)}`);
  if (experienced) raise(0.9);
  else if (Patients.EXPERIENCED_ABROAD.test(after)) raise(0.9);
  if (Patients.PATIENT_ABROAD.test(before) || Patients.PATIENT_ABROAD_AFTER.test(after)) raise(0.9);
  if (care < 0.5 && (/\b(?:his|her|he|she)\b/i.test(after) || Patients.WE_MENDED_NEXT.test(next)) && Patients.MENDED_NEXT.test(next)) raise(0.85);
  if (had) raise(0.8);
  if (studied || hersBefore) raise(0.9);
  if (isBrought(before, after)) raise(0.8);
  if (hers) raise(0.9);
  if (Patients.PATIENT_AFTER.test(after)) raise(1);
  if (Patients.RECORD_AFTER.test(after) || Patients.CODE_BEFORE.test(windows.opening) || Patients.CODE_AFTER.test(windows.letters)) raise(0.9);
  if (Patients.AGE_AFTER.test(after)) raise(/§/.test(after) && !Staff.NOT_CARE.test(after) ? 0.8 : 0.5);
  if (Patients.AGE_IS.test(after) && (Patients.HAS_IT_NEXT.test(next) || /§/.test(after))) raise(0.9);
  if (Patients.SCHEDULE_BEFORE.test(before) && Patients.FRAGMENT_AFTER.test(after)) raise(0.95);
  if (name.form === 'handle' && name.surname !== undefined && /[§‡]/.test(previous + before)) raise(0.7);
  if (name.form === 'handle' && (/[§‡]/.test(after) || Patients.MY_CARE.test(after))) raise(0.7);
  if (Patients.OUR_ONE.test(after) || Patients.OUR_ONE.test(next.replace(/^\s*["“]?(?:She|He|They)\b/, ''))) raise(0.9);
  if (Patients.PATIENT_FRAGMENT.test(previous)) raise(0.8);
  if (Patients.ELLIPTIC.test(next)) raise(0.7);
  if (Patients.TALKS.test(after)) raise(0.5);
  if (Patients.ASK_HER.test(after)) raise(0.7);
  if (Patients.DONE_FOR.test(before)) raise(0.8);
  if (Patients.HUMAN.test(after) && NEAR_HEALTH.test(after)) raise(0.8);
  if (name.inverted && (/[§‡]|\d/.test(after) || /\d[^.]{0,12}$/.test(before))) raise(0.7);
  if (Patients.SELF_BEFORE.test(before) && Staff.PROVIDER_SELF.test(`${after} ${next}`) && !/\bmy (?:[\w-]+ )?§/i.test(after + next)) care += 1;
  if (Patients.SELF_BEFORE.test(before) && Patients.MY_CARE.test(`${previous} ${before} ${after} ${next}`)) raise(0.9);
  if (Patients.REVIEW_BY.test(before)) raise(0.8);
  if (Patients.PUT_IN_BRACKETS.test(after) || Patients.LIGHTER.test(before)) raise(0.75);
  // "Cancer free since May. Ottoline B., 51"
  if (before.trim() === '' && previous.length < 160 && /§/.test(previous) && Patients.AGE_AFTER.test(after) && care < 0.5) raise(0.7);
  if (Patients.REVIEW_OF_CARE.test(after) || Patients.OUR_OLDEST.test(after) || Patients.DELIVERING.test(before)) raise(0.8);
  if (before.trim() === '' && Patients.LOOK_WHO.test(previous)) raise(0.8);
  if (Patients.FIXED_HERE.test(after + next) && ONE_PERSON.test(after + next)) raise(0.75);
  if (Patients.AT_MONTH.test(after)) raise(0.75);
  if (Patients.PATIENT_WHO_IS.test(before) || Patients.GRATEFUL.test(before)) {
    care = 0;
    raise(0.9);
  }
  if (Patients.RE_LINE.test(before) && (/[§‡]/.test(next + after) || /\b(?:seen|treated|injur\w+|surgery|evaluated)\b/i.test(next + after))) {
    care = 0;
    raise(0.85);
  }
  if (Patients.FIRST_TO_HAVE.test(before) || Patients.IDENTIFIED_AS.test(before) || Patients.FILMED.test(after) || Patients.RECIPIENTS.test(`${previous} ${before}`)) {
    care = 0;
    raise(0.9);
  }
  if (Patients.COMPLAINED.test(windows.opening)) {
    care = 0;
    raise(0.8);
  }
  if (Patients.REVIEWED_ON.test(after)) {
    care = 0;
    raise(0.85);
  }
  if (Patients.SHARES.test(after)) raise(0.7);
  if (Patients.SOMEBODY_BEFORE.test(before)) raise(0.5);
  if (Patients.DOCTOR_DID.test(after) || Patients.DOCTOR_ON.test(before)) raise(0.85);
  if (Patients.TOLD_BEFORE.test(before)) raise(0.6);
  if (Patients.STRONGLY_CARED.test(before)) raise(0.8);
  else if (Patients.CARED_FOR.test(before)) raise(0.15);
  if (Patients.ON_WALL.test(after) && Patients.LISTED_ILLNESSES.test(`${before}¤${after}`)) raise(0.8);
  if (Patients.IN_STORIES.test(before) || Patients.FROM_TO.test(after)) raise(0.85);
  if (Patients.STARRED.test(before)) {
    care = 0;
    raise(0.85);
  }
  if (Patients.CALLED_BY.test(before) && NEAR_HEALTH.test(before + after + next)) raise(0.85);
  if (Patients.FROM_OUR_CHAIR.test(after) || Patients.AFTER_WE.test(after)) raise(0.85);
  if (Patients.STORY_OF.test(before)) raise(0.7);
  if (Patients.WE_SAW.test(before) && Patients.SINCE_HERS.test(after)) raise(0.85);
  if (Patients.RELATIVE_STRICT.test(before) || (Patients.RELATIVE_BEFORE.test(before) && /^(?:mrs|mr|ms)$/.test(name.title ?? ''))) raise(0.5);
  if (Patients.MINE.test(before) && /[§‡]/.test(own)) raise(0.7);
  if (Patients.LED_IN.test(previous) && before.trim() === '' && !/[.!?]/.test(after.slice(0, -1))) raise(0.85);
  if (Patients.AGED_BEFORE.test(before)) raise(0.7);
  if (Patients.CELEBRATED.test(before)) raise(Staff.NOT_CARE.test(after) ? 0.2 : CARE_OR_SETTING.test(`${previous} ${before} ${after} ${next}`) || /§/.test(previous + after + next) ? 0.6 : 0.4);
  if (Patients.MEET.test(before)) raise(0.3);
  if (Patients.ROOM_BEFORE.test(before)) raise(0.8);
  if (Patients.IN_ROOM.test(after)) raise(0.9);
  if (Patients.SHOWN.test(before) && Patients.PRONOUN_CARE.test(after)) raise(0.7);
  if (Patients.ON_WARD.test(before) && Patients.WARD_LINE.test(after)) raise(0.9);
  if (listing && !Work.OCCUPIED.test(before) && (Patients.FRAGMENT_AFTER.test(after) || Patients.FRAGMENT_BEFORE.test(before))) raise(0.6);
  if (name.title !== undefined && /^(?:mr|mrs|ms|miss|mx|baby|grandma|grandpa|little)$/.test(name.title)) raise(0.3);
  if (name.form === 'family' && /^,? (?:whose|who)\b|^ (?:drove|came|travel)/.test(after)) raise(0.4);
  if (!works && Patients.PRONOUN_CARE.test(after)) raise(0.5);
  else if (!works && Patients.PRONOUN_CARE.test(before)) raise(0.4);
  if (care < 0.8 && Patients.NEXT_EXPERIENCED.test(next)) {
    const story = next.replace(Patients.NEXT_EXPERIENCED.pattern, '');
    if (Staff.PROVIDER_VERB.test(` ${story.trimStart()}`)) care += 0.3;
    else if (Patients.EXPERIENCED.test(story) || Patients.HAD.test(story) || Patients.OF_HERS.test(`'s${story}`)) raise(0.7);
    else if (/^\s*(?:She|He|Her|His)/.test(next) && new RegExp(HEALTH, 'i').test(next)) raise(0.3);
  }
  // "She was seven when she came to us. Today Rima …": the story comes before the name.
  if (care < 0.5 && !works && patient < 0.7 && !previous.includes('¤') && TOLD_OF_ONE.test(previous) && toldOfOne(previous)) raise(0.7);
  if (care < 0.5 && !works && patient < 0.65) {
    const around = `${previous} ${before} ${after} ${next}`;
    const told = NEAR_HEALTH.test(around) && !Staff.STAFF_VOICE.test(around) && !Staff.NOT_CARE.test(around) && !/¤.*¤/.test(around);
    if (told && name.strength >= 0.5 && ((Patients.NARRATED.test(after) && ONE_PERSON.test(after + next)) || Patients.PRONOUN_NEXT.test(next))) raise(0.65);
    else if (told && /^(?:mr|mrs|ms|miss)$/.test(name.title ?? '')) raise(0.65);
  }
  if (Patients.NEXT_HERS.test(next)) raise(had ? 0.9 : 0.6);
  if (Patients.AGAIN_WITH.test(after) && !provider) {
    care = 0;
    raise(0.85);
  }
  if (care < 0.5 && (Patients.YEARS_OF_CARE.test(after) || (Patients.CELEBRATED.test(before) && Patients.CONGRATULATED_ON.test(after)))) raise(0.85);
  if (name.form === 'initials' && Patients.ATTRIBUTED_BEFORE.test(before) && /^, ?(?:[\w-]+ ){0,3}§/.test(after)) raise(0.85);
  if (care < 0.5 && Patients.LED_UP_TO.test(before) && NEAR_HEALTH.test(before + after + next)) raise(0.85);
  if (care < 0.5 && (Patients.LATER.test(after) || (Patients.LED_IN.test(before) && !/\b(?:\w+(?:acy|ery|ine|try|logy|tal|ic|cal|sia) residents|chief residents|incoming)\b/i.test(before) && name.strength >= 0.4))) raise(0.8);
  if (!provider && role === undefined && (Patients.RETURNS.test(after) || Patients.TELLS_OF_LIFE.test(after))) {
    care = 0;
    raise(0.85);
  }
  if (care < 0.5 && Patients.WENT_HOME.test(after) && /\b(?:n?icu|unit|ward|hospital|birth|floor)\b/i.test(previous + before + after)) raise(0.7);
  if (care < 0.5 && Patients.OUR_TEAM_NEXT.test(next)) raise(0.65);
  if (Patients.CATAPHORA.test(before)) {
    care = 0;
    raise(0.9);
  }
  if (care < 0.5 && (!works || / because of /.test(own)) && Patients.HER_ILLNESS.test(own)) raise(0.75);
  if (Patients.OUR_USER.test(before) && CARE_OR_SETTING.test(before) || (Patients.STAYED_WITH.test(before) && /[§]/.test(before + after))) raise(0.75);
  if (!works && care < 0.5 && Patients.WE_DID.test(after) && CARE_OR_SETTING.test(sentence)) raise(0.8);
  if (Patients.WHOSE.test(after) || Patients.WE_MENDED.test(after) || Patients.WITH_ILLNESS.test(after)) raise(0.85);
  if (Patients.BEFORE_CARE.test(after)) {
    care = 0;
    raise(0.9);
  }
  if (Patients.IN_FOR.test(after)) raise(0.85);
  if (Patients.NEWBORN.test(after) || Patients.NEWBORN_BEFORE.test(before)) raise(0.9);
  if (Patients.MEET.test(before) && Patients.OUR_PATIENT.test(after)) raise(0.9);
  if ((had || experienced) && Patients.IN_THIS_HOUSE.test(after)) care = 0;
  const turned = care >= 0.8 && turnedPatient(before, after, next, previous);
  if (turned || Patients.OWN_CARE.test(after) || Patients.OWN_CARE.test(next)) {
    // Title, role and all that is told of the work speak for one thing: that somebody gives care.
    if (turned || Patients.ON_TABLE.test(after)) care = Math.min(care, turned && !provider ? 0.3 : 1);
    else if (Patients.OWN_ILLNESS.test(after + next)) care = Math.min(care, 1.2);
    patient += 1.3;
  }
  if (care < 0.5 && NEAR_HEALTH.test(before + after + next) && Patients.BORN_AFTER.test(after)) raise(0.9);
  if (care <= 1 && !provider && role === undefined && (Patients.LAB_AFTER.test(after) || Patients.LAB_BEFORE.test(before) || (before.trim() === '' && Patients.LAB_BEFORE.test(previous)))) {
    care = 0;
    raise(0.85);
  }

  const attributed = Patients.ATTRIBUTED_BEFORE.test(before) || (before.trim() === '' && /["”]\s*$/.test(previous)) || Patients.SPEAKS_AFTER.test(after);
  if (attributed && !experienced && !had && Work.SHOPPED.test(`${previous} ${before}`) && !SURELY_TREATED.test(`${previous} ${before}`)) care += 0.9;
  else if (attributed) {
    const words = `${previous} ${before} ${Patients.SPEAKS_AFTER.test(after) ? `${after} ${next}` : next}`;
    if (Staff.STAFF_VOICE.test(words) && !Patients.MY_CARE.test(words)) care += 0.6;
    else if (Patients.MY_CARE.test(words)) raise(0.8);
    else if (Patients.QUOTED_CARE.test(words)) raise(0.6);
    else if (Patients.FIRST_PERSON.test(words)) raise(0.3);
  }
  // Nobody's role is told, but a health fact stands beside: in copy of a clinic that is a patient until shown otherwise.
  // Whoever stands in a list of names did something together with the others.
  const listed = (/¤,? $/.test(before) || /^,? (?:and )?¤/.test(after)) && (sentence.match(/¤/g) ?? []).length > (page ? 2 : 4);
  if (patient < 0.6 && care < 0.5 && !works && !listed && ((name.form === 'given' && name.end - name.start > (name.given ?? '').length + 1) || !PLACE_NAMES.has(name.surname ?? name.given ?? '')) && !/\b(?:by|with|in|at|near|the) $/i.test(before)) {
    const whole = name.strength >= 0.6 && (name.form === 'full' || name.form === 'family' || name.title !== undefined);
    const block = `${previous} ${page && Work.TO_READER.test(next) ? '' : next}`;
    const one = /\b(?:he|she|his|her|him)\b/i.test(`${after} ${next.slice(0, 60)}`);
    if (/§/.test(sentence)) {
      if (whole || (name.form === 'full' && name.strength >= (one ? 0.3 : 0.45)) || (name.form === 'given' && name.strength >= 0.5 && !windows.comment)) raise(0.6);
    } else if ((whole || (name.form === 'given' && name.strength >= 0.5 && !windows.comment)) && (page ? one && (CARE_OR_SETTING.test(sentence) || /§/.test(block)) : CARE_OR_SETTING.test(sentence) || /§/.test(block) || (one && CARE_OR_SETTING.test(block))) && !Staff.STAFF_VOICE.test(block)) raise(0.6);
  }
  if (Patients.ORGAN_DONOR.test(before)) {
    care = 0;
    raise(0.8);
  }
  if (Patients.SELF_AFTER.test(after + next) && Patients.MY_CARE.test(`${after} ${next}`)) raise(0.8);
  // The son of the doctor is no patient because his mother treats some.
  if (/(?:¤|\bdr\.)[^.;]{0,60}$/i.test(before) && Patients.RELATIVE_STRICT.test(before) && /\bdr\b/i.test(windows.opening) && !Patients.MINE.test(before)) patient -= 0.6;
  // "My dad, Walt, had terrible teeth … – Jenny Sorrell, DDS": the family of the clinician who writes.
  if (Staff.MY_KIN.test(before) && !Patients.MENDED_NEXT.test(next) && (Staff.SIGNED_BY_CLINICIAN.test(windows.following) || Staff.MY_TRADE.test(`${after} ${next}`))) {
    patient -= 1;
    care += 0.9;
  }
  if (KIN_OF_STAFF.test(windows.opening) && !hers && !had && !experienced) patient -= 0.6;
  return { patient, provider: care, public: Public.isKnownFigure(name, windows) ? 9 : Public.isPublic(name, windows) ? 1.5 : 0, attributed };
}

/** What nobody says of a shop. */
const SURELY_TREATED = /\bmy (?:[\w-]+ ){0,2}§|\b(?:saved my|diagnosed|surgery|operation|treated me|my (?:doctor|dentist|surgeon|therapist|teeth|back|knees?|hips?|skin))\b/i;

/** "RN Kelsey", "MA Tito": letters of who works here before the bare name. */
const STAFF_LETTERS = /(?:^|[\s(*_])(?:RN|NP|LPN|LVN|CNA|CMA|RDH|CRNA|EMT|FNP|PA-C|APRN|DPT|RDN?|SLP|LCSW|LMT)s? $/;

/** "Chef Armand's cousin, Delphine" */
const KIN_OF_STAFF = new RegExp(String.raw`\b(?:founder|owner|director|surgeon|president|chairman|architect|builder|benefactor|namesake)['’]s (?:\w+ )?(?:${RELATIVES}|granddaughter|grandson|cousin|niece|nephew|uncle|aunt),? $|\b(?:Chef|Dr\.?|Nurse|Coach|Pastor|Chaplain|Rev\.?) (?:\p{Lu}[\p{L}'’-]+ ){0,1}\p{Lu}[\p{L}-]+['’]s (?:\w+ )?(?:${RELATIVES}|cousin|niece|nephew|uncle|aunt),? $`, 'u');

const TOLD_OF_ONE = /(?:^|[.!?]["”]?\s)(?:[A-Z][^.!?]{0,60}\b)?(?:she|he|her|his)\b/i;
/** A sentence of the text tells what happened to her or him. */
const toldOfOne = (text: string): boolean =>
  text.split(/(?<=[.!?]["”]?)\s/).some((sentence) => {
    const match = /\b(?:she|he|her|his)\b/i.exec(sentence);
    if (!match || Staff.NOT_CARE.test(sentence)) return false;
    const told = sentence.slice(match.index + match[0].length);
    return Patients.EXPERIENCED.test(told) || Patients.HAD.test(told);
  });
