import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { assumeRole, refuseQuery, type XmlAnswer } from './assume-role.ts';
import { complain } from './complaint.ts';
import type { CredentialBook } from './credentials.ts';
import type { LocalEventBridge } from './event-bridge.ts';
import { type JsonAnswer, refuseJson } from './json-answer.ts';
import { LOOPBACK, portOf } from './loopback.ts';
import { putEventsInput, refusePutEvents } from './put-events.ts';
import { getSecretValue, putSecretValue } from './secret-calls.ts';
import type { LocalSecrets } from './secrets.ts';

export interface ControlPlaneParts {
  readonly eventBridge: LocalEventBridge;
  readonly secrets: LocalSecrets;
  readonly credentials: CredentialBook;
}

export interface ControlPlane {
  /** For EventBridge, Secrets Manager and STS alike. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** The APIs that no package serves, on a free loopback port. What is not served is refused. */
export async function startControlPlane(parts: ControlPlaneParts): Promise<ControlPlane> {
  const server = createServer((request, response) => {
    answer(request, response, parts).catch((error) => {
      complain('the control plane failed', error);
      respondJson(response, internalFailure);
    });
  });
  server.listen(0, LOOPBACK);
  await once(server, 'listening');
  return {
    endpoint: `http://${LOOPBACK}:${portOf(server.address())}`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const internalFailure = refuseJson('InternalFailure', 'The local cloud failed.', 500);

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ControlPlaneParts,
): Promise<void> {
  const body = await text(request);
  const target = request.headers['x-amz-target'];
  if (target === undefined) return respondXml(response, queryAnswer(body, parts));
  respondJson(response, await jsonAnswer(String(target), body, parts));
}

type JsonCall = (input: unknown, parts: ControlPlaneParts) => JsonAnswer | Promise<JsonAnswer>;

const JSON_CALLS: Readonly<Record<string, JsonCall>> = {
  'AWSEvents.PutEvents': putEvents,
  'secretsmanager.GetSecretValue': (input, { secrets }) => getSecretValue(input, secrets),
  'secretsmanager.PutSecretValue': (input, { secrets }) => putSecretValue(input, secrets),
};

async function jsonAnswer(target: string, body: string, parts: ControlPlaneParts) {
  const call = Object.hasOwn(JSON_CALLS, target) ? JSON_CALLS[target] : undefined;
  if (!call) {
    return refuseJson('UnknownOperationException', `The local cloud does not serve ${target}.`);
  }
  try {
    return await call(JSON.parse(body), parts);
  } catch (error) {
    if (error instanceof SyntaxError) return refuseJson('SerializationException', error.message);
    if (error instanceof z.ZodError) {
      return refuseJson('ValidationException', z.prettifyError(error));
    }
    throw error;
  }
}

async function putEvents(input: unknown, { eventBridge }: ControlPlaneParts): Promise<JsonAnswer> {
  const { Entries: entries } = putEventsInput.parse(input);
  const refusal = refusePutEvents(entries);
  if (refusal) return refuseJson('ValidationException', refusal);
  const results = await eventBridge.putEvents(entries);
  const FailedEntryCount = results.filter((result) => 'ErrorCode' in result).length;
  return { status: 200, body: { FailedEntryCount, Entries: results } };
}

function queryAnswer(body: string, { credentials }: ControlPlaneParts): XmlAnswer {
  const form = new URLSearchParams(body);
  const action = form.get('Action');
  if (action === 'AssumeRole') return assumeRole(form, credentials);
  return refuseQuery(
    'InvalidAction',
    `The local cloud does not serve ${action ?? 'this request'}.`,
  );
}

function respondJson(response: ServerResponse, { status, body }: JsonAnswer): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(body));
}

function respondXml(response: ServerResponse, { status, xml }: XmlAnswer): void {
  response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
}
