import { type SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { type Mail, type Mailer, MailRefusedError } from './mailer.ts';

/** What SES will answer again however often it is asked; quotas and pauses end. */
const REFUSALS = new Set([
  'MessageRejected',
  'MailFromDomainNotVerifiedException',
  'InvalidParameterValue',
]);

export class SesMailer implements Mailer {
  readonly #client: SESClient;
  readonly #senderAddress: string;

  constructor(client: SESClient, senderAddress: string) {
    this.#client = client;
    this.#senderAddress = senderAddress;
  }

  async send({ to, subject, text, html }: Mail): Promise<void> {
    const command = new SendEmailCommand({
      Source: this.#senderAddress,
      Destination: { ToAddresses: [to] },
      Message: {
        Subject: utf8(subject),
        Body: { Text: utf8(text), Html: utf8(html) },
      },
    });
    try {
      await this.#client.send(command);
    } catch (error) {
      if (!(error instanceof Error) || !REFUSALS.has(error.name)) throw error;
      throw new MailRefusedError(error.name, { cause: error });
    }
  }
}

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });
