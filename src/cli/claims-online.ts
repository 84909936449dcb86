import type { Evidence, Row } from '../inventory/rows.ts';
import { keyOf, urlIdentifier } from '../online/identifier.ts';
import type { OnlineIdentifier } from '../online/identifier.ts';
import { sameTitle } from '../online/look-up.ts';
import type { Outcome } from '../online/look-up.ts';
import { lookUpAll, servicesFrom } from '../online/sources.ts';
import type { Entry, Problem, Reference } from '../register/entry.ts';
import { whereOf } from '../register/load.ts';
import type { Io } from './io.ts';

/** The rows with what their sources lead to. */
export async function withLookUps(rows: readonly Row[], io: Io): Promise<Row[]> {
  const wanted = rows.flatMap(({ evidence }) => evidence.flatMap(({ identifier }) => identifier ?? []));
  const outcomes = await ask(wanted, io);
  const looked = (evidence: Evidence): Evidence => {
    const outcome = evidence.identifier && outcomes.get(keyOf(evidence.identifier));
    return outcome ? { ...evidence, online: outcome.state } : evidence;
  };
  return rows.map((row) => ({ ...row, evidence: row.evidence.map(looked) }));
}

/** What is wrong with the sources of a register: retracted, gone, another title, not to be found out. */
export async function lookUpReferences(entries: readonly Entry[], io: Io): Promise<Problem[]> {
  const cited = entries.flatMap((entry) =>
    entry.references.flatMap((reference) => identifiersOf(reference).map((identifier) => ({ entry, reference, identifier }))),
  );
  const outcomes = await ask(
    cited.map(({ identifier }) => identifier),
    io,
  );
  return cited.flatMap(({ entry, reference, identifier }): Problem[] => {
    const { state, title, reason = '' } = outcomes.get(keyOf(identifier))!;
    const name = `${identifier.scheme === 'url' ? '' : `${identifier.scheme.toUpperCase()} `}${identifier.value}`;
    const problem = (level: Problem['level'], message: string, hint?: string): Problem[] => [
      { level, where: whereOf(entry, 'references'), message: `"${entry.id}" rests on ${name}, ${message}`, hint },
    ];
    if (state === 'retracted')
      return problem('error', 'which was retracted.', 'Withdraw the claim, or rest it on other evidence.');
    if (state === 'gone') return problem('error', 'which leads nowhere.', 'Correct the identifier.');
    if (state === 'unknown') return problem('warning', `which could not be looked up: ${reason}.`);
    if (title !== undefined && reference.title !== undefined && !sameTitle(title, reference.title))
      return problem('warning', `whose title is "${title}".`, `The register says "${reference.title}".`);
    return [];
  });
}

function identifiersOf({ doi, pmid, url }: Reference): OnlineIdentifier[] {
  const address = url === undefined ? undefined : urlIdentifier(url);
  return [
    ...(doi === undefined ? [] : [{ scheme: 'doi' as const, value: doi }]),
    ...(pmid === undefined ? [] : [{ scheme: 'pmid' as const, value: pmid }]),
    ...(address ? [address] : []),
  ];
}

const ask = (identifiers: readonly OnlineIdentifier[], { cwd, env }: Io): Promise<ReadonlyMap<string, Outcome>> =>
  lookUpAll(identifiers, { folder: cwd, services: servicesFrom(env) });
