import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { LOOPBACK, portOf } from '../engines/loopback.ts';
import type { Passage } from './passage.ts';
import type { PassingAnswer } from './passing-answer.ts';
import { readPassing } from './passing-request.ts';

export interface ServiceProxy {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

// A frozen instance keeps its connections; nobody may close them under it while it sleeps.
const KEEP_ALIVE_MS = 24 * 60 * 60 * 1000;

/** The address of one service as the functions know it: everything they say passes through here. */
export async function startServiceProxy(passage: Passage, port = 0): Promise<ServiceProxy> {
  const server = createServer((request, response) => {
    readPassing(request)
      .then((passing) => passage.pass(passing))
      .then((answer) => (answer ? send(response, answer) : request.socket.destroy()))
      .catch(() => request.socket.destroy());
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return {
    endpoint: `http://${LOOPBACK}:${portOf(server.address())}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      passage.close();
    },
  };
}

const send = (response: ServerResponse, { status, headers, body }: PassingAnswer): void => {
  response.writeHead(status, headers).end(body);
};
