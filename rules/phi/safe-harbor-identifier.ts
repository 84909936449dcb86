import { defineDetector } from 'promolint/rule';
import { permission, wordsOf } from './identifier-words.ts';

const NUMBERS = new Set(['phone', 'fax', 'email', 'ssn', 'record', 'health-plan', 'account', 'licence', 'vehicle', 'device', 'ip', 'biometric', 'other']);
const OTHERS = new Set(['url', 'form', 'script']);

export default defineDetector((page, report) => {
  for (const identity of page.identities) {
    // A number that is personal wherever it stands is this rule's, even in a form or a script.
    const ours = identity.always ? identity.zone !== 'url' : NUMBERS.has(identity.kind) && !OTHERS.has(identity.zone) && identity.setting !== 'reply';
    if (!ours || identity.verdict === 'none') continue;
    report({ at: identity.at, severity: identity.verdict, message: identity.always ? 'always' : permission(identity), data: wordsOf(identity) });
  }
});
