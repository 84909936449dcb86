/**
 * The words that a rule file may use, for the loader and for the schema that editors read.
 */
import { OVERLAYS, PRODUCTS, PROFILES } from '../rule.ts';
import type { Agent, BlockKind, Claim, ClaimLevel, Format, Frame, ObjectClass, Severity } from '../rule.ts';
import type { Basis, Match, RuleEdit, Scope, Use } from './rule.ts';

// prettier-ignore
export const RULE_KEYS = ['id', 'title', 'tier', 'severity', 'severity_for', 'profiles', 'products', 'jurisdictions', 'messages', 'why', 'fix', 'edits', 'basis', 'words', 'approved', 'match'] as const;
// prettier-ignore
export const REQUIRED_RULE_KEYS = ['id', 'title', 'tier', 'severity', 'profiles', 'products', 'messages', 'why', 'fix', 'basis', 'match'] as const;
export const SUBJECTS = ['phrases', 'claim', 'detector'] as const;

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
export const PROFILE_NAMES = [...PROFILES, ...OVERLAYS] as const;
export const RULE_PRODUCTS = ['any', ...PRODUCTS] as const;
export const JURISDICTIONS = ['us', 'us-ca', 'us-fl', 'us-tx', 'us-wa', 'uk', 'eu', 'au', 'ca'] as const;
export const CHECKED = ['text', 'excerpt', 'secondary', 'memory'] as const satisfies readonly Basis['checked'][];
export const USES = ['claim', 'indication', 'cleared-use', 'authorised-claim'] as const satisfies readonly Use[];
export const SCOPES = ['clause', 'sentence', 'adjacent', 'topic', 'section', 'page'] as const satisfies readonly Scope[];
export const FORMATS = ['markdown', 'html', 'text'] as const satisfies readonly Format[];
export const EDIT_PLACES = ['block', 'page', 'sentence'] as const satisfies readonly RuleEdit['at'][];
export const EDIT_STYLES = ['bold', 'capitals'] as const satisfies readonly RuleEdit['style'][];
export const REPORTS = ['match', 'clause', 'sentence', 'block'] as const satisfies readonly Match['report'][];
export const CITED = ['clears', 'any'] as const satisfies readonly Match['cited'][];
// prettier-ignore
export const BLOCKS = [
  'heading', 'paragraph', 'list-item', 'table-cell', 'caption', 'term', 'button', 'label', 'footnote', 'attribute', 'meta', 'data', 'comment',
] as const satisfies readonly BlockKind[];
// prettier-ignore
export const FRAMES = [
  'negated', 'asked', 'myth', 'warning', 'example', 'condition', 'instruction', 'advice', 'research', 'definition', 'eligibility', 'reported', 'hearsay',
  'legal', 'reference', 'proper-name', 'risk', 'goal', 'nav', 'education', 'clinical', 'off-topic',
] as const satisfies readonly Frame[];

export const LEVELS = ['cure', 'prevent', 'treat', 'manage', 'support', 'describe'] as const satisfies readonly ClaimLevel[];
// prettier-ignore
export const OBJECTS = [
  'disease', 'symptom', 'marker', 'pathogen', 'function', 'tissue', 'appearance', 'weight', 'mood', 'sexual', 'lifespan', 'harm',
] as const satisfies readonly ObjectClass[];
// prettier-ignore
export const AGENTS = [
  'selling', 'own', 'brand', 'none', 'pronoun', 'ingredient', 'modality', 'product', 'care', 'reader', 'disease', 'lifestyle', 'body', 'person', 'other',
] as const satisfies readonly (Agent | 'selling')[];
// prettier-ignore
export const CLAIM_KINDS = [
  'verb', 'noun', 'adjective', 'drug-class', 'fragment', 'for', 'intransitive', 'list',
] as const satisfies readonly Claim['kind'][];
export const SPEAKERS = ['advertiser', 'patient', 'expert', 'other'] as const satisfies readonly Claim['speaker'][];
export const HEDGES = ['none', 'weak', 'strong'] as const satisfies readonly Claim['hedge'][];
