import { plain } from '../../plain.ts';

/** Markup that is safe to print as it stands. */
export class Markup {
  constructor(readonly text: string) {}
}

type Value = Markup | string | number | undefined | false | readonly Value[];

/** A template of HTML: what is put in is escaped, unless it is markup itself; a list is joined; nothing stands for `undefined`. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.reduce((text, part, index) => text + toText(values[index - 1]) + part));
}

function toText(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (value === undefined || value === false) return '';
  if (typeof value === 'object') return value.map(toText).join('');
  return escapeHtml(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** For text and for quoted attributes. No control, bidirectional or unpaired character comes through, nor a command to a CI runner. */
export function escapeHtml(text: string): string {
  return plain(text)
    .replace(/\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu, '\ufffd')
    .replace(/[&<>"'`]/g, (character) => ENTITIES[character]!)
    .replace(/##(?=[a-z]*\[)/gi, '#&#35;')
    .replace(/^([^\S\n]*):(?=:)/g, '$1&#58;');
}

/** An address that a reviewer may follow, or undefined: nothing but the web. */
export const webAddress = (url: string | undefined): string | undefined =>
  url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
