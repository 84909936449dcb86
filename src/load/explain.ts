import type { Basis, Rule, Source } from './rule.ts';

/** How far somebody compared our words with the law's. */
export const CHECKED_WORDS: Readonly<Record<Basis['checked'], string>> = {
  text: 'checked against the text',
  excerpt: 'checked against part of the text',
  secondary: 'known from a summary by others',
  memory: 'not verified against a source',
};

/** `us-provider, us-rx; any product`: where a rule runs. */
export function whereItRuns({ profiles, products, tier }: Rule): string {
  const where = profiles === 'all' ? 'every profile' : profiles.join(', ');
  const what = products.includes('any') ? 'any product' : products.join(', ');
  return `${where}; ${what}${tier === 3 ? '; off until switched on' : ''}`;
}

/** `warning; error under us-ca`. */
export function howGrave({ severity, severity_for: by = {} }: Rule): string {
  return [severity, ...Object.entries(by).map(([name, level]) => `${level} under ${name}`)].join('; ');
}

export const silencingComment = (id: string): string => `<!-- promolint-disable-next-line ${id} -- reason -->`;

/** Everything about a rule as plain text, lines of at most 80 characters where words allow. `docs`: where its page is, if it has one. */
export function explainRule(rule: Rule, sources: Readonly<Record<string, Source>>, docs?: string): string {
  const part = (name: string, text: string): string => wrap(text, 11, name.padEnd(11));
  const law = rule.basis.flatMap(({ source, at, says, checked }) => [
    wrap(`${at}: ${says}`, 4, '  '),
    wrap(`${CHECKED_WORDS[checked]}${sources[source]?.address ? `, ${sources[source].address}` : ''}`, 4, '    '),
  ]);
  return [
    rule.id,
    wrap(rule.title, 0),
    '',
    part('Why', rule.why),
    part('Write', rule.fix),
    part('Severity', howGrave(rule)),
    part('Runs in', whereItRuns(rule)),
    `Silence    ${silencingComment(rule.id)}`,
    ...(docs ? [part('Examples', docs)] : []),
    '',
    'The law (promolint is not legal advice)',
    ...law,
    '',
  ].join('\n');
}

function wrap(text: string, indent: number, first = ' '.repeat(indent)): string {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of text.split(/\s+/)) {
    if (!empty && line.length + 1 + word.length > 80) {
      lines.push(line);
      line = ' '.repeat(indent);
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  return [...lines, line].join('\n');
}
