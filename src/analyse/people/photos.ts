import type { Block, Element } from '../../rule.ts';
import { NOT_REAL } from './authorization.ts';
import { sift } from '../../match/sift.ts';

const PATIENT = sift(/\b(?:patient(?!s|(?:['’]s)? (?:care|portal|rights|rooms?|experience|education|lounge|beds?|chairs?|safety|forms?|center|area|monitor|gown|lift|information|services|entrance|parking|consultation|registration|upload\w*|resources?|data|records?|access|ids?|match\w*|lists?|table|profile page|dashboard|screen|app|management|search|lookup|intake|flow|journey map|demographics))|survivor|our resident|actual (?:client|person)|selfie|client before|testimonial)\b/i);
const RESULT = sift(/\bbefore (?:and|&|\/) ?after\b|\bbefore\/after\b|\b(?:pre|post)-?op(?:erative)?\b|\b(?:before|after) (?:photo|picture|image|treatment|surgery)\b|\b(?:results?|weeks?|months?|days?) (?:at|after) (?:\d|surgery|treatment)|\b\d+ (?:days|weeks|months) (?:post|after)\b/i);
// Scenes with a clinician are stock photography far more often than a patient's portrait.
const SCENE = sift(/\b(?:doctor|dentist|nurse|physician|therapist|surgeon|chiropractor|hygienist|provider|clinician|specialist|caregiver|staff|team|dr\.?)\b/i);
const DRAWN = sift(/\b(?:lobby|remodel\w*|renovat\w*|paint(?:ed|ing)|construction|makeover of (?:the|our)|entrance|parking|garden|wing|rack|kitchen|exterior|interior|gallery|photos? coming|examples? of|illustration|diagram|graphic|icon|logo|chart|infographic|drawing|cartoon|screenshot|banner|cover|poster|brochure|symbol|building|facility|equipment|waiting room|office)\b/i);

/** 0 to 1: the text belongs to a picture that shows a patient. */
export function patientImage(block: Block, element: Element | undefined, story: () => boolean): number {
  const image = (block.kind === 'attribute' && /^(?:alt|title|aria-label)$/.test(block.name ?? '') && /^(?:img|video|picture|source|image)$/.test(element?.name ?? 'img')) || block.kind === 'caption';
  if (!image || block.text.length < 4) return 0;
  const { text } = block;
  if (NOT_REAL.test(text) || DRAWN.test(text) || /^\W*models?\b\s?[.:,(]/i.test(text)) return 0;
  // "Actual patient of Dr. Reyes": the doctor is not in the picture.
  if (/\b(?:actual|real) (?:patient|client)(?!s)(?: of\b| treated by|[.,;:)]|$)/i.test(text)) return 0.7;
  if (RESULT.test(text)) return 0.7;
  if (!PATIENT.test(text)) return 0;
  // "Hands-on treatment for a patient": a scene with anybody in it, and captions of tables.
  if (block.kind === 'caption' && element?.name === 'caption') return 0;
  if (!story() && /\b(?:a|the|with|of|on|in|and|screening|each|every|any) patient\b/i.test(text) && !/\b(?:our|actual|real|this) patient\b|\b(?:his|her)\b/i.test(text)) return 0;
  return SCENE.test(text) && !story() ? 0 : 0.7;
}
