import { sift } from 'promolint/rule';
import type { Block, Document, Element, Page, Sentence } from 'promolint/rule';

/** Stems of conditions, procedures and medicines, as they stand in paths, campaign names and event parameters. */
const HEALTH =
  sift(/(?<![a-z])(?:diabet|cancer|oncolog|tumou?r|chemo|leuk[a]?emi|lymphoma|melanoma|depress|anxiet|bipolar|schizo|adhd|autis|ptsd|ocd(?![a-z])|eating.?disorder|suicid|self.?harm|psych|mental|behaviou?ral.?health|trauma|grief|hiv(?![a-z])|aids(?![a-z])|sti(?![a-z])|stis(?![a-z])|stds?(?![a-z])|herpes|chlamyd|gonorr|syphil|hepatitis|hpv(?![a-z])|abort|pregnan|prenatal|miscarr|fertil|ivf(?![a-z])|iui(?![a-z])|egg.?freez|menopaus|contracep|birth.?control|plan.?b(?![a-z])|vasectom|hysterect|endometri|pcos(?![a-z])|erectile|impoten|testosteron|trt(?![a-z])|hormone|hrt(?![a-z])|gender|transgender|addict|rehab|detox|suboxon|methadon|buprenorph|naltrex|opioid|opiate|alcohol|drinking|smoking|substance|recovery|sober|obes|weight.?loss|bariatric|semaglut|tirzepat|ozempic|wegovy|mounjaro|zepbound|glp.?1|botox|filler|lasik|catarac|glaucom|macular|asthma|copd(?![a-z])|emphys|arthrit|sciatic|back.?pain|neck.?pain|knee.?pain|chronic.?pain|migrain|headache|epilep|seizur|parkinson|alzheim|dementia|stroke|neuropath|cardi(?:o|ac)|heart|hypertens|blood.?pressure|cholesterol|kidney|dialys|liver|thyroid|psoria|eczema|acne|rash|allerg|ketamin|tms(?![a-z])|surger|biops|mammogr|colonoscop|endoscop|insomnia|apnea|apnoea|incontinen|prostat|hernia|infection|vaccin|covid|influenza|diagnos|symptom|condition|disease|disorder|syndrome|treatment|therap(?:y|ist)|medication|prescri|prep(?![a-z])|truvada|adderall|xanax|zoloft|lexapro|viagra|sildenafil|cialis|accutane|humira|insulin|hemorrh|haemorrh|ibs(?![a-z])|crohn|colitis|lupus|fibromyalg|multiple.?scleros|sickle|transplant|implant|orthodont|root.?canal|denture|wound|physio|chiropract|dermatolog|gyn[a]?ecolog|obgyn|ob-gyn|urolog|pediatric|paediatric|neurolog|gastro|rheumat|endocrin|nephrol|pulmon|primary.?care|urgent.?care|hospice|pain.?management)/i);

/** Conditions that a reader would least like to share: a campaign named for one marks everybody who clicks. */
const SENSITIVE =
  sift(/(?<![a-z])(?:diabet|cancer|depress|anxiet|bipolar|schizo|adhd|autis|ptsd|eating.?disorder|suicid|mental|hiv(?![a-z])|aids(?![a-z])|sti(?![a-z])|stds?(?![a-z])|herpes|hepatitis|abort|pregnan|miscarr|fertil|ivf(?![a-z])|menopaus|contracep|birth.?control|erectile|testosteron|gender|transgender|addict|rehab|detox|suboxon|methadon|opioid|alcohol|substance|obes|weight.?loss|bariatric|semaglut|ozempic|wegovy|dementia|alzheim|epilep|psoria|incontinen|prep(?![a-z])|viagra|migrain|arthrit|glp.?1|ketamin)/i);

const INTAKE =
  sift(/(?<![a-z])(?:book(?:ing)?(?![a-z])|appointments?|appt(?![a-z])|schedul(?:e|er|ing)(?![a-z])|intake|new.?patients?.?(?:forms?|paperwork|registration)?|patient.?(?:forms?|registration|portal)|portal|log.?in(?![a-z])|sign.?in(?![a-z])|quiz|questionnaire|assessment|screener|self.?(?:test|assessment|check)|symptom.?check\w*|pay.?(?:my|your|a)?.?bill|bill.?pay|payments?(?![a-z])|check.?out(?![a-z])|refills?|pharmacy|pre.?screen\w*|consultation.?(?:form|request)|request.?(?:a.?)?(?:visit|consult\w*)|virtual.?visit|telehealth.?visit|do.?i.?have)/i);

