import type { Block, Document, Page, Section } from '../../rule.ts';
import { CARE } from './care-words.ts';
import { sift } from '../../match/sift.ts';

const REPLY = sift(/\b(?:response|reply|comment|answer) from (?:the )?(?:owner|practice|office|clinic|team|doctor|dentist|manager|business|management)\b|\bowner(?:['’]s)? (?:response|reply)\b|\b(?:practice|clinic|office|business|our|management) (?:reply|response)\b|\brepl(?:y|ies|ied|ying) to (?:a |the |your |an? \w+ )?(?:review|reviewer|patient)\b|\bresponded to (?:a|this|your) review\b|\breview[- ](?:reply|replies|response|responses)\b/i);
const STORY = sift(/\bwhat (?:our |other )?(?:patients|clients|people|they|others|families|moms) (?:say|are saying|think)\b|\b(?:patients|clients) say\b|\bkind words\b|\b(?:patient|client) (?:love|feedback)\b|\b(?:patient|client|survivor|success|recovery|weight[- ]loss|transformation|real|resident)['’]?s?[ -](?:stor(?:y|ies)|journeys?|spotlight|testimonials?|profile|highlight|of the (?:week|month|year)|experience|success|results|reviews?)\b|\btestimonials?\b|\bsuccess stor|\bin (?:her|his|their) own words\b|\b(?:her|his|['’]s) (?:\w+ ){0,2}(?:story|journey)\b|\bbefore (?:and|&) after\b|\breviews\b|\breview (?:of|from|by|on)\b|\b(?:star|google|yelp|patient|client|customer|facebook|healthgrades|zocdoc) review\b|^\W*review\b|\bcase (?:study|studies|report)\b|\bsecond chance\b/i);
const STORY_PATH = /(?:^|\/)review[/.]|(?:^|[/_-])(?:patients?|stor(?:y|ies)|testimonials?|reviews|success|survivors?|before-?(?:and-?)?after|gallery|cases?|case-stud(?:y|ies))(?:[/_.-]|$)/i;
const STAFF = sift(/\b(?:meet (?:the|our|your) (?:team|staff|doctors?|dentists?|providers?|physicians?|therapists?|chiropractors?)|our (?:team|staff|doctors?|dentists?|providers?|physicians?|people|therapists?|board|leadership)|about (?:the )?(?:author|doctor|dr)|board of (?:directors|trustees)|(?:donor|volunteer|worker|caregiver|medic|aide|employee|staff|nurse|sponsor|partner|provider|doctor|speaker)s?['’]? (?:spotlight|of the (?:month|year|week|quarter)|highlight|profile)|(?:our|thank you,?|thanks to our) (?:donors|volunteers|sponsors|partners|supporters)|community partners|leadership|faculty|staff directory|(?:our|about) (?:the )?(?:chiropractors?|dentists?)|biograph(?:y|ies)|bios?\b|careers|job openings|(?:staff|team|employee|crew|office) (?:notes|news|corner|updates?|birthdays?|picks|changes|anniversaries|shout-?outs?|awards?))\b/i);
const STAFF_PATH = /(?:^|\/)(?:(?:[a-z]+-)?(?:team|staff)|(?:our-|meet-(?:the-|our-)?)?(?:doctors|providers|physicians|dentists)|about(?:-us)?|authors?|faculty|board|leadership|people|bios?)(?:[/.]|$)/i;
const TESTIMONIAL_CLASS = /^(?:.*[-_])?(?:testimonials?|reviews?|quote|patient-?stor(?:y|ies)|stor(?:y|ies)|success|before-?after|case)(?:[-_].*)?$/i;
const STAFF_CLASS = /^(?:.*[-_])?(?:speakers?|presenters?|team|staff|doctors?|providers?|physicians?|bio|author|byline|member)(?:[-_].*)?$/i;

/** Of front matter: the page is that of somebody who works there. */
const OF_STAFF = /^(?:provider|physician|doctor|dentist|surgeon|clinician|staff|team|team-?member|employee|bio|author|volunteer|donor)s?$/i;
/** Of schema.org: whoever it describes gives the care. */
const CARE_TYPE = /^(?:IndividualPhysician|Physician|Dentist)$/;

/** So many characters one section holds at most of which a single sentence says what all of it is. */
const GLANCE = 2_000;

export type Situation = 'reply' | 'story' | 'staff' | 'none';

/** What a page, its sections and their class words are about, as far as it tells whose names stand there. */
export class PageContext {
  readonly page: Situation;
  /** Title, description, headings of the first level and path. */
  readonly subject: string;
  readonly #page: Pick<Page, 'document' | 'sectionOf' | 'sections'>;
  readonly #sections = new Map<number, Situation>();
  readonly #told = new Map<number, string>();

  constructor(page: Pick<Page, 'document' | 'sectionOf' | 'sections'>) {
    this.#page = page;
    const { document } = page;
    const kind = ['type', 'layout', 'category', 'template'].map((key) => document.frontMatter[key]).find((value) => typeof value === 'string' && OF_STAFF.test(value));
    const front = ['title', 'type', 'layout', 'category', 'description'].map((key) => document.frontMatter[key]).filter((value) => typeof value === 'string');
    const heads = document.blocks.filter((block) => (block.kind === 'heading' && (block.level ?? 6) === 1) || (block.kind === 'meta' && /title$/.test(block.name ?? ''))).slice(0, 6);
    this.subject = [...front, ...heads.map(({ text }) => text), pathWords(document)].join('. ').slice(0, 1200);
    this.page = (kind !== undefined || isMinutes(document.source) ? 'staff' : undefined) ?? situation(this.subject) ?? situationOfPath(document.path.replace(/^(?:\.\.\/)+/, '')) ?? 'none';
  }

  of(block: Block | undefined): Situation {
    if (!block) return this.page;
    for (const name of block.classes.slice(0, 8)) {
      if (TESTIMONIAL_CLASS.test(name)) return 'story';
      if (STAFF_CLASS.test(name)) return 'staff';
    }
    if (block.types?.some((type) => type === 'Review' || type === 'Patient')) return 'story';
    if (block.name === 'name' && CARE_TYPE.test(block.types?.at(-1) ?? '')) return 'staff';
    const section = this.#page.sectionOf(block);
    let known = this.#sections.get(section.index);
    if (known === undefined) this.#sections.set(section.index, (known = this.#ofSection(section.index)));
    return known;
  }

  headings(block: Block): string {
    const section = this.#page.sectionOf(block);
    const parent = section.parent === undefined ? undefined : this.#page.sections[section.parent];
    return `${section.heading?.text ?? ''}. ${parent?.heading?.text ?? ''}`;
  }

  /** The copy under the same heading where that is short enough to be one thing, else nothing. */
  told(block: Block): string {
    const { index, first, last } = this.#page.sectionOf(block);
    let told = this.#told.get(index);
    if (told === undefined) {
      const blocks = this.#page.document.blocks.slice(first, last + 1);
      told = blocks.reduce((sum, { text }) => sum + text.length, 0) > GLANCE ? '' : blocks.map(({ text }) => text).join(' ');
      this.#told.set(index, told);
    }
    return told;
  }

  #ofSection(index: number): Situation {
    for (let at: number | undefined = index, depth = 0; at !== undefined && depth < 8; depth++) {
      const section: Section | undefined = this.#page.sections[at];
      const found = section?.heading && situation(section.heading.text);
      if (found) return found;
      at = section?.parent;
    }
    return this.page;
  }
}

/** Minutes of a meeting: whoever is named there sat in it or spoke to it. */
const isMinutes = (source: string): boolean => source.length < 40_000 && /\b(?:adjourned|called to order)\b/i.test(source) && /\b(?:minutes|motion|quorum|(?:present|absent):)/i.test(source);

// Folders above the working folder are no part of the site.
const pathWords = (document: Document): string => document.path.split('/').filter((part) => part !== '..').slice(-2).join(' ').replace(/\.\w+$/, '').replace(/[/_-]+/g, ' ');

/** A heading of one word over those who work here. */
const ALL_STAFF = /^\W*(?:the |your )?(?:people|team|staff|crew|providers|clinicians|faces|doctors|dentists|nurses|therapists|stylists|injectors)\W*$/i;
/** What else a page is about whose names are of nobody treated: those who give, teach, speak, learn and retire. */
const ON_OTHERS = sift(/\b(?:on our shel(?:f|ves)|book (?:club|shelf|list|reviews?)|reading list|what we['’]re reading|scholarships?|sponsors(?:hips)?|(?:golf|race|tournament|outing) results|speakers?(?: series| bureau)?|podcasts?|(?:babysitting|cooking|exercise|childbirth|cpr|first[- ]aid) class(?:es)?|class (?:list|schedule)|retire(?:ment|s|es|ments)|volunteers?|auxiliary|trustees|doulas|interpreters|advisory council|mission trip|student interns|new hires|welcome aboard|local heroes|study team|foundation board|(?:ask|meet) (?:a|the|our) (?:pharmacist|recruiter|chef|dietitian))\b/i);

function situation(text: string): Situation | undefined {
  if (REPLY.test(text)) return 'reply';
  if (STAFF.test(text) || ALL_STAFF.test(text)) return 'staff';
  return STORY.test(text) ? 'story' : ON_OTHERS.test(text) ? 'staff' : undefined;
}

function situationOfPath(path: string): Situation | undefined {
  if (/repl(?:y|ies)/i.test(path)) return 'reply';
  if (STAFF_PATH.test(path)) return 'staff';
  return STORY_PATH.test(path) ? 'story' : undefined;
}

export const isReply = (text: string): boolean => REPLY.test(text);

const CALLED = String.raw`(?:hi|hello|hey|dear|thanks|thank you|congratulations|congrats|good (?:morning|afternoon|evening)|welcome(?: back| home)?|reminder|happy birthday|sorry|oh|aw|wow|great (?:to see|seeing) you|glad to see you|nice to see you|see you|miss you)`;
const VOCATIVE_BEFORE = new RegExp(String.raw`(?:^|[.!?:]["”’)*_]{0,3})\s*["“*_>(#-]{0,4}\s*(?:${CALLED}\b[^.!?;:¤]{0,40}[,:!]?\s?)?[*_"“]{0,3}$|\b${CALLED},?\s$`, 'i');
const VOCATIVE_AFTER = /^[*_]{0,3}(?: (?:and|&) ¤)?(?:\s?(?:[,!:—–-]|\.(?=\s|$)|$)| (?:it['’]s|this is|we|just|your|yr|ur|pls|please|don['’]t|so|you)\b)/;
const VOCATIVE_LAST = /^["”]?[.!,]/;
const YOUR_CARE = new RegExp(
  String.raw`\b(?:your|yr|ur) (?:[\w'’§‡-]+ ){0,5}?(?:[§‡]|(?:${CARE})\b)|\byour (?:visit|claim|bill|appointment|insurance|plan|account|care|doctor|son|daughter|(?:ex-)?wife|(?:ex-)?husband|mom|mother|child|baby|family|case|file|progress|due date|next)\b|\byou (?:were|have|had|lost|missed|came|visited|arrived|refused|declined|signed|left|called|asked|told|stopped|cancel+ed|showed|did(?:n't| not)|chose|saw|first|are (?:due|doing|our|a|overdue|scheduled|healing|recovering))\b|\b(?:treated|saw|see|seeing|billed|reached out to|called|prescribed|told|double-booked|offered|advised|examined|scheduled|remind|treating|caring for|cared for|have|getting|fitting|having|helping|giving|taking|removing|fixing|doing|putting|watching|delivering|meeting) you\b|\b(?:choosing|trusting|choose|visiting) (?:us|our|dr)\b`,
  'i',
);

const CARED = new RegExp(`§|\\b(?:${CARE}|sober|insurance)\\b`, 'i');
const COLLEAGUE = /\b(?:shift|welcome to (?:the|our) team|your (?:(?:[\w-]+ ){0,2}(?:gift(?! (?:card|certificate|bag|basket|from))|donation|contribution|pledge)\b|job|interview|resume|application|donation|gift|lecture|talk|referral|order|volunteer\w*)|referring|speaking at|newsletter|unsubscribe|our residents program|fw[d:]|flyer|home ?page|website copy|(?:new|old) (?:photo|logo|headline|caption|draft))\b|\bfor (?:photographing|filming|catering|hosting|sponsoring|organi[sz]ing|baking|painting|volunteering|cooking|designing|donating|decorating|knitting|speaking)\b|\b(?:please|pls|can you|could you) (?:also )?(?:swap|cut|change|add|update|move|post|upload|replace|proof\w*|fix|edit|delete|crop|resize|publish) (?:the|this|that|our|in|out|all|both|it|them)\b/i;
/** The patient thanks the one who treats. */
const PATIENT_SPEAKS = /\b(?:care of|helped|saved|treated|healed|fixed|listened to|cared for) (?:me|us|my|our)\b|\byour (?:kindness|patience|gentle|expertise|skill)/i;
const NEARLY_YOURS = /\b(?:your?|yr|congrats|congratulations|proud of you|(?:so |very )?(?:happy|glad|sorry|thrilled|pleased) (?:to hear|that|you|we|about)|see you|you (?:look|did|were)|we (?:could|got|will see)|coming in|let us know|call us|thank(?:s| you) for)\b/i;

/** The same in the languages that practices answer in beside English: a greeting, and somebody's body, kin or visit behind "your". */
const CALLED_ABROAD = /(?:^|[.!?¡¿]\s?)\W*(?:hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]|querid[oa]|(?:muchas |mil )?gracias|felicidades|enhorabuena|bienvenid[oa]|bonjour|bonsoir|salut|merci(?: beaucoup)?|félicitations|chère?|ol[áa]|oi|(?:muito )?obrigad[oa]|parabéns|prezad[oa]|car[oa]|ciao|buongiorno|grazie(?: mille)?|gentile|hallo|guten tag|liebe[rs]?|vielen dank|danke|herzlichen glückwunsch)(?: (?:a|à|de|por tu reseña|pour votre avis)\b[^,!]{0,30})?,? (?:(?:don|doña|señora?|sra?\.?|mme|madame|monsieur|frau|herr|dona|seu|signora?) )?$/iu;
const YOURS_ABROAD = /(?<!\p{L})(?:tu|tus|su|sus|vuestr[oa]s?|ta|ton|tes|votre|vos|seus?|suas?|teus?|tuas?|ihre?[nrsm]?|deine?[nrsm]?|suoi?|sua|vostr[oaie]|le|les|lhe|leva|te) (?:[\p{L}’'-]+ ){0,3}?(?:cirug[ií]a|operaci[oó]n|rodillas?|caderas?|dentaduras?|implantes?|muelas?|dientes?|corona|brackets|enc[ií]as|espalda|cita|consulta|tratamiento|terapia|parto|embarazo|beb[eé]|mam[iá]|mamá|papá|papi|hij[oa]s?|esposo|esposa|abuel[oa]|dolor|sonrisa|rehabilitación|presión|azúcar|diabetes|visita|opération|chirurgie|genou|dents?|hanche|dos|rendez-vous|traitement|douleurs?|appareil|fils|fille|mère|père|mari|femme|sourire|grossesse|séances?|visite|cirurgia|tratamento|canal|dentes?|joelho|quadril|filh[oa]|mãe|pai|dor|sorriso|exames?|gravidez|Operation|Zähne|Zahn|Knie|Hüfte|Rücken|Termin|Behandlung|Schmerzen|Sohn|Tochter|Mutter|Lächeln|intervento|ginocchio|denti|cura|figli[oa]|madre|padre|sorriso|dolore|visita)(?!\p{L})|(?<!\p{L})(?:quedó|quedaron|duerma|camine|mejor de|recupere|recuperaci[oó]n|rétablissement|dorme mieux|va mieux|remarche|correu bem|se recupere|gute Besserung|schmerzfrei|sin dolor|sans douleur|sem dor)(?!\p{L})/iu;

/** Whether the name is spoken to, in a passage that tells that person something of their care. */
export function addressed(before: string, after: string, passage: string): boolean {
  // "Art, Bill and Grant funding" is a list.
  if (/^,\s*(?:¤|and ¤|\p{Lu}\p{Ll}+(?:,| and ))/u.test(after)) return false;
  const vocative = (VOCATIVE_BEFORE.test(before) && VOCATIVE_AFTER.test(after)) || (/[\w’'")],\s$/.test(before) && !/\p{Lu}[\p{L}]*,\s$/u.test(before) && !/^, (?:or|and|has|have|had|is|was|will|who|whose|can|does|did|[a-z]{3,}s (?:the|our|a|an|every|all|it)) /.test(after) && VOCATIVE_LAST.test(after)) || (/\byou\s$/.test(before) && /^[!.,]/.test(after)) || new RegExp(String.raw`\b${CALLED}(?: so much)?,?\s$`, 'i').test(before);
  if (CALLED_ABROAD.test(before) && /^[,!.]/.test(after) && YOURS_ABROAD.test(passage)) return true;
  return (vocative || /\byou are $/.test(before)) && (YOUR_CARE.test(passage) || (CARED.test(passage) && NEARLY_YOURS.test(passage))) && !COLLEAGUE.test(passage) && !PATIENT_SPEAKS.test(passage);
}
