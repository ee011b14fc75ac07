import * as z from 'zod';
import type { DecisionLinks } from '#shared/approvals/decision-link.ts';
import type { Send } from './channel.ts';
import { decisionUrls } from './decision-urls.ts';
import { type Mailer, MailRefusedError } from './mailer.ts';
import { neverAgain, type Outcome } from './outcome.ts';
import { renderMail } from './render-mail.ts';

/** Sends deliveries as e-mails. Links in them lead to the console. */
export const emailSender =
  (mailer: Mailer, consoleUrl: string, links: DecisionLinks): Send =>
  async ({ tenant, delivery }) => {
    const to = z.email().safeParse(delivery.recipient);
    if (!to.success) return neverAgain('the recipient is no e-mail address');
    const decide = await decisionUrls(links, consoleUrl, tenant, delivery);
    const content = renderMail(delivery.payload, consoleUrl, decide);
    try {
      await mailer.send({ to: to.data, ...content });
      return { result: 'delivered', statusCode: null };
    } catch (error) {
      if (error instanceof MailRefusedError) return neverAgain(`mail refused: ${error.message}`);
      return mayWorkLater(error);
    }
  };

const mayWorkLater = (error: unknown): Outcome => ({
  result: 'failed',
  statusCode: null,
  error: `mail not accepted: ${error instanceof Error ? error.name : 'unknown reason'}`,
  retry: true,
});
