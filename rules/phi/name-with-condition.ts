import { defineDetector } from 'promolint/rule';
import { permission, wordsOf } from './identifier-words.ts';

/** Values in addresses, forms and scripts belong to phi/url-or-metadata-leak, those in replies to phi/review-reply. */
const OTHERS = new Set(['url', 'form', 'script']);

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    if (identity.kind !== 'name' || identity.setting === 'reply' || OTHERS.has(identity.zone) || identity.verdict === 'none') continue;
    report({ at: identity.at, severity: identity.verdict, message: permission(identity), data: wordsOf(identity) });
  }
});
