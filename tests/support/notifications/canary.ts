import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';

export interface Canary extends AsyncDisposable {
  readonly port: number;
  /** Connections, whether or not a request came over them. */
  readonly connections: () => number;
  readonly paths: readonly string[];
}

type Serve = (request: IncomingMessage, response: ServerResponse) => void;

const noContent: Serve = (_request, response) => response.writeHead(204).end();

/** A listener that counts who comes. */
export async function startCanary(serve: Serve = noContent, host = '127.0.0.1'): Promise<Canary> {
  let connections = 0;
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? '');
    request.resume();
    serve(request, response);
  });
  server.on('connection', () => {
    connections += 1;
  });
  await listen(server, host);
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error(`Not listening on ${host}`);
  return {
    port: address.port,
    connections: () => connections,
    paths,
    [Symbol.asyncDispose]: () => stop(server),
  };
}

const listen = (server: Server, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port: 0, host, ipv6Only: isIPv6(host) }, resolve);
  });

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
