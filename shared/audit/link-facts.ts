import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit, MAX_ACTIONS } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Found } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import { GENESIS, type Link, linkFact } from './chain.ts';
import {
  findHead,
  type Head,
  moveIntoChain,
  putHead,
  unlinkedFacts,
  withoutEntity,
} from './chain-store.ts';

/** Each fact is a deletion and a record, beside the one head. */
const MAX_FACTS = Math.floor((MAX_ACTIONS - 1) / 2);

interface Linked {
  readonly facts: number;
  /** Where to look for more; absent when there was no more. */
  readonly next?: string;
}

/**
 * Links what waits of a tenant into its chain, oldest first, a transaction per batch. What exists is
 * read from the table each time: a wake-up may come late, twice, out of order or to several at once.
 * Whoever loses a race for the head looks again. Returns how many facts it linked; it stops at `most`,
 * or a batch above it.
 * @throws ContentionError when the head never stands still
 */
export async function linkFacts(deps: CommitDeps, tenant: Tenant, most: number): Promise<number> {
  let linked = 0;
  let after: string | undefined;
  for (;;) {
    const { facts, next } = await linkBatch(deps, tenant, after);
    linked += facts;
    if (next === undefined || linked >= most) return linked;
    // Each batch looks from the start, so that no fact is linked before one that it followed; only
    // what cannot be linked is passed over.
    if (facts === 0) after = next;
  }
}

async function linkBatch(deps: CommitDeps, tenant: Tenant, after?: string): Promise<Linked> {
  // Nothing is recorded of the recording, so who acts shows up nowhere but in a log.
  const command = { tenant, actor: { id: 'audit-sequencer' }, correlationId: 'audit-sequencer' };
  const decide = () => decideBatch(deps, tenant, after);
  const done = await commit(deps, command, await decide());
  return done.kind === 'done' ? done.response : { facts: 0 };
}

async function decideBatch(
  deps: CommitDeps,
  tenant: Tenant,
  after: string | undefined,
): Promise<Decision<Linked>> {
  const { found, next } = await unlinkedFacts(deps.table, tenant, { after, limit: MAX_FACTS });
  const facts = found.filter((fact) => isFact(tenant, fact));
  const response = { facts: facts.length, ...(next !== undefined && { next }) };
  if (facts.length === 0) return justAnswer(response);
  const writes = await linking(deps, tenant, facts);
  const reconsider = () => decideBatch(deps, tenant, after);
  return { writes, events: [], audit: [], response, reconsider };
}

async function linking(
  { table, clock }: CommitDeps,
  tenant: Tenant,
  facts: readonly Found[],
): Promise<readonly Write[]> {
  const head = await findHead(table, tenant);
  const moves: Write[] = [];
  let last: Link = head ?? GENESIS;
  for (const fact of facts) {
    const record = linkFact(withoutEntity(fact.item), tenant, last);
    moves.push(...moveIntoChain(fact, record));
    last = record;
  }
  return [putHead(headAt(last, head, clock.now()), head), ...moves];
}

const headAt = ({ sequence, hash }: Link, before: Head | undefined, now: Date): Head => ({
  sequence,
  hash,
  unanchored_since: before?.unanchored_since ?? now.toISOString(),
});

/** What somebody else has put here stays where it is, and is reported as not linked in time. */
function isFact(tenant: Tenant, { key, item }: Found): boolean {
  if (typeof item['audit_id'] === 'string' && item['sequence'] === null) return true;
  logger.error('not an audit fact', { tenant, sort: key.sort });
  return false;
}
