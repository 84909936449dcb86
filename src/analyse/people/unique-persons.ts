import type { Span } from '../../rule.ts';
import { RELATIVES } from './words.ts';
import { sift, type Sifted } from '../../match/sift.ts';

/** Offices and fame of which a town has one: whoever holds it is known without a name (45 CFR 164.514(b)(2)(i)(R)). */
const OFFICE = String.raw`(?:mayor|sheriff|fire chief|police chief|chief of police|judge|superintendent|postmaster|postmistress|weather(?:man|woman| lady| guy| girl)|(?:news ?|tv |television )anchor(?:man|woman)?|state senator|congress(?:man|woman)|governor|bishop|county clerk|(?:school |high school |deputy |vice |assistant )?principal|homecoming queen|prom queen|valedictorian|(?:starting )?(?:quarterback|pitcher|goalkeeper|goalie|point guard)|head coach|(?:morning|radio|talk)[- ](?:show )?host|harbou?r ?master|parish priest|town crier|lighthouse keeper|poet laureate|(?:(?:night|day|general|store|shift|assistant|bank|branch|kitchen) )?(?:manager|owner|pastor|bartender|head cook|librarian|editor|conductor) (?:of|at)(?: the)?(?: [A-Z][\w'’.-]+){1,3})`;
const SCHOOL = String.raw`(?:[A-Z][\w'’.-]+ ){1,3}(?:(?:High|Middle|Elementary)(?: School)?|College|University|Academy|State)`;
const JOB = String.raw`(?:bus driver|crossing guard|custodian|janitor|lunch lady|school nurse|counsel+or|wrestler|linebacker|running back|shortstop|catcher|cheerleader|band director|choir director|drum major|nose tackle|center fielder)`;
const HOLDER = sift(new RegExp(
  String.raw`\b(?:[Tt]he|[Oo]ur|[Aa]) (?:(?:town|county|city|village|state)['’]s |local |current |${SCHOOL}(?:['’]s)? )?(?:${OFFICE}|(?<=(?:High|Middle|Elementary|School|College|University|Academy|State) )${JOB})(?:['’]s (?:${RELATIVES}))?(?! (?:of (?:surgery|nursing|medicine|staff)|candidate|said|says|office)\b)`));

/** "the wife of the Dalton High football coach" */
const RELATIVE_OF_HOLDER = sift(new RegExp(
  String.raw`\b(?:[Tt]he|[Oo]ur) (?:${RELATIVES}) of (?:the|our) (?:(?:town|county|city|village|state)['’]s |local |current |${SCHOOL}(?:['’]s)? )?(?:[\w-]+ )?(?:${OFFICE}|coach)\b`));

const COUNT = String.raw`(?:only|oldest|youngest|first|one of (?:only |just |the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?: other)?)`;
const PERSON = String.raw`(?:persons?|people|patients?|child(?:ren)?|girls?|boys?|kids?|men|women|man|woman|residents?|families|family|teachers?|students?|farmers?|adults?|teenagers?|bab(?:y|ies))`;
const ALONE = sift(new RegExp(
  String.raw`\b(?:[Tt]he )?${COUNT} (?:[\w-]+ ){0,2}${PERSON} (?:in|from|on|at) (?:[Tt]he |[Oo]ur )?(?:entire |whole )?(?:county|state|town|city|village|country|valley|island|reservation|district|school|parish|region|area|world|[A-Z][\w'’.-]+)`));

