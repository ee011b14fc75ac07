import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getEvents, getStatus } from '#functions/http/conversation-queries/contract.ts';
import { process } from '#functions/http/process/contract.ts';
import { start } from '#functions/http/start/contract.ts';
import { TURN_QUEUE } from '#shared/conversation/session-store.ts';
import { rewindDue } from '../notifications/rewind-due.ts';
import { withTable } from '../onboarding/tenant-items.ts';
import type { Company, Tour } from './tour.ts';
import type { Visitor } from './visitor.ts';

const LATER = { prefer: 'respond-async' };

/** Turns that are not waited for: one that leads to a person, one that its worker never gets done. */
export async function leaveTurnsToTheQueue(tour: Tour, { tenant, member }: Company): Promise<void> {
  const handedOver = await beginWish(member);
  await sayLater(
    member,
    handedOver,
    'How long are visitor badges valid? I want to talk to a person.',
  );
  await member.call(getEvents, 200, { path: { conversation_id: handedOver } });
  await tour.cloud.drain();
  await getStuck(tour, tenant, member);
}

async function beginWish(member: Visitor): Promise<string> {
  const body = { type: 'feature_request' };
  return (await member.call(start, 201, { body })).conversation_id;
}

const sayLater = (member: Visitor, conversation_id: string, user_input: string) =>
  member.call(process, 202, { path: { conversation_id }, body: { user_input }, headers: LATER });

async function getStuck({ cloud }: Tour, tenant: string, member: Visitor): Promise<void> {
  const id = await beginWish(member);
  cloud.faults.crash({ function: 'queue/conversation-turn', when: 'before', times: 100 });
  await sayLater(member, id, 'Dark mode');
  await cloud.drain();
  cloud.faults.clear();
  await age(cloud.endpoints, tenant, id);
  await rewindDue(cloud.endpoints, TURN_QUEUE);
  await cloud.invoke('schedule/due-timers', {});
  await member.call(getStatus, 200, { path: { conversation_id: id } });
}

/** As if the turn had been accepted long ago. */
const age = (place: Tour['cloud']['endpoints'], tenant: string, sessionId: string) =>
  withTable(place, (client) =>
    client.send(
      new UpdateCommand({
        TableName: place.table,
        Key: { PK: `TENANT#${tenant}#SESSION#${sessionId}`, SK: 'STATE' },
        UpdateExpression: 'SET last_activity_at = :at',
        ExpressionAttributeValues: { ':at': '2026-01-01T00:00:00.000Z' },
      }),
    ),
  );
