import { attemptPost } from './attempt-post.ts';
import type { Send } from './channel.ts';
import { composeMessage, type Message } from './compose-message.ts';
import type { Egress } from './egress.ts';
import { neverAgain } from './outcome.ts';

/** Posts messages to the incoming webhook of a chat, in the form that the chat reads. */
export const chatSender =
  (egress: Egress, consoleUrl: string, asChatMessage: (message: Message) => object): Send =>
  async ({ delivery, endpoint, at }) => {
    if (!endpoint?.url) return neverAgain('the endpoint has no address');
    const body = JSON.stringify(asChatMessage(composeMessage(delivery.payload, consoleUrl)));
    const headers = { 'content-type': 'application/json', 'user-agent': 'onboarding-webhooks/1' };
    return attemptPost(egress, { url: endpoint.url, headers, body }, at);
  };
