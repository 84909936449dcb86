import type { Client } from './client.ts';
import { OnlineError } from './client.ts';
import type { OnlineIdentifier } from './identifier.ts';

/** `gone`: the identifier leads nowhere; `unknown`: nobody answered, or not clearly. */
export interface Outcome {
  readonly state: 'found' | 'retracted' | 'gone' | 'unknown';
  readonly title?: string;
  /** For `unknown`: why. */
  readonly reason?: string;
}

/** Whom to ask; a company may keep a mirror. Without a slash at the end. */
export interface Services {
  readonly crossref: string;
  readonly handles: string;
  readonly pubmed: string;
  /** Whether links may lead to inner addresses. */
  readonly innerLinks?: boolean;
}

export const PUBLIC_SERVICES: Services = {
  crossref: 'https://api.crossref.org/works',
  handles: 'https://doi.org/api/handles',
  pubmed: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esummary.fcgi',
};

/** Asks what an identifier leads to. Never throws: what cannot be found out is `unknown`. */
export async function lookUp(
  identifier: OnlineIdentifier,
  client: Client,
  services: Services = PUBLIC_SERVICES,
): Promise<Outcome> {
  try {
    switch (identifier.scheme) {
      case 'doi':
        return await lookUpDoi(identifier.value, client, services);
      case 'pmid':
        return await lookUpPmid(identifier.value, client, services);
      case 'url':
        return await lookUpUrl(identifier.value, client, services);
    }
  } catch (error) {
    if (error instanceof OnlineError) return { state: 'unknown', reason: error.message };
    if (error instanceof SyntaxError) return { state: 'unknown', reason: 'the answer is not what was expected' };
    throw error;
  }
}

async function lookUpDoi(doi: string, client: Client, { crossref, handles }: Services): Promise<Outcome> {
  const { status, text } = await client.ask(`${crossref}/${encodeURIComponent(doi)}`, { trusted: true });
  if (status === 200) {
    const message = mapAt(JSON.parse(text), 'message');
    const title = textOf(list(message['title'])[0]);
    const updates = list(message['updated-by']).map((update) => String((update as Record<string, unknown> | null)?.['type']));
    const retracted = updates.some((type) => type === 'retraction' || type === 'withdrawal') || isRetractedTitle(title);
    return { state: retracted ? 'retracted' : 'found', ...(title === undefined ? {} : { title }) };
  }
  if (status !== 404) return { state: 'unknown', reason: `answer ${status}` };
  // Crossref knows its own members only; the handle system knows every DOI.
  const handle = await client.ask(`${handles}/${doi.split('/').map(encodeURIComponent).join('/')}`, { trusted: true });
  return handle.status === 200
    ? { state: 'found' }
    : handle.status === 404
      ? { state: 'gone' }
      : { state: 'unknown', reason: `answer ${handle.status}` };
}

async function lookUpPmid(pmid: string, client: Client, { pubmed }: Services): Promise<Outcome> {
  const { status, text } = await client.ask(`${pubmed}?db=pubmed&retmode=json&id=${encodeURIComponent(pmid)}`, { trusted: true });
  if (status !== 200) return { state: 'unknown', reason: `answer ${status}` };
  const summary = mapAt(mapAt(JSON.parse(text), 'result'), pmid);
  if (Object.keys(summary).length === 0 || summary['error'] !== undefined) return { state: 'gone' };
  const title = textOf(summary['title']);
  const retracted = list(summary['pubtype']).includes('Retracted Publication') || isRetractedTitle(title);
  return { state: retracted ? 'retracted' : 'found', ...(title === undefined ? {} : { title }) };
}

async function lookUpUrl(url: string, client: Client, { innerLinks = false }: Services): Promise<Outcome> {
  let { status } = await client.ask(url, { method: 'HEAD', trusted: innerLinks });
  // Some servers do not answer to HEAD, or answer it wrongly.
  if (status >= 400) ({ status } = await client.ask(url, { trusted: innerLinks }));
  if (status === 404 || status === 410) return { state: 'gone' };
  return status < 400 ? { state: 'found' } : { state: 'unknown', reason: `answer ${status}` };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value.slice(0, 500) : undefined);
const isRetractedTitle = (title: string | undefined): boolean => /^\W{0,3}(?:retracted|withdrawn)\b/i.test(title ?? '');

function mapAt(value: unknown, key: string): Readonly<Record<string, unknown>> {
  const inner =
    typeof value === 'object' && value !== null && Object.hasOwn(value, key)
      ? (value as Record<string, unknown>)[key]
      : undefined;
  return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {};
}

/** Whether two titles are of one work, whatever their punctuation and subtitles. */
export function sameTitle(a: string, b: string): boolean {
  const words = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [words(a), words(b)];
  const common = [...one].filter((word) => other.has(word)).length;
  return common / Math.max(1, Math.min(one.size, other.size)) >= 0.75;
}
