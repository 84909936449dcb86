import type { Block, Element } from '../../rule.ts';
import { NOT_REAL } from './authorization.ts';
import { sift } from '../../match/sift.ts';

const PATIENT = sift(/\b(?:patient(?!s|(?:['’]s)? (?:care|portal|rights|rooms?|experience|education|lounge|beds?|chairs?|safety|forms?|center|area|monitor|gown|lift|information|services|entrance|parking|consultation|registration|upload\w*|resources?|data|records?|access|ids?|match\w*|lists?|table|profile page|dashboard|screen|app|management|search|lookup|intake|flow|journey map|demographics))|survivor|our resident|actual (?:client|person)|selfie|client before|testimonial)\b/i);
const RESULT = sift(/\bbefore (?:and|&|\/) ?after\b|\bbefore\/after\b|\b(?:pre|post)-?op(?:erative)?\b|\b(?:before|after) (?:photo|picture|image|treatment|surgery)\b|\b(?:results?|weeks?|months?|days?) (?:at|after) (?:\d|surgery|treatment)|\b\d+ (?:days|weeks|months) (?:post|after)\b/i);
// Scenes with a clinician are stock photography far more often than a patient's portrait.
const SCENE = sift(/\b(?:doctor|dentist|nurse|physician|therapist|surgeon|chiropractor|hygienist|provider|clinician|specialist|caregiver|staff|team|dr\.?)\b/i);
const DRAWN = sift(/\b(?:lobby|remodel\w*|renovat\w*|paint(?:ed|ing)|construction|makeover of (?:the|our)|entrance|parking|garden|wing|rack|kitchen|exterior|interior|gallery|photos? coming|examples? of|illustration|diagram|graphic|icon|logo|chart|infographic|drawing|cartoon|screenshot|banner|cover|poster|brochure|symbol|building|facility|equipment|waiting room|office)\b/i);

/** "Before", "After: 40 pounds down", "Week 12": one picture of a pair. */
const ONE_OF_PAIR = sift(/^\W*(?:before|after)(?:\s?(?:[:,–—-]|\d)|\W*$)|^\W*(?:week|day|month|year) \d+\W*$/i);
/** The picture dates itself by the care. */
const STAGE = sift(/\b(?:day|week|month|year) \d+\b|\b(?:\d+|one|two|three|six|several) (?:days|weeks|months|years) (?:later|out|on|post|after|in)\b/i);
/** What the pictures of a section show. */
const GALLERY = sift(/\bbefore (?:and|&) after\b|\b(?:smile|results?|transformation|patient|skin|veneers?|surgery|case) (?:gallery|makeovers?|photos)\b|\b(?:our|real|patient) results\b|\btransformations\b/i);
const FILE_OF_PATIENT = /(?:^|[/_-])(?:testimonials?|survivors?|actual[-_]patient|patient[-_](?:stor(?:y|ies)|photos?|results?|testimonials?|selfies?)|before[-_](?:and[-_])?after|pre-?op|post-?op)(?:[/_.-]|$)/i;
const HIS_OWN = sift(/\b(?:her|his) (?:[a-z-]+ ){0,2}(?:smile|scars?|leg|arm|teeth|knee|hip|skin|results?|braces|cast|prosthe\w+|stitches|hearing aids?|implants?|incision|wound|rash|bump|first steps)\b/i);
const SCAN = sift(/\b(?:x-?ray|ct|mri|pet|scan|ultrasound|radiograph|sonogram|mammogram|endoscop\w+|biopsy|ecg|ekg)\b[^.]{0,40}\b(?:of|from|in|showing)\b[^.]{0,40}\b(?:patient(?!s)|baby (?=[A-Z]))/i);

/** What is known of the place of a picture. */
export interface PicturePlace {
  /** The page, section or card tells of patients. */
  readonly story: () => boolean;
  readonly headings: () => string;
  /** 0 to 1: how much of health a text has. */
  readonly weigh: (text: string) => number;
}

/** 0 to 1: the text belongs to a picture that shows a patient. */
export function patientImage(block: Block, element: Element | undefined, { story, headings, weigh }: PicturePlace): number {
  const image = (block.kind === 'attribute' && /^(?:alt|title|aria-label)$/.test(block.name ?? '') && /^(?:img|video|picture|source|image)$/.test(element?.name ?? 'img')) || block.kind === 'caption';
  if (!image || block.text.length < 4) return 0;
  const { text } = block;
  if (NOT_REAL.test(text) || DRAWN.test(text) || /^\W*models?\b\s?[.:,(]/i.test(text)) return 0;
  // "Actual patient of Dr. Reyes": the doctor is not in the picture.
  if (/\b(?:actual|real) (?:patient|client)(?!s)(?: of\b| treated by|[.,;:)]|$)/i.test(text)) return 0.7;
  if (RESULT.test(text)) return 0.7;
  if (SCAN.test(text) || HIS_OWN.test(text) && !SCENE.test(text)) return 0.7;
  if (ONE_OF_PAIR.test(text) && (pairGiven(text, weigh) || GALLERY.test(headings()) || story())) return 0.7;
  if (weigh(text) >= 0.5 && !SCENE.test(text) && (STAGE.test(text) || GALLERY.test(headings()))) return 0.7;
  const file = element?.attributes.find(({ name }) => name === 'src')?.value;
  if (file !== undefined && FILE_OF_PATIENT.test(file) && !SCENE.test(text)) return 0.7;
  if (!PATIENT.test(text)) return 0;
  // "Hands-on treatment for a patient": a scene with anybody in it, and captions of tables.
  if (block.kind === 'caption' && element?.name === 'caption') return 0;
  if (!story() && /\b(?:a|the|with|of|on|in|and|screening|each|every|any) patient\b/i.test(text) && !/\b(?:our|actual|real|this) patient\b|\b(?:his|her)\b/i.test(text)) return 0;
  return SCENE.test(text) && !story() ? 0 : 0.7;
}

/** "Before: crowding", or the bare word, which with a picture means nothing else on a page of care. */
const pairGiven = (text: string, weigh: PicturePlace['weigh']): boolean => weigh(text) >= 0.5 || /\b(?:pounds|lbs|kilos|crowding|gap|wrinkles|lips|teeth|smile|hair|skin)\b/i.test(text);
