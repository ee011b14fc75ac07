import type { BudgetLedger, Reservation } from '#shared/budgets/ledger.ts';
import { costOf, type PaidProvider, type Price, priceOf } from '#shared/budgets/price.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingClient, EmbeddingReply } from './embedding-client.ts';
import type { EmbeddingFailure } from './embedding-service.ts';

export interface PurseDeps {
  readonly ledger: BudgetLedger;
  readonly clock: Clock;
}

/** Money for one call. */
export interface Purse {
  /** Books what the call cost, frees the rest, and says what was booked (micro-cents). */
  close(reply: EmbeddingReply): Promise<number>;
}

const FREE: Purse = { close: async () => 0 };

/**
 * Sets aside what a call costs: its tokens are counted, so that is the whole of it. If nobody comes back,
 * it stays booked, for the provider was called right after and has charged for it.
 */
export async function openPurse(
  deps: PurseDeps,
  tenant: Tenant,
  { payee, model }: EmbeddingClient,
  { tokens, patienceMs }: { readonly tokens: number; readonly patienceMs: number },
): Promise<Purse | EmbeddingFailure> {
  if (payee === 'free') return FREE;
  const price = priceOf(payee, model, deps.clock.now());
  if (!price) return { failed: 'refused', detail: `No price is known for ${model}` };
  const outcome = await deps.ledger.reserve(tenant, expenseOf(payee, price, tokens), patienceMs);
  if (outcome.kind === 'budget_exhausted') return { failed: outcome.kind, detail: outcome.reason };
  const { reservation } = outcome;
  return { close: (reply) => settle(deps, tenant, reservation, billOf(price, reservation, reply)) };
}

const expenseOf = (provider: PaidProvider, price: Price, inputTokens: number) => ({
  provider,
  microcents: costOf(price, { inputTokens, outputTokens: 0 }),
});

/** What was counted is the most that is believed; what may have been done is paid. */
function billOf(price: Price, { microcents }: Reservation, reply: EmbeddingReply): number {
  if (reply.kind !== 'embedded') return reply.mayBeBilled ? microcents : 0;
  if (reply.inputTokens === null) return microcents;
  const { inputTokens } = reply;
  return Math.min(microcents, costOf(price, { inputTokens, outputTokens: 0 }));
}

async function settle(
  { ledger }: PurseDeps,
  tenant: Tenant,
  reservation: Reservation,
  bill: number,
): Promise<number> {
  const closed =
    bill === 0 ? ledger.release(tenant, reservation) : ledger.settle(tenant, reservation, bill);
  // What cannot be settled now is booked whole when its time has passed: no reason to lose the vectors.
  await closed.catch(() => undefined);
  return bill;
}
