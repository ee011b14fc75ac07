import type { PagePosition } from '#shared/http/cursor.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Found, Table } from '#shared/store/table.ts';
import { type AuditView, auditView, sortableSequence } from './chain.ts';
import { linkedRecords, unlinkedFacts } from './chain-store.ts';

export interface AuditPage {
  readonly records: readonly AuditView[];
  readonly next?: string;
}

/**
 * A page of the audit trail, newest first: facts that are not linked yet, then the chain backwards. A
 * fact that is linked between two pages can be on both; none is on neither.
 */
export async function listAudit(
  table: Table,
  tenant: Tenant,
  { limit, after }: PagePosition,
): Promise<AuditPage> {
  const place = readPlace(after);
  if (place.in === 'chain') return chainPage(table, tenant, limit, place.after);
  const range = { after: place.after, limit, descending: true };
  const facts = await unlinkedFacts(table, tenant, range);
  if (facts.next !== undefined)
    return { records: facts.found.map(shown), next: `${UNLINKED}${facts.next}` };
  const room = limit - facts.found.length;
  if (room === 0) return { records: facts.found.map(shown), next: LINKED };
  const { records, next } = await chainPage(table, tenant, room, undefined);
  // A fact may have been linked since it was read.
  const linked = new Set(records.map(({ audit_id }) => audit_id));
  const still = facts.found.map(shown).filter(({ audit_id }) => !linked.has(audit_id));
  return { records: [...still, ...records], ...(next !== undefined && { next }) };
}

async function chainPage(
  table: Table,
  tenant: Tenant,
  limit: number,
  after: string | undefined,
): Promise<AuditPage> {
  const { found, next } = await linkedRecords(table, tenant, { after, limit, descending: true });
  return { records: found.map(shown), ...(next !== undefined && { next: `${LINKED}${next}` }) };
}

const shown = ({ item }: Found): AuditView =>
  auditView.parse({ previous_hash: null, hash: null, ...item });

/** A position says which of the two lists it is in, and after what. */
const UNLINKED = 'unlinked:';
const LINKED = 'linked:';

function readPlace(position: string | undefined) {
  if (!position?.startsWith(LINKED))
    return { in: 'facts', after: position?.slice(UNLINKED.length) } as const;
  return { in: 'chain', after: position.slice(LINKED.length) || undefined } as const;
}

/** The position right behind a record, as a listing goes on from it. */
export const placeOf = ({ sequence, at, audit_id }: AuditView): string =>
  sequence === null ? `${UNLINKED}${at}#${audit_id}` : `${LINKED}${sortableSequence(sequence)}`;
