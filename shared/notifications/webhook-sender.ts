import { Webhook } from 'standardwebhooks';
import type { Send, Sending } from './channel.ts';
import type { Egress, HttpMessage } from './egress.ts';
import { EgressRefusedError } from './errors.ts';
import { neverAgain, type Outcome } from './outcome.ts';
import type { HttpAnswer } from './post-once.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { activeSecrets } from './signing-secret.ts';

/** Sends deliveries as Standard Webhooks (https://www.standardwebhooks.com). */
export const webhookSender =
  (egress: Egress): Send =>
  async (sending) => {
    const url = sending.endpoint?.url;
    if (!url) return neverAgain('the endpoint has no address');
    try {
      return outcomeOf(await egress.post(signedMessage(url, sending)), sending.at);
    } catch (error) {
      if (error instanceof EgressRefusedError)
        return neverAgain(`egress_refused: ${error.message}`);
      return { result: 'failed', statusCode: null, error: networkError(error), retry: true };
    }
  };

/** One signature per active secret, over the exact bytes of the body. */
export function signedMessage(url: string, { delivery, endpoint, at }: Sending): HttpMessage {
  const { delivery_id, payload, correlation_id } = delivery;
  const signatures = activeSecrets(endpoint?.secrets ?? [], at).map((secret) =>
    new Webhook(secret).sign(delivery_id, at, payload),
  );
  return {
    url,
    body: payload,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'onboarding-webhooks/1',
      'webhook-id': delivery_id,
      'webhook-timestamp': `${Math.floor(at.getTime() / 1000)}`,
      'webhook-signature': signatures.join(' '),
      'x-correlation-id': correlation_id,
    },
  };
}

const GONE = 410;

function outcomeOf({ status, retryAfter }: HttpAnswer, at: Date): Outcome {
  if (status >= 200 && status < 300) return { result: 'delivered', statusCode: status };
  return {
    result: 'failed',
    statusCode: status,
    error: `the receiver answered ${status}`,
    retry: status !== GONE,
    gone: status === GONE,
    retryAfterSeconds: retryAfterSeconds(retryAfter, at),
  };
}

/** What an admin may read of a failure: the kind, never an address inside. */
function networkError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const aborted = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return aborted ? 'no answer within 10 seconds' : `network error ${code}`.trim();
}
