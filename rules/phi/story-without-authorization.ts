import { defineDetector } from 'promolint/rule';
import { permission, wordsOf } from './identifier-words.ts';

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    if (identity.kind !== 'story' || identity.verdict === 'none') continue;
    const expired = identity.authorization === 'expired';
    report({ at: identity.at, severity: expired ? 'error' : identity.verdict, message: permission(identity), data: wordsOf(identity) });
    // One story is one duty, however often the page calls it one.
    return;
  }
});
