import type { IncomingMessage } from 'node:http';
import type { PassingRequest } from './passing-request.ts';

// Headers of one connection, not of the message: each side of the proxy has its own.
const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'expect']);

/** Headers to the engine: as they came (`host` too, it is signed), with the length that was read. */
export const onwardHeaders = ({ headers, body }: PassingRequest) => ({
  ...withoutConnection(headers),
  ...(body.length > 0 && { 'content-length': String(body.length) }),
});

export const answerHeaders = ({ headers }: IncomingMessage) => withoutConnection(headers);

const withoutConnection = (headers: IncomingMessage['headers']) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !CONNECTION_HEADERS.has(name)));
