import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { type LocalMail, startMail } from '#infra/local/engines/mail.ts';

const { region, credentials } = localIdentity('eu-central-1');
const started: LocalMail[] = [];
afterEach(async () => {
  for (const mail of started.splice(0)) await mail.stop();
});

async function start() {
  const mail = await startMail();
  started.push(mail);
  return { mail, client: new SESClient({ endpoint: mail.endpoint, region, credentials }) };
}

const message = (to: readonly string[]) =>
  new SendEmailCommand({
    Source: 'Onboarding <onboarding@example.com>',
    Destination: { ToAddresses: [...to], CcAddresses: ['copy@example.com'] },
    ReplyToAddresses: ['help@example.com'],
    Message: {
      Subject: { Data: 'Grüße & <more>' },
      Body: { Text: { Data: 'plain' }, Html: { Data: '<b>rich</b>' } },
    },
  });

describe('the local SES', () => {
  it('keeps a mail with all its recipients, and shows it', async () => {
    const { mail, client } = await start();
    const { MessageId } = await client.send(message(['a@example.com', 'b@example.com']));
    expect(await mail.list()).toMatchObject([
      {
        messageId: MessageId,
        from: 'Onboarding <onboarding@example.com>',
        replyTo: ['help@example.com'],
        destination: { to: ['a@example.com', 'b@example.com'], cc: ['copy@example.com'], bcc: [] },
        subject: 'Grüße & <more>',
        body: { text: 'plain', html: '<b>rich</b>' },
      },
    ]);
    expect(await (await fetch(mail.mailUrl)).text()).toContain('<html');
  });

  it('shows no mail of another instance in the same process', async () => {
    const [first, second] = [await start(), await start()];
    await first.client.send(message(['a@example.com']));
    expect(await second.mail.list()).toEqual([]);
  });

  it('listens on the loopback address only', async () => {
    const { mail } = await start();
    expect(new URL(mail.endpoint).hostname).toBe('127.0.0.1');
    const port = new URL(mail.endpoint).port;
    await expect(fetch(`http://[::1]:${port}/health-check`)).rejects.toThrow();
  });
});
