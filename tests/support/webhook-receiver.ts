import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface ReceivedWebhook {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The exact bytes, which a signature is over. */
  readonly body: string;
}

/** Somebody's server that takes webhooks. */
export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly ReceivedWebhook[];
  /** What it answers from now on. @default 204 */
  readonly answerWith: (status: number, headers?: Readonly<Record<string, string>>) => void;
  /** Waits until so many have come. */
  readonly waitFor: (count: number) => Promise<readonly ReceivedWebhook[]>;
  readonly stop: () => Promise<void>;
}

export async function startReceiver(): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const arrivals = new EventEmitter();
  let answer: { status: number; headers?: Readonly<Record<string, string>> } = { status: 204 };
  const server = createServer(async (message, response) => {
    const { method = '', url: path = '', headers } = message;
    received.push({ method, path, headers, body: await text(message) });
    response.writeHead(answer.status, answer.headers).end();
    arrivals.emit('webhook');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${portOf(server.address())}/hook`,
    received,
    answerWith: (status, headers) => {
      answer = { status, headers };
    },
    waitFor: async (count) => {
      while (received.length < count) await once(arrivals, 'webhook');
      return received;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('No TCP listener');
  return address.port;
}
