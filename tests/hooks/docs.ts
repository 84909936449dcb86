import { readFileSync } from 'node:fs';

/**
 * The first block of code after the place of a page that names it, as `name` or by a heading: what a reader copies, so that the tests run
 * just that.
 */
export function blockOf(page: string, name: string): string {
  const text = readFileSync(page, 'utf8');
  const at = text.indexOf(name.startsWith('#') ? name : `\`${name}\``);
  const block = at < 0 ? null : /^```\w*\n([\s\S]*?)^```$/m.exec(text.slice(at));
  if (!block) throw new Error(`${page} has no block after \`${name}\``);
  return block[1]!;
}
