/** UTF-16 units from the start in which a file says what it is. */
const HEAD = 4000;
const COMMENT = /<!--[\s\S]{0,2000}?-->|\{\/\*[\s\S]{0,2000}?\*\/\}|^#[^\n]{0,300}/gm;
const SAYS_SO = /@generated\b|\bdo not edit\b|\bdon't edit\b|\bauto-?generated\b|\bgenerated (?:by|from|with|file)\b|\bcode generated\b/i;
const GENERATOR = /<meta\b(?=[^<>]{0,200}\bname=["']?generator\b)[^<>]{0,400}>/i;
const TEMPLATE_TAG = /\{\{|\{%|<%|<\?/;

/**
 * Whether a file says of itself that a program wrote it, so that an edit would be gone with the next build: in a comment at its
 * head, or by the name of the generator. A template that prints that name is written by hand.
 */
export function isGenerated(source: string): boolean {
  const head = source.slice(0, HEAD);
  if ((head.match(COMMENT) ?? []).some((comment) => SAYS_SO.test(comment))) return true;
  const meta = GENERATOR.exec(head)?.[0];
  return meta !== undefined && !TEMPLATE_TAG.test(meta);
}
