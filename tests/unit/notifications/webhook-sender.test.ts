import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { plannedDelivery } from '#shared/notifications/plan-deliveries.ts';
import { newSecret, rotateSecrets } from '#shared/notifications/signing-secret.ts';
import { signedMessage } from '#shared/notifications/webhook-sender.ts';
import { acme, anEvent, aWebhook } from '#tests/support/notifications/delivery-world.ts';

const delivery = plannedDelivery(
  { ...anEvent({ data: { title: 'Zürich ✓ <"&>', n: 1.5 } }), type: 'changeset.applied' },
  { endpointId: aWebhook.endpoint_id, channel: 'webhook', recipient: null },
  new Date(),
);

const sent = (at = new Date(), secrets = aWebhook.secrets) =>
  signedMessage('https://receiver.example/', {
    tenant: acme,
    delivery,
    endpoint: { ...aWebhook, secrets },
    at,
  });

const verified = (secret: string, { body, headers }: ReturnType<typeof sent>): unknown =>
  new Webhook(secret).verify(body, { ...headers });

const [current] = aWebhook.secrets;
const secretOf = (secret = current): string => secret?.secret ?? '';

describe('a webhook request', () => {
  it('is verified by the public library and says what happened', () => {
    expect(verified(secretOf(), sent())).toEqual({
      type: 'changeset.applied',
      timestamp: '2026-01-05T00:00:00.000Z',
      data: { title: 'Zürich ✓ <"&>', n: 1.5 },
    });
  });

  it('is refused when a byte of it, or its id, or its time was changed', () => {
    const message = sent();
    const { headers, body } = message;
    const changed = [
      { ...message, body: body.replace('1.5', '1.6') },
      { ...message, headers: { ...headers, 'webhook-id': 'dlv_other' } },
      { ...message, headers: { ...headers, 'webhook-timestamp': `${Date.now() / 1000 - 1}` } },
    ];
    for (const each of changed) expect(() => verified(secretOf(), each)).toThrow();
  });

  it('carries both signatures for a day after a rotation, then the new one alone', () => {
    const rotatedAt = new Date(Date.now() - 60_000);
    const next = newSecret();
    const secrets = rotateSecrets(aWebhook.secrets, next, rotatedAt);
    const during = sent(new Date(), secrets);
    expect(during.headers['webhook-signature']?.split(' ')).toHaveLength(2);
    expect(verified(next.secret, during)).toBeDefined();
    expect(verified(secretOf(), during)).toBeDefined();

    const after = sent(new Date(rotatedAt.getTime() + 24 * 3600 * 1000), secrets);
    expect(after.headers['webhook-signature']?.split(' ')).toHaveLength(1);
  });

  it('ends a secret that was replaced twice at once', () => {
    const [a, b] = [newSecret(), newSecret()];
    const at = new Date();
    const secrets = rotateSecrets(rotateSecrets(aWebhook.secrets, a, at), b, at);
    expect(secrets.map(({ secret }) => secret)).toEqual([b.secret, a.secret]);
    expect(() => verified(secretOf(), sent(at, secrets))).toThrow();
  });
});

describe('the published example of Standard Webhooks', () => {
  it('gives the published signature', () => {
    const id = 'msg_p5jXN8AQM9LWM0D4loKWxJek';
    const secret = { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', ends_at: null };
    const example = { ...delivery, delivery_id: id, payload: '{"test": 2432232314}' };
    const endpoint = { ...aWebhook, secrets: [secret] };
    const at = new Date(1_614_265_330_000);
    const { headers } = signedMessage('https://x.example/', {
      tenant: acme,
      delivery: example,
      endpoint,
      at,
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });
});
