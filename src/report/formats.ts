import type { Report } from '../check/finding.ts';
import { formatJson } from './json.ts';
import { createPaint } from './paint.ts';
import { formatText } from './text.ts';

export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal, when there is one. */
  readonly width?: number;
}

/** Pure: reads no file, no environment, no clock. */
export type Formatter = (report: Report, options: FormatOptions) => string;

export const FORMATS: Readonly<Record<string, Formatter>> = {
  text: (report, { color, width }) => formatText(report, { paint: createPaint(color), width }),
  json: formatJson,
};
