import type { IncomingMessage, ServerResponse } from 'node:http';
import { parentPort } from 'node:worker_threads';
import ses from 'aws-ses-v2-local';
import { LOOPBACK, portOf } from './loopback.ts';
import { isQueryCall, serveQueryCall } from './ses-query.ts';

const server = await ses.default({ host: LOOPBACK, port: 0 });
const endpoint = `http://${LOOPBACK}:${portOf(server.address())}`;

// Version 1 calls are answered here, by calls of version 2: the engine's own version 1 drops every
// recipient after the first.
const engine = server.listeners('request');
server.removeAllListeners('request');
server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (isQueryCall(request)) return void serveQueryCall(endpoint, request, response);
  for (const listener of engine) listener.call(server, request, response);
});

parentPort?.postMessage({ endpoint });
