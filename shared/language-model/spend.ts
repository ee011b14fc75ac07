import type { BudgetLedger, Reservation } from '#shared/budgets/ledger.ts';
import { costOf, type Price, priceOf } from '#shared/budgets/price.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ModelFailure } from './language-model.ts';
import type { ModelCall, ModelClient, ModelReply } from './model-client.ts';
import { countInputTokens, mostInputTokens } from './token-bound.ts';

export interface SpendDeps {
  readonly ledger: BudgetLedger;
  readonly clock: Clock;
}

/** Permission to make one call, and what to do with the money afterwards. */
export type Purse =
  | { readonly kind: 'open'; readonly close: (reply: ModelReply) => Promise<void> }
  | {
      readonly kind: Extract<ModelFailure, 'unavailable' | 'budget_exhausted'>;
      readonly detail: string;
    };

/**
 * Sets aside what the call can cost at most. The bytes of its texts bound its tokens; only when that
 * does not fit are they counted, which is slow.
 */
export async function openPurse(
  deps: SpendDeps,
  tenant: Tenant,
  { payee, model }: ModelClient,
  call: ModelCall,
): Promise<Purse> {
  if (payee === 'free') return { kind: 'open', close: async () => undefined };
  const price = priceOf(payee, model, deps.clock.now());
  if (!price) return { kind: 'unavailable', detail: `No price is known for ${model}` };
  const reserve = (inputTokens: number) => {
    const usage = { inputTokens, outputTokens: call.maxOutputTokens };
    const expense = { provider: payee, microcents: costOf(price, usage) };
    return deps.ledger.reserve(tenant, expense, call.timeoutMs);
  };
  const bound = await reserve(mostInputTokens(call));
  const outcome =
    bound.kind === 'budget_exhausted' && bound.reason === 'used_up'
      ? await reserve(await countInputTokens(call))
      : bound;
  if (outcome.kind === 'budget_exhausted') return { kind: outcome.kind, detail: outcome.reason };
  const { reservation } = outcome;
  return { kind: 'open', close: (reply) => settle(deps, tenant, { reservation, price }, reply) };
}

/** What was not answered was not billed, except what was under way when patience or room ended. */
async function settle(
  { ledger }: SpendDeps,
  tenant: Tenant,
  { reservation, price }: { readonly reservation: Reservation; readonly price: Price },
  reply: ModelReply,
): Promise<void> {
  if ((reply.kind === 'rate_limited' || reply.kind === 'unavailable') && !reply.underWay)
    return ledger.release(tenant, reservation);
  const usage = reply.kind === 'answered' ? reply.usage : null;
  return ledger.settle(tenant, reservation, usage ? costOf(price, usage) : reservation.microcents);
}
