import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import type { LocalIssuer } from '../issuer/local-issuer.ts';
import { personSchema } from '../issuer/person.ts';
import { SignInRefusedError } from '../issuer/user-pool-triggers.ts';

/** Where an AWS client finds everything, as `GET /local/endpoints` says it. */
export interface LocalEndpoints {
  readonly dynamodb: string;
  readonly sqs: string;
  readonly s3: string;
  readonly ses: string;
  /** Names, not URLs. */
  readonly bus: string;
  readonly table: string;
  readonly bucket: string;
  readonly region: string;
  readonly mail_url: string;
}

export interface LocalRoutesDeps {
  readonly issuer: Pick<LocalIssuer, 'signIn'>;
  readonly endpoints: LocalEndpoints;
}

type Answer = readonly [status: number, body: unknown];

/** Two routes that exist on a laptop only: the sign-in, and where to look inside. */
export async function serveLocalRoute(
  message: IncomingMessage,
  response: ServerResponse,
  deps: LocalRoutesDeps,
): Promise<void> {
  const [status, body] = await answerTo(message, deps);
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function answerTo(message: IncomingMessage, deps: LocalRoutesDeps): Promise<Answer> {
  const route = `${message.method} ${message.url?.split('?')[0]?.replace(/\/$/, '')}`;
  if (route === 'GET /local/endpoints') return [200, deps.endpoints];
  if (route === 'POST /local/token') return signIn(message, deps.issuer);
  return [404, { message: 'Not Found' }];
}

async function signIn(
  message: IncomingMessage,
  issuer: LocalRoutesDeps['issuer'],
): Promise<Answer> {
  try {
    return [200, { token: await issuer.signIn(personSchema.parse(await json(message))) }];
  } catch (error) {
    if (error instanceof z.ZodError) return [400, { message: z.prettifyError(error) }];
    if (error instanceof SyntaxError) return [400, { message: 'The body is not JSON' }];
    if (error instanceof SignInRefusedError) return [400, { message: error.message }];
    throw error;
  }
}
