import type { Logger } from '@aws-lambda-powertools/logger';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import { attemptDelivery } from './attempt-delivery.ts';
import type { Senders } from './channel.ts';
import { type Delivery, isOpen } from './delivery.ts';
import { type DeliveryQueue, type WakeUp, wakeUpFor } from './delivery-queue.ts';
import { findDelivery, putDelivery } from './delivery-store.ts';
import { NOTIFICATIONS_ACTOR } from './notifications-actor.ts';
import { recordOutcome } from './record-outcome.ts';
import { fitsQueue } from './wake-after.ts';

export interface DeliverDeps extends CommitDeps {
  readonly queue: DeliveryQueue;
  readonly senders: Senders;
  /** In [0, 1), for the jitter of retries. */
  readonly random: () => number;
}

/** How long an attempt may take before another may begin; above the function's time limit. */
const LEASE_SECONDS = 90;

/**
 * Makes one attempt at a delivery: claim, send, record. Claim and record each raise the version, so
 * of any number of messages for one version exactly one leads to an attempt. A crash in between
 * leaves the claim to lapse; only then the receiver may see the same `webhook-id` twice.
 */
export async function deliver(
  deps: DeliverDeps,
  { tenant, deliveryId, version }: Omit<WakeUp, 'delaySeconds'>,
  log: Logger,
): Promise<void> {
  const found = await findDelivery(deps.table, tenant, deliveryId);
  if (!found || found.version !== version || !isOpen(found)) {
    log.info('nothing to deliver', { delivery_id: deliveryId, version });
    return;
  }
  const claimed = await claim(deps, tenant, found);
  if (!claimed) return;
  const outcome = await attemptDelivery(deps, tenant, claimed, log);
  const at = deps.clock.now();
  const { decision, waitSeconds } = recordOutcome(claimed, outcome, at, deps.random());
  const recorded = await carryOut(deps, tenant, claimed, decision);
  if (recorded && waitSeconds !== undefined && fitsQueue(waitSeconds))
    await deps.queue.send([wakeUpFor(tenant, recorded, waitSeconds)]);
}

/** The delivery as ours for a while; undefined where somebody else was faster. */
function claim(deps: DeliverDeps, tenant: Tenant, found: Delivery) {
  const claimed = { ...found, version: found.version + 1 };
  const lapses = new Date(deps.clock.now().getTime() + LEASE_SECONDS * 1000);
  return carryOut(deps, tenant, found, {
    writes: [putDelivery(claimed, lapses)],
    events: [],
    audit: [],
    response: claimed,
    reconsider: async () => justAnswer(undefined),
  });
}

async function carryOut(
  deps: DeliverDeps,
  tenant: Tenant,
  { correlation_id }: Delivery,
  decision: Decision<Delivery | undefined>,
): Promise<Delivery | undefined> {
  const command = { tenant, actor: NOTIFICATIONS_ACTOR, correlationId: correlation_id };
  const done = await commit(deps, command, decision);
  return done.kind === 'done' ? done.response : undefined;
}
