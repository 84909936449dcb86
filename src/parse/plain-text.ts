import type { Document } from '../rule.ts';
import type { BlockBuilder } from './block-builder.ts';
import { DocumentBuilder } from './document-builder.ts';
import { maskTemplates } from './template-holes.ts';
import { viewOf } from './text-map.ts';
import type { View } from './text-map.ts';

const LINE = /[^\r\n]+/g;
const BULLET = /^\s{0,20}(?:[-*•·▪◦‣–]|\d{1,3}[.)])\s+/;

/** Plain text: an empty line ends a paragraph; a bullet or number at the start of a line makes a list item. */
export function parsePlainText(source: string, path: string): Document {
  const { masked, holes } = maskTemplates(source, 'text');
  const builder = new DocumentBuilder({ path, format: 'text', source, holes });
  readPlainText(builder, viewOf(masked, 0, masked.length));
  return builder.finish();
}

export function readPlainText(builder: DocumentBuilder, view: View): void {
  let block: BlockBuilder | undefined;
  let lineEnd = 0;
  for (const { 0: line, index } of view.text.matchAll(LINE)) {
    const bullet = BULLET.exec(line)?.[0].length ?? 0;
    // Between two lines stands one line ending, of one character or two; more, and there is an empty line.
    const continues = bullet === 0 && line.trim() !== '' && /^(?:\r\n?|\n)$/.test(view.text.slice(lineEnd, index));
    if (block && continues) block.appendView(view, lineEnd, index);
    else block = line.trim() === '' ? undefined : builder.startBlock(bullet > 0 ? 'list-item' : 'paragraph');
    block?.appendView(view, index + bullet, index + line.length);
    lineEnd = index + line.length;
  }
}
