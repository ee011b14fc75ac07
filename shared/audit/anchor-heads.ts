import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import type { Anchors } from './anchors.ts';
import type { Link } from './chain.ts';
import { ANCHOR_QUEUE, findHead, putHead } from './chain-store.ts';

export interface AnchorHeadsDeps extends CommitDeps {
  readonly waiting: PlatformTable;
  readonly anchors: Anchors;
}

export interface AnchoredHeads {
  readonly anchored: number;
  /** Tenants whose head could not be anchored. */
  readonly failed: number;
  /** How long the oldest record had waited for an anchor. */
  readonly oldestSeconds: number;
}

/**
 * Anchors the head of every chain that has moved, then takes it off the list: a crash between the two
 * anchors the same link again, which changes nothing. Safe to repeat and to overlap.
 */
export async function anchorHeads(deps: AnchorHeadsDeps): Promise<AnchoredHeads> {
  const now = deps.clock.now();
  const total = { anchored: 0, failed: 0, oldestSeconds: 0 };
  for await (const page of deps.waiting.due(ANCHOR_QUEUE, now)) {
    const outcomes = await Promise.all(page.map(({ tenant }) => tryToAnchor(deps, tenant)));
    total.anchored += outcomes.filter((anchored) => anchored).length;
    total.failed += outcomes.filter((anchored) => !anchored).length;
    total.oldestSeconds = Math.max(total.oldestSeconds, ...page.map((due) => waited(due, now)));
  }
  return total;
}

const waited = ({ at }: DueItem, now: Date): number => (now.getTime() - Date.parse(at)) / 1000;

/** One tenant's trouble must not keep the others waiting; it comes again with the next run. */
async function tryToAnchor(deps: AnchorHeadsDeps, tenant: Tenant): Promise<boolean> {
  try {
    await anchorHead(deps, tenant);
    return true;
  } catch (error) {
    logger.error('head not anchored', { tenant, error: String(error) });
    return false;
  }
}

/** The index lags: what counts is the head as it is now. */
async function anchorHead(deps: AnchorHeadsDeps, tenant: Tenant): Promise<void> {
  const head = await findHead(deps.table, tenant);
  if (!head?.unanchored_since) return;
  const { sequence, hash } = head;
  const at = deps.clock.now().toISOString();
  await deps.anchors.put(tenant, { tenant_id: tenant, sequence, hash, at });
  const command = { tenant, actor: { id: 'audit-anchor' }, correlationId: 'audit-anchor' };
  await commit(deps, command, await marking(deps, tenant, head, at));
}

/** Records that were linked meanwhile wait for the next anchor, from now on. */
async function marking(
  deps: AnchorHeadsDeps,
  tenant: Tenant,
  anchored: Link,
  at: string,
): Promise<Decision<void>> {
  const head = await findHead(deps.table, tenant);
  if (!head) return justAnswer(undefined);
  const unanchored_since = head.sequence > anchored.sequence ? at : null;
  return {
    writes: [putHead({ ...head, unanchored_since }, head)],
    events: [],
    audit: [],
    response: undefined,
    reconsider: () => marking(deps, tenant, anchored, at),
  };
}
