import { endpointDisabledV1 } from '#events/endpoint-disabled.v1.ts';
import type { AppError } from '#shared/runtime/app-error.ts';
import { type Decision, justAnswer } from '#shared/store/decision.ts';
import type { Delivery } from './delivery.ts';
import { putDelivery } from './delivery-store.ts';
import { disableEndpointItem } from './endpoint-store.ts';
import { StaleDeliveryError } from './errors.ts';
import type { Outcome } from './outcome.ts';
import { nextWaitSeconds } from './retry-schedule.ts';
import { wakeAfterSeconds } from './wake-after.ts';

export interface Recorded {
  readonly decision: Decision<Delivery | undefined>;
  /** Until the next attempt; undefined when there is none. */
  readonly waitSeconds: number | undefined;
}

/** What an attempt leaves behind: its line in the log, the next turn, perhaps a disabled endpoint. */
export function recordOutcome(
  claimed: Delivery,
  outcome: Outcome,
  at: Date,
  random: number,
): Recorded {
  const waitSeconds = waitAfter(claimed, outcome, random);
  const next = afterAttempt(claimed, outcome, at, waitSeconds);
  const wakeAt = waitSeconds === undefined ? undefined : wakeAfterSeconds(at, waitSeconds);
  const noted: Decision<Delivery> = {
    writes: [putDelivery(next, wakeAt)],
    events: [],
    audit: [],
    response: next,
  };
  const decision = gone(outcome) ? disabling(noted, claimed) : noted;
  return { decision: { ...decision, reconsider: (refusal) => after(refusal, noted) }, waitSeconds };
}

/** The claim lapsed and another took over: its record counts. Or the endpoint is out of use already. */
async function after(
  refusal: AppError,
  noted: Decision<Delivery>,
): Promise<Decision<Delivery | undefined>> {
  if (refusal instanceof StaleDeliveryError) return justAnswer(undefined);
  return { ...noted, reconsider: async () => justAnswer(undefined) };
}

const waitAfter = ({ tries }: Delivery, outcome: Outcome, random: number): number | undefined =>
  outcome.result === 'failed' && outcome.retry
    ? nextWaitSeconds(tries + 1, outcome.retryAfterSeconds, random)
    : undefined;

/** Replays add rounds; an item of the table has its limit. */
const KEPT_ATTEMPTS = 50;

function afterAttempt(
  claimed: Delivery,
  outcome: Outcome,
  at: Date,
  waitSeconds: number | undefined,
): Delivery {
  const nextAt = waitSeconds === undefined ? null : new Date(at.getTime() + waitSeconds * 1000);
  const attempt = {
    at: at.toISOString(),
    status_code: outcome.statusCode,
    error: outcome.result === 'failed' ? outcome.error : null,
    next_at: nextAt?.toISOString() ?? null,
  };
  const failed = nextAt ? 'failed' : 'dead';
  return {
    ...claimed,
    status: outcome.result === 'delivered' ? 'delivered' : failed,
    attempts: [...claimed.attempts, attempt].slice(-KEPT_ATTEMPTS),
    tries: claimed.tries + 1,
    version: claimed.version + 1,
  };
}

const gone = (outcome: Outcome): boolean => outcome.result === 'failed' && outcome.gone === true;

function disabling(noted: Decision<Delivery>, delivery: Delivery): Decision<Delivery> {
  const { endpoint_id, channel } = delivery;
  if (!endpoint_id) return noted;
  const reason = 'the receiver answered 410 Gone';
  return {
    ...noted,
    writes: [...noted.writes, disableEndpointItem(endpoint_id, reason)],
    events: [{ name: endpointDisabledV1.name, data: { endpoint_id, channel, reason } }],
    audit: [{ action: 'endpoint.disabled', target: endpoint_id, after: { reason } }],
  };
}
