import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';

const payload = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.looseObject({}),
});
type Received = z.output<typeof payload>;

export interface WebhookReceiver {
  readonly url: string;
  /** From now on only what is signed with this secret counts. */
  trust(secret: string): void;
  readonly verified: readonly Received[];
  readonly refused: readonly string[];
  stop(): Promise<void>;
}

/** Another system that listens: keeps what carries a valid Standard Webhooks signature. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const verified: Received[] = [];
  const refused: string[] = [];
  let webhook: Webhook | undefined;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    try {
      const headers = z.record(z.string(), z.string()).parse(request.headers);
      verified.push(payload.parse(webhook?.verify(body, headers)));
      response.writeHead(204).end();
    } catch (error) {
      refused.push(String(error));
      response.writeHead(400).end();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/hook`,
    trust: (secret) => {
      webhook = new Webhook(secret);
    },
    verified,
    refused,
    async stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
