import { findIdentifiers } from '../analyse/evidence/identifiers.ts';

/** What a source can be looked up by. Nothing else of a page or a register ever leaves the machine. */
export interface OnlineIdentifier {
  readonly scheme: 'doi' | 'pmid' | 'url';
  readonly value: string;
}

export const keyOf = ({ scheme, value }: OnlineIdentifier): string => `${scheme}:${value}`;

/** The identifier that the text of a citation, or its address, holds. */
export function identifierIn(text: string): OnlineIdentifier | undefined {
  const found = findIdentifiers(text).find(({ scheme, valid }) => valid && (scheme === 'doi' || scheme === 'pmid'));
  if (found) return { scheme: found.scheme as 'doi' | 'pmid', value: found.value };
  const address = /^https?:\/\/[^\s"<>]{3,2000}$/.exec(text.trim())?.[0];
  return address === undefined ? undefined : urlIdentifier(address);
}

/** An address without credentials and fragment, or undefined for what is none. */
export function urlIdentifier(address: string): OnlineIdentifier | undefined {
  try {
    const url = new URL(address);
    if (!/^https?:$/.test(url.protocol)) return undefined;
    url.username = url.password = url.hash = '';
    return { scheme: 'url', value: url.href };
  } catch {
    return undefined;
  }
}