/** "the mail carrier on Route 5 in Baxter Springs" */
const AT_PLACE = sift(
  /\b(?:[Tt]he|[Oo]ur) (?:[\w-]+ )?(?:carrier|postman|barber|librarian|constable|baker|butcher|mechanic|bus driver|crossing guard|custodian|janitor|organist|umpire|referee|innkeeper|bartender|waitress|cashier|shoemaker|blacksmith|ferryman|tailor|(?:kindergarten|(?:first|second|third|fourth|fifth)-grade|music|art|gym|history|science|math|shop|band|preschool) teacher) (?:of|at|on|in|from) (?:the )?[A-Z][\w'’.-]+/);

/** "A fire captain with Station 12 in Minot": a rank in one small company. */
const OF_COMPANY = sift(
  /\b(?:[Aa]n?|[Tt]he|[Oo]ur) (?:[\w-]+ ){0,2}(?:captain|lieutenant|sergeant|corporal|chief|firefighter|paramedic|engineer|trooper|deputy|officer|detective|dispatcher|volunteer|foreman|steward) (?:with|at|of|from|for|on) (?:the )?(?:[\w-]+ )?(?:Station|Engine|Ladder|Truck|Rescue|Company|Precinct|Troop|Squad|Battalion|Local|Post|Medic)(?: (?:No\. ?)?[A-Z\d]\w{0,3})\b/);

/** "Our county's only female farrier" */
const ONLY_OF_PLACE = sift(
  /\b(?:[Oo]ur|[Tt]he|[Tt]his) (?:[\w-]+ )?(?:county|town|city|village|state|island|valley|school|district|region|parish|reservation|tribe|team)['’]s (?:only|lone|sole|oldest|youngest|longest-serving) (?!(?:hospital|clinic|cent(?:er|re)|pharmacy|practice|provider|program|unit|trauma|dentists?|doctors?|surgeons?|specialists?|newspaper|school)\b)(?:[a-z-]+ ){0,2}[a-z-]+/);

/** "the only crossing guard at Miller's Landing School" */
const ONLY_ONE = sift(
  /\b[Tt]he (?:only|lone|sole|longest-serving) (?:[\w-]+ ){0,2}(?:guard|teacher|driver|postman|carrier|barber|librarian|deputy|officer|constable|baker|butcher|mechanic|pilot|plumber|electrician|welder|clerk|farmer|rancher|blacksmith|shoemaker|tailor|firefighter|janitor|custodian|cook|pastor|priest|rabbi|imam|organist|bus driver|umpire|referee|ranger|trooper|bartender|innkeeper|beekeeper|female \w+|woman \w+) (?:at|in|on|of) (?:the )?[A-Z]/);

export interface UniqueMention extends Span {
  /** Singled out by number, so that the illness beside it is that one person's. */
  readonly alone: boolean;
}

const HINT = sift(/\b(?:mayor|sheriff|chief|judge|superintendent|postm|weather|anchor|captain|lieutenant|sergeant|corporal|firefighter|paramedic|engineer|trooper|deputy|officer|detective|dispatcher|volunteer|foreman|steward|['’]s (?:only|lone|sole|oldest|youngest|longest)|senator|congress|governor|bishop|clerk|principal|queen|valedictorian|quarterback|pitcher|goal|coach|host|harbou?r|priest|crier|keeper|laureate|manager|owner|pastor|bartender|librarian|editor|conductor|cook|carrier|postman|barber|constable|baker|butcher|mechanic|driver|guard|custodian|janitor|organist|umpire|referee|innkeeper|waitress|cashier|shoemaker|blacksmith|ferryman|tailor|teacher|(?:only|oldest|youngest|first) (?:[\w-]+ ){0,2}(?:person|patient|child|girl|boy|kid|man|woman|resident|family|teacher|student|farmer|adult|teenager|baby|babies|families|people|men|women)|[Tt]he (?:only|lone|sole|longest-serving)|one of (?:only|just|the|two|three|four|five|six|seven|eight|nine|ten|\d))/i);

/** A quick look: whether a text may hold such a description. */
export const mayDescribe = (text: string): boolean => HINT.test(text);

/** Descriptions that fit one person: "the mayor's husband", "the only child in our county". Whose they are, is judged elsewhere. */
export function findUniquePersons(text: string): UniqueMention[] {
  const found = (pattern: Sifted, alone: boolean): UniqueMention[] =>
    pattern.all(text).map((match) => ({ start: match.index, end: match.index + match[0].length, alone }));
  return [...found(HOLDER, false), ...found(AT_PLACE, false), ...found(OF_COMPANY, true), ...found(ONLY_OF_PLACE, true), ...found(RELATIVE_OF_HOLDER, false), ...found(ALONE, true), ...found(ONLY_ONE, true)].sort((a, b) => a.start - b.start);
}
