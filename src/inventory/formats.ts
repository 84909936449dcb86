import { csv } from '../report/csv.ts';
import { version } from '../version.ts';
import { formatHtmlPage } from './html.ts';
import type { Row } from './rows.ts';
import { STATES } from './rows.ts';
import { formatTable } from './table.ts';
import { evidenceWords } from './words.ts';

/** The claims of a site. */
export interface Inventory {
  /** ISO date. */
  readonly asOf: string;
  /** The commit or branch since which the claims are new, where only those were asked for. */
  readonly since?: string;
  /** Whether there is a register to hold them against. */
  readonly registered: boolean;
  /** By path and place. */
  readonly rows: readonly Row[];
}

export type InventoryFormat = (inventory: Inventory, options: { readonly color: boolean; readonly width?: number }) => string;

/** By name, the ways in which an inventory is written. */
export const INVENTORY_FORMATS: Readonly<Record<string, InventoryFormat>> = {
  table: formatTable,
  csv: ({ rows }) => csv([CSV_COLUMNS, ...rows.map(csvCells)]),
  json: formatJson,
  html: formatHtmlPage,
};

const CSV_COLUMNS = [
  'path',
  'line',
  'column',
  'claim',
  'kind',
  'strength',
  'evidence',
  'sources',
  'entry',
  'state',
  'note',
  'fingerprint',
];

const csvCells = ({
  path,
  line,
  column,
  text,
  kind,
  strength,
  evidence,
  entry,
  state,
  note,
  fingerprint,
}: Row): (string | number)[] => [
  path,
  line,
  column,
  text,
  kind,
  strength,
  evidenceWords(evidence),
  evidence.flatMap(({ target }) => target ?? []).join(' | '),
  entry ?? '',
  state,
  note,
  fingerprint,
];

function formatJson({ asOf, since, registered, rows }: Inventory): string {
  const count = (state: string): number => rows.filter((row) => row.state === state).length;
  const states = Object.fromEntries(STATES.map((state) => [state, count(state)]));
  const tool = { name: 'promolint', version };
  return `${JSON.stringify({ schemaVersion: 1, tool, asOf, ...(since === undefined ? {} : { since }), registered, claims: rows, summary: { claims: rows.length, states } }, null, 2)}\n`;
}
