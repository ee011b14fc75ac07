import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { SqsDeliveryQueue } from '#shared/notifications/delivery-queue.sqs.ts';
import { emailSender } from '#shared/notifications/email-sender.ts';
import { SesMailer } from '#shared/notifications/mailer.ses.ts';
import { plannedDelivery } from '#shared/notifications/plan-deliveries.ts';
import {
  type Recorded,
  replayingHandler,
  testClient,
} from '#tests/support/aws/replaying-handler.ts';
import { acme, anEvent } from '#tests/support/notifications/delivery-world.ts';

const json = (value: unknown) => ({ body: JSON.stringify(value) });

const queueWith = (...answers: readonly Recorded[]) => {
  const { sent, requestHandler } = replayingHandler(...answers);
  const client = new SQSClient({ ...testClient, requestHandler, md5: false });
  return {
    sent,
    queue: new SqsDeliveryQueue(client, 'https://sqs.us-east-1.amazonaws.com/0/deliver'),
  };
};
const wakeUp = { tenant: acme, deliveryId: 'dlv_1', version: 3, delaySeconds: 4.2 };

describe('the delivery queue', () => {
  it('sends tenant, delivery and version, never earlier than asked', async () => {
    const { sent, queue } = queueWith(json({ Successful: [] }));
    await queue.send([wakeUp]);
    const [{ body } = { body: '' }] = sent;
    const [entry] = JSON.parse(body).Entries;
    expect(entry.DelaySeconds).toBe(5);
    expect(JSON.parse(entry.MessageBody)).toEqual({
      tenant_id: 'acme',
      delivery_id: 'dlv_1',
      version: 3,
    });
  });

  it('fails when one of the messages was not taken', async () => {
    const Failed = [{ Id: '0', Code: 'InternalError', SenderFault: false }];
    const { queue } = queueWith(json({ Successful: [], Failed }));
    await expect(queue.send([wakeUp])).rejects.toThrow('InternalError');
  });

  it('sends nothing for nothing', async () => {
    const { sent, queue } = queueWith();
    await queue.send([]);
    expect(sent).toEqual([]);
  });
});

const sesError = (code: string, status = 400) => ({
  status,
  body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>no</Message></Error></ErrorResponse>`,
});
const accepted = {
  body: '<SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult><MessageId>m-1</MessageId></SendEmailResult></SendEmailResponse>',
};

async function mail(recipient: string, ...answers: readonly Recorded[]) {
  const { sent, requestHandler } = replayingHandler(...answers);
  const mailer = new SesMailer(new SESClient({ ...testClient, requestHandler }), 'a@b.example');
  const at = new Date('2026-01-05T00:00:00.000Z');
  const receiver = { endpointId: null, channel: 'email' as const, recipient };
  const delivery = plannedDelivery({ ...anEvent(), type: 'changeset.applied' }, receiver, at);
  const links = new DecisionLinks({ read: async () => 'key' }, { now: () => at });
  const send = emailSender(mailer, 'https://console.example', links);
  const outcome = await send({ tenant: acme, delivery, endpoint: undefined, at });
  return { sent, outcome };
}

describe('a mail', () => {
  it('is delivered when SES has accepted it', async () => {
    const { sent, outcome } = await mail('ana@acme.example', accepted);
    expect(outcome).toEqual({ result: 'delivered', statusCode: null });
    const form = new URLSearchParams(sent[0]?.body);
    expect(form.get('Destination.ToAddresses.member.1')).toBe('ana@acme.example');
    expect(form.get('Message.Subject.Charset')).toBe('UTF-8');
  });

  it.each(['MessageRejected', 'MailFromDomainNotVerifiedException', 'InvalidParameterValue'])(
    'is not tried again after %s',
    async (code) => {
      const { outcome } = await mail('ana@acme.example', sesError(code));
      expect(outcome).toMatchObject({ result: 'failed', retry: false, error: /mail refused/ });
    },
  );

  it.each([
    ['Throttling', 400],
    ['AccountSendingPausedException', 400],
    ['InternalFailure', 500],
  ])('is tried again after %s', async (code, status) => {
    const { outcome } = await mail('ana@acme.example', sesError(code, status));
    expect(outcome).toMatchObject({ result: 'failed', retry: true });
  });

  it('is not sent to what is no single address', async () => {
    const { sent, outcome } = await mail('a@acme.example, b@acme.example');
    expect(outcome).toMatchObject({ result: 'failed', retry: false });
    expect(sent).toEqual([]);
  });
});
