import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { chatSender } from '#shared/notifications/chat-sender.ts';
import { SqsDeliveryQueue } from '#shared/notifications/delivery-queue.sqs.ts';
import { discordMessage } from '#shared/notifications/discord-message.ts';
import { GuardedEgress } from '#shared/notifications/egress.ts';
import { parseAllowList } from '#shared/notifications/egress-policy.ts';
import { emailSender } from '#shared/notifications/email-sender.ts';
import { SesMailer } from '#shared/notifications/mailer.ses.ts';
import { slackMessage } from '#shared/notifications/slack-message.ts';
import { webhookSender } from '#shared/notifications/webhook-sender.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { pause } from '#shared/runtime/pause.ts';
import { connectSecret } from '#shared/runtime/secret.secretsmanager.ts';
import { connectTable } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const egress = new GuardedEgress({ allowList: parseAllowList(env.EGRESS_ALLOW_CIDRS) });
const links = new DecisionLinks(connectSecret(env.SIGNING_SECRET_ARN), systemClock);
const mailer = new SesMailer(new SESClient(), env.SENDER_ADDRESS);

export const handler = createHandler({
  table: connectTable(env.TABLE_NAME),
  queue: new SqsDeliveryQueue(new SQSClient(), env.DELIVER_QUEUE_URL),
  senders: {
    webhook: webhookSender(egress),
    email: emailSender(mailer, env.CONSOLE_URL, links),
    slack: chatSender(egress, env.CONSOLE_URL, slackMessage),
    discord: chatSender(egress, env.CONSOLE_URL, discordMessage),
  },
  clock: systemClock,
  pause,
  random: Math.random,
});
