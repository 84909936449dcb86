import { resolve } from 'node:path';
import { didYouMean } from '../closest.ts';
import { AUDIENCES, KNOWN_PROFILES } from '../config/settings.ts';
import type { Audience } from '../config/settings.ts';
import { PromolintError } from '../errors.ts';
import { formatsByExtension, isMdx } from '../read/formats.ts';
import type { Extensions } from '../read/formats.ts';
import { PRODUCTS } from '../rule.ts';
import type { Format, Product } from '../rule.ts';
import type { Document } from '../workers/job.ts';
import type { Line } from './lines.ts';

const FORMATS: readonly Format[] = ['markdown', 'html', 'text'];

/** UTF-16 code units: as for files, no page is as long. */
const LONGEST = 5_000_000;

/**
 * Reads `{"path": …, "text": …}`, with `format`, `profile`, `product` and `audience` where the sender knows them. Other keys are
 * the sender's own. @throws PromolintError `document-invalid`, which quotes nothing of the text
 */
export function readDocument({ number, text, reason }: Line, cwd: string, extensions: Extensions): Document {
  const fail = (message: string, hint?: string) =>
    new PromolintError('document-invalid', message, { where: `<stdin>:${number}`, hint });
  if (text === undefined) throw fail(reason ?? 'The line cannot be read.');
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw fail('The line is not valid JSON.', HINT);
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw fail('The line is not a JSON object.', HINT);
  const fields = given as Readonly<Record<string, unknown>>;
  const word = <T extends string>(key: string, known: readonly T[], value = fields[key]): T | undefined => {
    if (value === undefined || value === null) return undefined;
    const found = known.find((each) => each === value);
    if (found !== undefined) return found;
    throw fail(
      `Unknown value for "${key}".`,
      (typeof value === 'string' && didYouMean(value, known)) || `Known are ${known.join(', ')}.`,
    );
  };
  const { path = `<stdin>:${number}`, text: source, profile } = fields;
  if (typeof path !== 'string' || path === '') throw fail('"path" must be a text.', HINT);
  if (typeof source !== 'string') throw fail('"text" is missing, or is no text.', HINT);
  if (source.length > LONGEST) throw fail(`"text" is longer than ${LONGEST / 1e6} million characters.`);
  const profiles = typeof profile === 'string' ? profile.split(',').map((name) => name.trim()) : profile;
  if (profiles !== undefined && profiles !== null && !Array.isArray(profiles))
    throw fail('"profile" must be a name, or a list of names.');
  const format = word('format', FORMATS) ?? formatsByExtension(extensions)(path) ?? 'markdown';
  return {
    path,
    absolutePath: resolve(cwd, path),
    format,
    mdx: format === 'markdown' && isMdx(path),
    source: source.replace(/^\uFEFF/, ''),
    layer: {
      profiles: (profiles as readonly unknown[] | undefined | null)?.map((name) => word('profile', KNOWN_PROFILES, name ?? '')!),
      product: word('product', PRODUCTS) as Product | undefined,
      audience: word('audience', AUDIENCES) as Audience | undefined,
    },
  };
}

const HINT = 'Each line is one document: {"path": "pages/knee.md", "text": "# Knees"}';
