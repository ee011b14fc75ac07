import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import type { Anchors } from './anchors.ts';
import { type Link, sortableSequence } from './chain.ts';
import { findHead, linkedRecords, unlinkedFacts, withoutEntity } from './chain-store.ts';
import type { Finding } from './finding.ts';
import {
  type AnchorBook,
  anchorBook,
  verifyAnchoredEnd,
  verifyHead,
  verifyRecord,
  verifyUnlinked,
} from './verify-chain.ts';

export interface VerifyAuditDeps {
  readonly table: Table;
  readonly anchors: Anchors;
  readonly clock: Clock;
}

export interface Verification {
  /** The last record that is good. */
  readonly last: Link;
  /** Whether the whole chain was looked at, up to the first bad record if there is one. */
  readonly complete: boolean;
  readonly anchorsHeld: number;
  readonly firstBad: Finding | undefined;
}

/** A page of records is well below a megabyte, and has fewer anchors than one listing gives. */
const PAGE = 500;
/** Time for one more page stays, below what the gateway waits. */
const WORKING_MS = 10_000;

/**
 * Holds a tenant's chain against itself, its head and its anchors, from a record that is good already.
 * Long chains take several calls: the next goes on from `last`.
 */
export async function verifyAudit(
  deps: VerifyAuditDeps,
  tenant: Tenant,
  from: Link,
): Promise<Verification> {
  const deadline = deps.clock.now().getTime() + WORKING_MS;
  let last = from;
  let anchorsHeld = 0;
  while (deps.clock.now().getTime() < deadline) {
    const part = await readPart(deps, tenant, last);
    const verified = verifyPart(part, last);
    anchorsHeld += verified.anchorsHeld;
    last = verified.last;
    if (verified.firstBad || part.records.length === 0) {
      const firstBad = verified.firstBad ?? (await verifyEnd(deps, tenant, part, last));
      return { last, complete: true, anchorsHeld, firstBad };
    }
  }
  return { last, complete: false, anchorsHeld, firstBad: undefined };
}

interface Part {
  readonly head: Link | undefined;
  readonly anchors: AnchorBook;
  readonly records: readonly unknown[];
}

/**
 * The chain grows meanwhile. Head and anchors are read before the records, so that whatever they name
 * must be among these.
 */
async function readPart(deps: VerifyAuditDeps, tenant: Tenant, last: Link): Promise<Part> {
  const [head, links] = await Promise.all([
    findHead(deps.table, tenant),
    deps.anchors.after(tenant, last.sequence),
  ]);
  const range = { after: sortableSequence(last.sequence), limit: PAGE };
  const { found } = await linkedRecords(deps.table, tenant, range);
  const records = found.map(({ item }) => withoutEntity(item));
  return { head, anchors: anchorBook(links), records };
}

function verifyPart({ records, anchors }: Part, from: Link) {
  let last = from;
  let anchorsHeld = 0;
  for (const record of records) {
    const verdict = verifyRecord(last, record, anchors);
    if (verdict.kind === 'bad') return { last, anchorsHeld, firstBad: verdict.finding };
    last = verdict.last;
    anchorsHeld += anchors.get(last.sequence)?.length ?? 0;
  }
  return { last, anchorsHeld, firstBad: undefined };
}

async function verifyEnd(deps: VerifyAuditDeps, tenant: Tenant, part: Part, last: Link) {
  const wrongEnd = verifyHead(last, part.head) ?? verifyAnchoredEnd(last, part.anchors);
  if (wrongEnd) return wrongEnd;
  const { found } = await unlinkedFacts(deps.table, tenant, { limit: 1 });
  const facts = found.map(({ item }) => withoutEntity(item));
  return verifyUnlinked(facts, deps.clock.now());
}
