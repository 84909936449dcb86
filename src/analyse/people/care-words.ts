import { sift, type Sifted } from '../../match/sift.ts';

/** Things that happen to a patient, as a noun. */
export const CARE = String.raw`smok(?:ing|er|e-free)|before (?:and|&) after|before\/after|aligners?|intake|appt|nicu|icu|[A-TV-Z]\d\d\.\d{1,2}|surger(?:y|ies)|operations?|procedures?|treatments?|therap(?:y|ies)|sessions?|appointments?|visits?|check-?ups?|consult(?:ation)?s?|exams?|x-?rays?|scans?|mri|biops(?:y|ies)|results?|labs?|bloodwork|tests?|screenings?|diagnos[ei]s|prognosis|conditions?|symptoms?|prescriptions?|refills?|meds?|medications?|dos(?:e|age)s?|chemo\w*|radiation|rehab\w*|recovery|injur(?:y|ies)|pain|implants?|crowns?|fillings?|braces|cavit(?:y|ies)|root canals?|tooth|teeth|smile|charts?|records?|copay\w*|deductible|balance|stay|admission|discharge|delivery|birth|pregnancy|labor|infusions?|injections?|shots?|vaccin\w+|transplants?|stents?|pacemaker|transformation|weight[- ]loss|healing|sobriety|sober|prosthe\w+|tumou?r|mass|program(?:me)?|repair|reconstruction|hip|knee|heart|back|shoulder|hearing|vision|eyes?|skin|nose|breasts?|a1c|bmi|blood (?:sugar|pressure)`;
export const HEALTH = `(?:[§‡]|\\b(?:${CARE})\\b)`;
/** Where care happens, and how far an illness has gone: health information, though no condition is named. */
export const SETTING = String.raw`emergency (?:room|department)|hospital|ventilator|hospice|ambulance|bedside|stage (?:[0-4]|I{1,3}|IV)|p?icu|birth center|oncology|cardiology|doctors?|nurses?|clinic`;
export const SUBJECT = String.raw`(?:(?!, (?:our|we|the|it|they|so) )[^.;:!?"“”¤]){0,90}?`;
export const cue = (source: string, flags = 'i'): Sifted => sift(new RegExp(source, flags));
export const CARE_OR_SETTING = cue(String.raw`\b(?:${CARE}|${SETTING})\b`);
export const NEAR_HEALTH = new RegExp(HEALTH, 'i');
export const ONE_PERSON = /\b(?:he|she|his|her|him)\b/i;
