import { PromolintError } from '../errors.ts';

/** The version of the file, which changes when the fingerprints do. */
const VERSION = 1;

/** One finding that was there when the baseline was made. It tells nothing of the copy but which rule minded it. */
export interface Entry {
  readonly ruleId: string;
  /** As findings have it. */
  readonly fingerprint: string;
}

/** Findings that do not count because they were there before; by file, relative to the baseline's folder, forward slashes. */
export type Baseline = ReadonlyMap<string, readonly Entry[]>;

const ABOUT =
  'Findings of promolint that do not count because they were there before. One line is one finding; no copy is in it. ' +
  'Written by "promolint baseline create", "update" and "prune".';

/** One line an entry, sorted, so that two branches change the same line only when they change the same finding. */
export function formatBaseline(baseline: Baseline): string {
  const files = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => compare(a, b))
    .map(([path, entries]) => [path, entries.map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`).sort(compare)]);
  return `${JSON.stringify({ version: VERSION, about: ABOUT, files: Object.fromEntries(files) as unknown }, null, 2)}\n`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const ENTRY = /^([a-z0-9-]+(?::[a-z0-9-]+)?\/[a-z0-9-]+) ([0-9a-f]{32})$/;

/** Reads the text of a baseline. @throws PromolintError `baseline-invalid`, with `file:line:column` where that is known */
export async function parseBaseline(text: string, file: string): Promise<Baseline> {
  const data = parseJson(text, file);
  const fail = async (path: readonly (string | number)[], message: string, hint?: string): Promise<never> => {
    // Brings the YAML parser, which knows where a value stands, and which a sound file does not need.
    const { readYaml } = await import('../yaml.ts');
    const { line, column } = readYaml(text, file, 'baseline-invalid').at(path, 'value');
    throw new PromolintError('baseline-invalid', message, { where: `${file}:${line}:${column}`, hint });
  };
  if (!isMap(data) || !('version' in data)) return fail([], 'This is no baseline of promolint.', ANEW);
  const { version, files } = data;
  if (version !== VERSION)
    return fail(
      ['version'],
      `This baseline has version ${typeof version === 'number' ? version : '?'}, and this promolint reads version ${VERSION}.`,
      `Use the promolint that wrote it, or write it anew: promolint baseline create --force`,
    );
  if (!isMap(files)) return fail(['files'], '"files" must be a map of paths to findings.', ANEW);
  const baseline = new Map<string, Entry[]>();
  for (const [path, lines] of Object.entries(files)) {
    if (!Array.isArray(lines)) return fail(['files', path], 'The findings of a file must be a list.', ANEW);
    const entries: Entry[] = [];
    for (const [index, line] of lines.entries()) {
      const [, ruleId, fingerprint] = (typeof line === 'string' ? ENTRY.exec(line) : null) ?? [];
      if (!ruleId || !fingerprint)
        return fail(['files', path, index], 'A finding must be a rule and 32 hexadecimal digits.', ANEW);
      entries.push({ ruleId, fingerprint });
    }
    baseline.set(path, entries);
  }
  return baseline;
}

const ANEW = 'Take it back from version control, or write it anew: promolint baseline create --force';

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const conflict = /^(?:<{7}|={7}|>{7})/m.exec(text);
    const position = conflict?.index ?? Number(/at position (\d+)/.exec((cause as Error).message)?.[1] ?? NaN);
    const where = Number.isNaN(position) ? file : `${file}:${text.slice(0, position).split('\n').length}`;
    if (conflict)
      throw new PromolintError('baseline-invalid', 'This baseline holds a merge conflict.', {
        where,
        hint: 'Keep the lines of both sides, then run "promolint baseline prune".',
        cause,
      });
    throw new PromolintError('baseline-invalid', 'This baseline is not valid JSON.', { where, hint: ANEW, cause });
  }
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
