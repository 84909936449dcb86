import type { Claim } from '../rule.ts';
import type { ClaimQuery } from '../load/rule.ts';
import { SELLING } from '../analyse/agents.ts';

/** Whether a claim is what a rule's `claim:` asks for. */
export function answers(claim: Claim, query: ClaimQuery): boolean {
  if (query.level && !query.level.includes(claim.level)) return false;
  if (query.object && (!claim.object || !query.object.includes(claim.object.class))) return false;
  if (query.agent && !query.agent.includes(claim.agent) && !(query.agent.includes('selling') && SELLING.has(claim.agent))) return false;
  if (query.kind && !query.kind.includes(claim.kind)) return false;
  if (query.speaker && !query.speaker.includes(claim.speaker)) return false;
  if (query.hedge && !query.hedge.includes(claim.hedge)) return false;
  if (query.fragment !== undefined && query.fragment !== claim.fragment) return false;
  if (query.absolute !== undefined && query.absolute !== claim.absolute) return false;
  if (query.serious !== undefined && query.serious !== (claim.object?.serious ?? false)) return false;
  return claim.confidence >= (query.min_confidence ?? 0);
}
