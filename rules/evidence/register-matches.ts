import { defineDetector } from 'promolint/rule';
import type { Detector, RegisterMatch, RegisterState } from 'promolint/rule';

type Message = string | ((match: RegisterMatch) => string);

/** Reports what the register says in some states, each with its message. */
export const reportMatches = (messages: Partial<Record<RegisterState, Message>>): Detector =>
  defineDetector((page, report) => {
    for (const match of page.register?.matches ?? []) {
      const message = messages[match.state];
      if (message === undefined) continue;
      const { sentence, start, end, id, data } = match;
      report({
        at: { block: sentence.block, start, end },
        message: typeof message === 'string' ? message : message(match),
        data: { ...data, id },
      });
    }
  });
