import { defineDetector } from 'promolint/rule';
import { permission, wordsOf } from './identifier-words.ts';

const HIDDEN = new Set(['form', 'script']);

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    if (identity.verdict === 'none') continue;
    const url = identity.zone === 'url';
    if (!url && !(HIDDEN.has(identity.zone) && !identity.always)) continue;
    const message = permission(identity);
    report({ at: identity.at, severity: identity.verdict, message: message === 'default' && !url ? 'hidden' : message, data: wordsOf(identity) });
  }
});
