import * as z from 'zod';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';
import { type Account, busArn, identityArn, queueArn } from './arns.ts';
import { objectPermissions } from './object-permissions.ts';
import type { Need, Permission } from './permission.ts';
import { tablePermissions } from './table-permissions.ts';

/** The local mails come from one verified address or domain, which the template names. */
export interface CallPlace extends Account {
  readonly emailIdentity: string;
}

/** What the recorded calls of functions need; calls of clients outside the cloud are left out. */
export const needsOf = (calls: readonly SdkCall[], place: CallPlace): readonly Need[] =>
  calls.flatMap((call) => {
    const { functionName } = call;
    if (functionName === undefined) return [];
    return permissionsOf(call, place).map((permission) => ({ functionName, ...permission }));
  });

function permissionsOf(call: SdkCall, place: CallPlace): readonly Permission[] {
  if (call.service === 'dynamodb') return tablePermissions(call, place);
  if (call.service === 's3') return objectPermissions(call);
  const read = OTHERS[`${call.service}:${call.operation}`];
  if (read) return read(call, place);
  throw new Error(`${call.service}'s ${call.operation} is not known here`);
}

const toQueue = z.object({ QueueUrl: z.string() });
const toBus = z.object({ Entries: z.array(z.object({ EventBusName: z.string() })) });
const ofSecret = z.object({ SecretId: z.string().startsWith('arn:') });
const mail = z.object({ Source: z.string() });

type ReadCall = (call: SdkCall, place: CallPlace) => readonly Permission[];

const send: ReadCall = ({ parameters }, place) => [
  { action: 'sqs:SendMessage', resource: queueArn(place, toQueue.parse(parameters).QueueUrl) },
];

/** Besides tables and objects, by service and operation. */
const OTHERS: Readonly<Record<string, ReadCall>> = {
  'sqs:SendMessage': send,
  'sqs:SendMessageBatch': send,
  'events:PutEvents': ({ parameters }, place) =>
    toBus.parse(parameters).Entries.map(({ EventBusName }) => ({
      action: 'events:PutEvents',
      resource: busArn(place, EventBusName),
    })),
  'secretsmanager:GetSecretValue': ({ parameters }) => [
    { action: 'secretsmanager:GetSecretValue', resource: ofSecret.parse(parameters).SecretId },
  ],
  'ses:SendEmail': ({ parameters }, place) => {
    const { Source } = mail.parse(parameters);
    if (!Source.includes(place.emailIdentity)) throw new Error(`${Source} is not verified`);
    return [{ action: 'ses:SendEmail', resource: identityArn(place, place.emailIdentity) }];
  },
};
