import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type Findings, type ReconcileDeps, reconcileTenant } from './reconcile-tenant.ts';

/** Bounds of a run. */
export interface Round {
  readonly everyMinutes: number;
  readonly mostTenants: number;
  /** No tenant is begun after so long. */
  readonly mostSeconds: number;
}

export interface RoundFindings extends Findings {
  readonly tenants: number;
  /** Tenants that could not be compared. */
  readonly failed: number;
}

const NOTHING: RoundFindings = {
  tenants: 0,
  failed: 0,
  missing: 0,
  orphans: 0,
  stranded: 0,
  repairs: 0,
  ignored: 0,
  oldestSeconds: 0,
};

/**
 * Compares the tenants whose turn it is. The clock is the cursor: each run begins where the one before
 * would have ended, so that every tenant comes round, and a run that was lost is not mourned.
 */
export async function reconcileRound(deps: ReconcileDeps, round: Round): Promise<RoundFindings> {
  const began = deps.clock.now().getTime();
  let found = NOTHING;
  for (const tenant of inTurn(await deps.objects.tenants(), new Date(began), round)) {
    if (deps.clock.now().getTime() - began > round.mostSeconds * 1000) break;
    found = sum(found, await tryTenant(deps, tenant));
  }
  return found;
}

/** The tenants of the run that begins now: as many as a run takes, around the list and on. */
export function inTurn(
  tenants: readonly Tenant[],
  at: Date,
  { everyMinutes, mostTenants }: Pick<Round, 'everyMinutes' | 'mostTenants'>,
): readonly Tenant[] {
  if (tenants.length <= mostTenants) return tenants;
  const run = Math.floor(at.getTime() / (everyMinutes * 60_000));
  const start = (run * mostTenants) % tenants.length;
  return [...tenants.slice(start), ...tenants.slice(0, start)].slice(0, mostTenants);
}

/** One tenant's trouble must not keep the others waiting; it comes round again. */
async function tryTenant(deps: ReconcileDeps, tenant: Tenant): Promise<RoundFindings> {
  try {
    const findings = await reconcileTenant(deps, tenant);
    if (findings.repairs + findings.ignored > 0)
      logger.warn('knowledge differed', { tenant, ...findings });
    return { ...findings, tenants: 1, failed: 0 };
  } catch (error) {
    logger.error('knowledge not compared', { tenant, error: String(error) });
    return { ...NOTHING, tenants: 1, failed: 1 };
  }
}

const sum = (all: RoundFindings, one: RoundFindings): RoundFindings => ({
  tenants: all.tenants + one.tenants,
  failed: all.failed + one.failed,
  missing: all.missing + one.missing,
  orphans: all.orphans + one.orphans,
  stranded: all.stranded + one.stranded,
  repairs: all.repairs + one.repairs,
  ignored: all.ignored + one.ignored,
  oldestSeconds: Math.max(all.oldestSeconds, one.oldestSeconds),
});
