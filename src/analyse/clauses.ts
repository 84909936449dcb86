import type { Clause, Token } from '../rule.ts';

const BREAKS = new Set([';', ':', '—', '–', '(', ')', '.', '!', '?', '|', '…', '[', ']', '•']);
const CONJUNCTIONS = new Set('and but or nor so yet while whereas although though because since if when unless until whether which who whose unlike not plus then'.split(' '));
const ALWAYS = new Set('but because although though whereas unless'.split(' '));

/**
 * Clauses by punctuation and conjunction: up to a semicolon, colon, dash, bracket, a comma with a conjunction, or a conjunction
 * that always opens a clause (rule catalogue, exemptions.neg). "and" alone does not end one: it mostly joins objects.
 */
export function splitClauses(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  let first = 0;
  const close = (next: number, skip: number): void => {
    if (next > first) clauses.push({ first, last: next - 1, start: tokens[first]!.start, end: tokens[next - 1]!.end });
    first = next + skip;
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') {
      if (BREAKS.has(token.text) || (token.text === '-' && token.spaced && tokens[i + 1]?.spaced === true)) close(i, 1);
      else if (token.text === ',' && CONJUNCTIONS.has(tokens[i + 1]?.text ?? '')) close(i, 1);
    } else if (i > first && ALWAYS.has(token.text)) close(i, 0);
  }
  close(tokens.length, 0);
  return clauses;
}
