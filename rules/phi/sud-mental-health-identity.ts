import { defineDetector } from 'promolint/rule';
import { permission, wordsOf } from './identifier-words.ts';

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    if (!identity.sensitive || identity.kind !== 'name' || identity.verdict === 'none') continue;
    report({ at: identity.at, severity: identity.verdict, message: permission(identity), data: wordsOf(identity) });
  }
});
