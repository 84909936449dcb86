import { historical } from './history.ts';
import { ageOfPatient, contactOfPatient, dateOfCare, HYPOTHETICAL, labelsDate, numberOfPatient, placeOfPatient, tellsOfOne } from './individuals.ts';
import type { NameMention } from './names.ts';
import { findNumbers } from './numbers.ts';
import type { Around, Persons } from './persons.ts';
import { findPlaces } from './places.ts';
import type { Reading } from './reading.ts';
import { roleOf } from './roles.ts';
import { trackingCalls } from './scripts.ts';
import { findUniquePersons } from './unique-persons.ts';
import { PROVIDER_TITLES } from './words.ts';

/** Addresses that reach nobody. */
const UNREAL_MAIL = /@(?:[\w-]+\.)*(?:invalid|localhost)(?:\.|$)/i;

/** What an engineer writes of machines that answer at an address. */
const NETWORK = /\b(?:udp|tcp|ports?|firewall|whitelist\w*|allow-?list\w*|subnet|gateway|dns|nameserver|proxy|server (?:ip|address)|cidr|vpn|a record|load balancer)\b/i;

/** An address beside a number to call, a fax or a mailbox is where the practice is. */
const isOffice = (text: string, start: number, end: number): boolean =>
  /\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}|@[\w-]+\.|\bfax\b|\bhours\b|\b(?:suite|ste|floor|unit|c\/o) /i.test(text.slice(Math.max(0, start - 60), end + 140)) && !/\b(?:home|lives?|lived|living|his|her|my|patient(?!s| name)|client|address)\b/i.test(text.slice(Math.max(0, start - 60), start));

/** Somebody is called by more than a pronoun. */
const CALLED = /\b(?:patient(?!s)|survivor|resident|client|participant|(?:wo)?man|girl|boy|baby|infant|newborn|toddler|teen(?:ager)?|couple|family|veteran|\d+-year-old)\b|¤/i;

/** "Dr. Raymond Oakes, who delivered half the county, died on March 9", "Charge nurse Dee Alvarez retires on June 27": the sentence tells of the life and work of those who give care. */
function ownLife(reading: Reading, at: number, persons: Persons): boolean {
  const { start, end } = reading.sentenceAt(at);
  const named = reading.names.filter((name) => name.strength >= 0.4 && name.start >= start && name.end <= end);
  const [first, second] = named;
  const sentence = reading.sentence(at);
  if (first === undefined || /\b(?:patient|his|her) \w+ died\b/i.test(sentence)) return false;
  if (second === undefined && PROVIDER_TITLES.has(first.title ?? '') && LIVED.test(sentence)) return true;
  return named.every(({ title, given, surname }) => PROVIDER_TITLES.has(title ?? '') || persons.isStaff([surname ?? given ?? ''])) && (LIVED.test(sentence) || WORKED.test(sentence));
}
const LIVED = /¤[^.;!?]{0,90}\b(?:died|passed away|was born|turns?|turned|retires?|retired|married|celebrates?|celebrated)\b/i;
/** What only a working life has. */
const WORKED = /¤[^.;!?]{0,90}\b(?:retir\w+|hangs? up (?:his|her|their)|(?:is|are|will be) leaving us|last (?:day|shift)|steps? down|hands over|(?:starts?|started|joins?|joined|returns?) (?:work|us|the team|as)|years of service|work anniversary|promoted|sworn in|patched|repaired|installed|painted|paved|roofed)\b/i;

/** Beside it a number is of whoever has the appointment or the illness. */
const OF_CARE_FIELD = /^data-(?:patient|pt|appt|appointment|dx|diagnosis|condition|procedure|mrn|reason|visit|dob|treatment)/;

