import { SEVERITIES } from './counts.ts';
import type { Counts } from './counts.ts';
import { markup } from './template.ts';
import type { Markup } from './template.ts';

export interface Row {
  readonly label: string;
  readonly counts: Counts;
}

// Units of the drawing, which scales to its column.
const WIDTH = 340;
const LABEL = 168;
const LINE = 24;
const BAR = 12;
const ROOM_FOR_FIGURE = 36;
const LONGEST_LABEL = 23;
const MOST = 8;

/** A bar for each row, split by severity; the rows with the most findings. A screen reader gets the figures as a sentence. */
export function barChart(title: string, rows: readonly Row[]): Markup {
  const shown = rows.slice(0, MOST);
  const scale = (WIDTH - LABEL - ROOM_FOR_FIGURE) / Math.max(1, ...shown.map(({ counts }) => counts.all));
  const spoken = shown.map(({ label, counts }) => `${label} ${counts.all}`).join(', ');
  const part = rows.length > shown.length && markup` <span class="faint">${MOST} of ${rows.length}</span>`;
  return markup`<figure class="chart">
<figcaption>${title}${part}</figcaption>
<svg viewBox="0 0 ${WIDTH} ${shown.length * LINE}" role="img" aria-label="${title}: ${spoken}">
${shown.map((row, index) => bar(row, index * LINE, scale))}</svg>
</figure>
`;
}

function bar({ label, counts }: Row, top: number, scale: number): Markup {
  let left = LABEL;
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => {
    const width = counts[severity] * scale;
    const place = markup`x="${round(left)}" y="${top + 6}" width="${round(width)}" height="${BAR}"`;
    left += width;
    return markup`<rect class="${severity}" ${place}><title>${severity}: ${counts[severity]}</title></rect>`;
  });
  const line = top + 16;
  return markup`<text x="${LABEL - 8}" y="${line}" text-anchor="end"><title>${label}</title>${ending(label)}</text>${parts}
<text class="figure" x="${round(left + 6)}" y="${line}">${counts.all}</text>
`;
}

/** Of a long path, the end tells more than the start. */
function ending(label: string): string {
  const characters = [...label];
  return characters.length <= LONGEST_LABEL ? label : `…${characters.slice(1 - LONGEST_LABEL).join('')}`;
}

const round = (number: number): number => Math.round(number * 10) / 10;
