import { Webhook } from 'standardwebhooks';
import { attemptPost } from './attempt-post.ts';
import type { Send, Sending } from './channel.ts';
import type { Egress, HttpMessage } from './egress.ts';
import { neverAgain } from './outcome.ts';
import { activeSecrets } from './signing-secret.ts';

/** Sends deliveries as Standard Webhooks (https://www.standardwebhooks.com). */
export const webhookSender =
  (egress: Egress): Send =>
  async (sending) => {
    const url = sending.endpoint?.url;
    if (!url) return neverAgain('the endpoint has no address');
    return attemptPost(egress, signedMessage(url, sending), sending.at);
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
