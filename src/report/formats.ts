import type { Report } from '../check/finding.ts';
import { formatJson } from './json.ts';
import { createPaint } from './paint.ts';
import { formatText } from './text.ts';

/** Pure: reads no file, no environment, no clock. */
export type Formatter = (report: Report, options: { readonly color: boolean }) => string;

export const FORMATS: Readonly<Record<string, Formatter>> = {
  text: (report, { color }) => formatText(report, createPaint(color)),
  json: formatJson,
};
