import { type Agent, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { PassingAnswer } from './passing-answer.ts';
import type { PassingRequest } from './passing-request.ts';
import { answerHeaders, onwardHeaders } from './wire-headers.ts';

/** Sends a request on to its engine and reads the whole answer. */
export function forward(
  agent: Agent,
  engine: string,
  request: PassingRequest,
): Promise<PassingAnswer> {
  const { hostname, port } = new URL(engine);
  const { method, target: path, body } = request;
  const { promise, resolve, reject } = Promise.withResolvers<PassingAnswer>();
  httpRequest({ agent, hostname, port, method, path, headers: onwardHeaders(request) })
    .once('error', reject)
    .once('response', (response) => {
      buffer(response).then((answer) => {
        resolve({
          status: response.statusCode ?? 502,
          headers: answerHeaders(response),
          body: answer,
        });
      }, reject);
    })
    .end(body);
  return promise;
}
