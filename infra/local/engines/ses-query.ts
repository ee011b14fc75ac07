import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { queryErrorXml, queryResultXml } from './query-xml.ts';

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';

/** SES version 1 speaks the Query protocol: a form posted to the root. */
export const isQueryCall = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  url === '/' &&
  headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;

/** Answers a version 1 call with what version 2 of the engine at `endpoint` does. */
export async function serveQueryCall(
  endpoint: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const form = new URLSearchParams(await text(request));
  const action = form.get('Action') ?? '';
  const call = CALLS[action];
  const answer = call
    ? await sendMail(endpoint, action, call(form))
    : refusal(400, 'InvalidAction', `Could not find operation ${action}`);
  response.writeHead(answer.status, { 'content-type': 'text/xml' }).end(answer.xml);
}

/** The version 2 input that means the same as a version 1 call. */
const CALLS: Readonly<Record<string, (form: URLSearchParams) => object>> = {
  SendEmail: (form) => ({
    FromEmailAddress: form.get('Source'),
    ReplyToAddresses: members(form, 'ReplyToAddresses'),
    Destination: {
      ToAddresses: members(form, 'Destination.ToAddresses'),
      CcAddresses: members(form, 'Destination.CcAddresses'),
      BccAddresses: members(form, 'Destination.BccAddresses'),
    },
    Content: {
      Simple: {
        Subject: { Data: form.get('Message.Subject.Data') ?? '' },
        Body: {
          ...part(form, 'Html'),
          ...part(form, 'Text'),
        },
      },
    },
  }),
  SendRawEmail: (form) => ({
    ...(form.has('Source') && { FromEmailAddress: form.get('Source') }),
    Destination: { ToAddresses: members(form, 'Destinations') },
    Content: { Raw: { Data: form.get('RawMessage.Data') ?? '' } },
  }),
};

/** `Name.member.1`, `Name.member.2`, … in this order. */
const members = (form: URLSearchParams, name: string) =>
  Array.from({ length: form.size }, (_, index) =>
    form.getAll(`${name}.member.${index + 1}`),
  ).flat();

function part(form: URLSearchParams, kind: 'Html' | 'Text') {
  const Data = form.get(`Message.Body.${kind}.Data`);
  return Data === null ? {} : { [kind]: { Data } };
}

const sent = z.object({ MessageId: z.string() });
const refused = z.object({ message: z.string() });

async function sendMail(endpoint: string, action: string, input: object) {
  const response = await fetch(`${endpoint}/v2/email/outbound-emails`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'AWS local' },
    body: JSON.stringify(input),
  });
  const body: unknown = await response.json();
  if (!response.ok) return refusal(response.status, 'MessageRejected', refused.parse(body).message);
  const { MessageId } = sent.parse(body);
  return {
    status: 200,
    xml: queryResultXml({
      action,
      namespace: NAMESPACE,
      requestId: randomUUID(),
      result: { MessageId },
    }),
  };
}

const refusal = (status: number, code: string, message: string) => ({
  status,
  xml: queryErrorXml({ namespace: NAMESPACE, requestId: randomUUID(), code, message }),
});
