import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import sirv from 'sirv';
import { LOOPBACK, portOf } from '../engines/loopback.ts';
import type { HttpGateway } from './http-gateway.ts';
import { type LocalRoutesDeps, serveLocalRoute } from './local-routes.ts';

interface FrontDoorHandlers {
  readonly gateway: HttpGateway;
  readonly local: LocalRoutesDeps;
  readonly staticFolder: string;
}

/** The one address that people know: the API below `/api`, the local routes, and the console. */
export interface FrontDoor {
  readonly url: string;
  /** Requests wait until the rest of the cloud is there. */
  readonly open: (handlers: FrontDoorHandlers) => void;
  readonly stop: () => Promise<void>;
}

/** Takes the port at once, so that everything else can know the address. @throws PortInUseError */
export async function startFrontDoor(port: number): Promise<FrontDoor> {
  const handlers = Promise.withResolvers<FrontDoorHandlers>();
  const server = createServer((message, response) => {
    handlers.promise
      .then((opened) => serve(message, response, opened))
      .catch((error: unknown) => fail(response, error));
  });
  server.listen(port, LOOPBACK);
  await once(server, 'listening').catch((error) => refuse(error, port));
  return {
    url: `http://${LOOPBACK}:${portOf(server.address())}`,
    open: handlers.resolve,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Somebody else listens there. */
export class PortInUseError extends Error {
  override readonly name = 'PortInUseError';

  constructor(port: number) {
    super(`Port ${port} is in use: stop what listens there, or choose another with --port.`);
  }
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  { gateway, local, staticFolder }: FrontDoorHandlers,
): Promise<void> {
  const path = message.url ?? '/';
  if (path.startsWith('/api/')) return gateway(message, response);
  if (path.startsWith('/local/')) return serveLocalRoute(message, response, local);
  sirv(staticFolder, { dev: true })(message, response, () => {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found');
  });
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message: 'Internal Server Error' }));
}

function refuse(error: NodeJS.ErrnoException, port: number): never {
  throw error.code === 'EADDRINUSE' ? new PortInUseError(port) : error;
}
