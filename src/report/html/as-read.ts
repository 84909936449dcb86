import type { Quote } from '../../check/finding.ts';
import type { Format } from '../../rule.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  reg: '®',
  trade: '™',
  copy: '©',
  apos: "'",
  nbsp: ' ',
};

/** The quoted line closer to what a reader sees: without tags and emphasis, and with the commonest entities decoded. */
export function asRead({ before, words, after }: Quote, format: Format): Quote {
  if (format === 'text') return { before, words, after };
  return { before: clean(before), words: clean(words), after: clean(after) };
}

const clean = (source: string): string =>
  source
    .replace(/<\/?[a-z][^<>]{0,1000}>/gi, '')
    .replace(/\*\*|__/g, '')
    .replace(/&(?:#(\d{2,6})|([a-z]{2,6}\d{0,2}));/gi, (entity, code: string | undefined, name: string | undefined) =>
      code === undefined ? (Object.hasOwn(ENTITIES, name!) ? ENTITIES[name!]! : entity) : decode(Number(code), entity),
    );

const decode = (code: number, entity: string): string => (code >= 0x20 && code <= 0xd7ff ? String.fromCharCode(code) : entity);
