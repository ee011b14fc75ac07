import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { AUDIT_QUEUE, LINK_GRACE_SECONDS } from '#shared/store/audit-record.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import type { DueItem, PlatformTable } from '#shared/store/platform-table.ts';
import { linkFacts } from './link-facts.ts';

export interface LinkOverdueFactsDeps extends CommitDeps {
  readonly waiting: PlatformTable;
}

export interface OverdueFacts {
  /** Linked now. */
  readonly linked: number;
  /** Tenants whose facts still wait. */
  readonly stuckTenants: number;
  /** How long the oldest of all had waited since it was written. */
  readonly oldestSeconds: number;
}

/** More than a tenant should ever have waiting; the rest is for the next run. */
const MOST_PER_TENANT = 20_000;

/**
 * Links what the sequencer should have linked and did not. Facts enter the due index a minute after
 * they were written, so that the sequencer is not raced; losing that race does no harm.
 */
export async function linkOverdueFacts(deps: LinkOverdueFactsDeps): Promise<OverdueFacts> {
  const now = deps.clock.now();
  const tenants = new Set<Tenant>();
  let oldestSeconds = 0;
  for await (const page of deps.waiting.due(AUDIT_QUEUE, now)) {
    for (const { tenant } of page) tenants.add(tenant);
    oldestSeconds = Math.max(oldestSeconds, ...page.map((due) => waited(due, now)));
  }
  const outcomes = await Promise.allSettled([...tenants].map((tenant) => link(deps, tenant)));
  const linked = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 0));
  return {
    linked: linked.reduce((sum, facts) => sum + facts, 0),
    stuckTenants: outcomes.filter(({ status }) => status === 'rejected').length,
    oldestSeconds,
  };
}

const waited = ({ at }: DueItem, now: Date): number =>
  (now.getTime() - Date.parse(at)) / 1000 + LINK_GRACE_SECONDS;

/** One tenant's trouble must not keep the others waiting. */
async function link(deps: LinkOverdueFactsDeps, tenant: Tenant): Promise<number> {
  try {
    return await linkFacts(deps, tenant, MOST_PER_TENANT);
  } catch (error) {
    logger.error('facts not linked', { tenant, error: String(error) });
    throw error;
  }
}
