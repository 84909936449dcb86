import { defineDetector } from 'promolint/rule';
import { wordsOf } from './identifier-words.ts';

const IDENTIFIERS = new Set(['name', 'phone', 'email', 'account', 'other']);

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    if (identity.setting !== 'reply' || !IDENTIFIERS.has(identity.kind) || identity.verdict === 'none') continue;
    // A first name under one's own review is enough to tell who is meant.
    const severity = identity.kind === 'name' && identity.patient >= 0.75 ? 'error' : identity.verdict;
    report({ at: identity.at, severity, message: 'identity', data: wordsOf(identity) });
  }
});