/** Code and logs name by it whoever booked. */
const USER_FIELD = /\b(?:user|patient|customer|client|member|visitor|guest|subscriber|reviewer|caller|sender|lead)(?:[ _-]?(?:id|e?-?mail|phone|tel))?["']?\s?[=:]\s?["']?$/i;

/** What of somebody's care can be dated before it happens. */
const TO_COME = /\b(?:appointments?|appt|scheduled|booked|surgery|procedure|due|reminder|visit|follow-?up|expecting|operation|consult(?:ation)?|expires?|returns?|coming)\b/i;

/** A date with its year that has not come in the year of the run. */
const isAhead = (date: string, asOf: string): boolean => Number(/\b20\d\d\b/.exec(date)?.[0] ?? 0) >= Number(asOf.slice(0, 4)) + 1;

/** A hidden field that tells the form's own program whom to write to. */
const FORM_RECIPIENT = /^\s?(?:to|cc|bcc|from|reply ?to|recipients?|notif\w*|send ?to|mail ?to|e?mail ?to|forward ?to|destination|owner|admin\w*|clinic|practice|office|staff|provider|site|business|form ?(?:to|recipient|e?mail))\b/i;

/** Numbers, addresses and codes. */
export function findPatientNumbers(reading: Reading, persons: Persons, { own, health, drafts }: Around): void {
  const { passage } = reading;
  const calls = passage.zone === 'script' ? trackingCalls(passage.text) : [];
  let next = 0;
  for (const number of findNumbers(passage.text)) {
    const raw = passage.text.slice(number.start, number.end);
    if (number.kind === 'email' && UNREAL_MAIL.test(raw)) continue;
    while ((calls[next]?.end ?? Infinity) < number.end) next++;
    const inCall = (calls[next]?.start ?? Infinity) <= number.start;
    if (passage.zone === 'script' && !number.always && !inCall) continue;
    if ((number.kind === 'phone' && own().phone(raw)) || (number.kind === 'email' && own().email(raw))) continue;
    if (number.kind === 'email' && passage.zone === 'form' && FORM_RECIPIENT.test(passage.label)) continue;
    if (/xxx|\bformat\b|\blooks like\b|\be\.g\./i.test(passage.text.slice(Math.max(0, number.start - 40), number.start)) && !number.always) continue;
    let patient = 1;
    if (!number.always) {
      if (number.kind === 'phone' || number.kind === 'email') {
        patient = inCall || USER_FIELD.test(passage.text.slice(Math.max(0, number.start - 24), number.start)) ? 0.9 : passage.zone === 'form' ? 0.7 : /\b(?:patient|customer|client|user|subscriber|lead)/i.test(passage.zone === 'attribute' ? passage.label : '') ? 0.8 : contactOfPatient(reading, number.start, number.end, persons.inPassage(reading));
        if (number.kind === 'email' && passage.zone === 'text' && !persons.inPassage(reading) && !own().privateMail(raw)) patient = patient < 0.8 ? 0 : 0.55;
        if (passage.record && patient === 0 && persons.inPassage(reading) && !/\b(?:call|office|clinic|contact)\b/i.test(passage.text)) patient = 0.7;
        if (patient < 0.8 && passage.zone === 'attribute' && passage.element?.attributes.some(({ name }) => OF_CARE_FIELD.test(name))) patient = 0.8;
      } else if (number.kind === 'ip') patient = NETWORK.test(reading.around(number.start)) ? 0 : /\b(?:visitor|user|patient|session|client|caller|searched|booked|viewed|clicked|asked|visited|submitted|accessed|logged|requested)\b|§/i.test(reading.around(number.start)) ? 0.8 : 0;
      else patient = numberOfPatient(reading, number.start, number.kind);
    }
    if (!number.always && persons.isStaffed(passage) && !persons.inPassage(reading) && passage.zone === 'text' && !/\b(?:patient(?!s)|lady|gentleman|woman|caller|customer)\b/i.test(reading.sentence(number.start))) continue;
    if (patient < 0.5) continue;
    // Who wears a device is ill.
    const near = number.always ? 1 : Math.max(number.kind === 'device' ? 0.55 : 0, health.of(reading, number, false));
    drafts.add(reading, number, { kind: number.kind, always: number.always, patient, health: near, setting: passage.record ? 'record' : 'copy' });
  }
}

/** "born 9/14/1951 · heart attack 1/3/2026 · rehab done 4/17/2026": one life, though nobody is called he or she. */
const isTimeline = (reading: Reading): boolean => /\bborn\b|\bdob\b/i.test(reading.passage.text) && reading.dates.filter(({ year }) => year).length > 2 && reading.health.some(({ weight }) => weight >= 0.5);

/** Dates, ages and places, which identify by adding up. */
export function findDatesAndPlaces(reading: Reading, persons: Persons, { own, health, drafts, context, page }: Around): void {
  const { passage } = reading;
  if (passage.zone === 'script' || passage.text.length < 4) return;
  const named = persons.inPassage(reading);
  if (!named && persons.isFamous(passage)) return;
  const timeline = isTimeline(reading);
  const told = named || tellsOfOne(passage.text) || timeline;
  if (!told && reading.names.length === 0 && passage.zone !== 'form' && !labelsDate(passage.text)) return;
  const staff = context().of(passage.block) === 'staff';
  // "He lives in Orrin Falls with two spaniels", behind a sentence on the dentist.
  const ofStaff = (at: number): boolean => staff || (!named && persons.isStaffed(passage) && (!CALLED.test(reading.sentence(at).replace(/\bwith (?:her|his|their) .*$/, '')) || ownLife(reading, at, persons)));
  for (const mention of reading.dates) {
    let patient = mention.kind === 'age' ? ageOfPatient(reading, mention.start) : dateOfCare(reading, mention.start, mention.end, named);
    if (passage.zone === 'form' && /dob|birth/i.test(passage.label)) patient = 0.9;
    if (timeline && mention.kind === 'date' && mention.year) patient = Math.max(patient, 0.8);
    if (named && patient >= 0.5) patient = Math.max(patient, 0.8);
    if (isAhead(passage.text.slice(mention.start, mention.end), page.context.asOf) && !TO_COME.test(reading.sentence(mention.start))) continue;
    const year = Number(/\b1[89]\d\d\b/.exec(passage.text.slice(mention.start, mention.end))?.[0] ?? 9999);
    if (year < 1990 && !/\b(?:dob|born|birth ?date|date of birth)\b/i.test(passage.text.slice(Math.max(0, mention.start - 40), mention.start)) && passage.zone !== 'form') continue;
    if (patient < 0.5 || ofStaff(mention.start) || historical(reading.sentence(mention.start))) continue;
    drafts.add(reading, mention, { kind: mention.kind, patient, health: health.of(reading, mention, patient >= 0.8), setting: passage.record ? 'record' : 'copy' });
  }
  if (!told) return;
  for (const place of findPlaces(passage.text)) {
    const text = passage.text.slice(place.start, place.end);
    if (ofStaff(place.start) || own().place(text) || reading.names.some((name) => name.strength >= 0.5 && name.start < place.end && name.end > place.start)) continue;
    if (place.scale !== 'town' && !passage.record && isOffice(passage.text, place.start, place.end)) continue;
    const patient = placeOfPatient(reading, place.start, place.end, place.scale, named);
    if (patient < 0.5) continue;
    drafts.add(reading, place, { kind: 'place', patient, health: health.of(reading, place, false), setting: 'copy' });
  }
}

/** "The mayor's husband had his surgery here": nobody is named, and everybody knows who it is. */
export function findDescribed(reading: Reading, persons: Persons, { health, drafts, lexicon }: Around): void {
  const { passage } = reading;
  if (passage.zone !== 'text' || persons.isStaffed(passage)) return;
  for (const { start, end, alone } of findUniquePersons(passage.text)) {
    const mention: NameMention = { start, end, form: 'given', strength: 0.5 };
    const sentence = reading.sentence(start);
    const { patient, provider } = roleOf(mention, reading.windows(mention, health.neighbours(passage)), lexicon, false, false);
    const told = alone ? /[§]/.test(sentence) && /\b(?:our|us|we|here|my)\b/i.test(reading.around(start)) : patient >= 0.8 && provider < 0.5;
    if (!told || HYPOTHETICAL.test(sentence) || historical(sentence) || /\b(?:reads? to|spoke|speaks|hosts?|hosted|chairs?|toured|blesses|brings)\b/i.test(sentence)) continue;
    drafts.add(reading, mention, { kind: 'other', patient: 0.7, health: health.of(reading, mention, true), setting: 'copy' });
  }
}