/** Pages that visitors open before, or without, any thought of their own health. */
const ORDINARY = sift(/(?<![a-z])(?:careers?|jobs?|employment|directions|parking|press|newsroom|investors?|donate|foundation|volunteer|vendors?|cafeteria|gift.?shop|privacy|terms|sitemap|404)(?![a-z])/i);

export interface HealthContext {
  /** A page that a visitor opens to be treated: booking, intake, quiz, portal, payment. */
  readonly intake: boolean;
  /** A page about a condition or treatment. */
  readonly health: boolean;
}

export const namesHealth = (text: string): boolean => HEALTH.test(readable(text));
export const namesSensitive = (text: string): boolean => SENSITIVE.test(readable(text));

const readable = (text: string): string => {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
};

/** What a visit to this page tells of the visitor, by its path, title, headings and forms. */
export function findHealthContext(page: Page): HealthContext {
  const { elements, path } = page.document;
  const headlines = headlinesOf(page.document);
  const canonical = elements.filter((element) => element.name === 'link' && valueOf(element, 'rel').includes('canonical'));
  const title = [path.replace(/\.\w+$/, ''), ...placesNamed(page.document), ...canonical.map((link) => valueOf(link, 'href')), ...headlines.map(({ text }) => text)].join(' \n ');
  const forms = elements.filter(({ name }) => name === 'form').map((form) => valueOf(form, 'id', 'class', 'name', 'action'));
  const fields = elements.filter(({ form, name }) => form !== undefined && name !== 'button').map((field) => valueOf(field, 'name', 'id', 'placeholder'));
  return {
    intake: INTAKE.test(title) || forms.some((form) => INTAKE.test(form)) || fields.some(isHealthField),
    health: !ORDINARY.test(title) && (namesHealth(title) || countHealth(page.sentences.filter(({ block }) => headlines.includes(block))) > 0 || countHealth(page.sentences) >= 5),
  };
}

export const isHealthField = (names: string): boolean =>
  /(?:^|[^a-z])(?:symptoms?|conditions?|diagnos[ie]s|medications?|meds|medical.?(?:history|conditions?|issues?)|health.?(?:history|concerns?|issues?|conditions?|questions?)|allerg(?:y|ies)|pregnan(?:t|cy)|last.?period|lmp|surger(?:y|ies)|pain.?(?:level|area|location)?|mental.?health|prescriptions?|refill|illness(?:es)?|chief.?complaint|medicare.?(?:id|number|no)?|mrn|ssn|social.?security|drinks?.?per.?week|substance|sexual|hiv|std|bmi)(?:$|[^a-z])/i.test(names.replace(/([a-z])([A-Z])/g, '$1 $2'));

export const valueOf = (element: Element, ...names: readonly string[]): string =>
  names.map((name) => element.attributes.find((attribute) => attribute.name === name)?.value ?? '').join(' ');

/** Partials and snippets say in a comment where they stand: `<!-- /hiv-testing -->`, `<!-- page: portal/login.html -->`. */
const PLACE = sift(/^\s*(?:(?:page|path|url|file|template|route|slug|on|for|in)\s?:?\s)?(?:https?:\/\/[^\s/]+)?(\/?[\w.-]+(?:\/[\w.-]+){0,6}\/?)\s*$/i);
const placesNamed = ({ blocks }: Document): string[] =>
  blocks.filter(({ kind }) => kind === 'comment').slice(0, 20).flatMap(({ text }) => {
    const place = PLACE.exec(text)?.[1];
    return place !== undefined && /[/.]/.test(place) ? [place.replace(/\.\w+$/, '')] : [];
  });

/** Titles and first headings; all the copy of a page or partial that has little of it. */
function headlinesOf({ blocks }: Document): Block[] {
  const copy = blocks.filter(({ kind, origin }) => kind !== 'comment' && origin !== 'json-ld');
  const words = copy.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return copy.filter(
    ({ kind, level, name, region }) =>
      words < 40 ||
      (kind === 'heading' && (level ?? 6) <= 2 && region === 'main') ||
      (kind === 'meta' && name === 'title') ||
      (kind === 'data' && /^(?:title|heading|slug|permalink)$/.test(name ?? '')),
  );
}

/** Sentences that name a condition, a complaint or a medicine. */
const countHealth = (sentences: readonly Sentence[]): number =>
  sentences.filter(({ terms }) => terms.some(({ list }) => list === 'conditions' || list === 'symptoms' || list === 'drugs')).length;
