import {
  cancelConversationRoute,
  escalateRoute,
  getConversation,
  getStatus,
  listConversations,
} from '#functions/http/conversation-queries/contract.ts';
import { process } from '#functions/http/process/contract.ts';
import { start } from '#functions/http/start/contract.ts';
import type { Company } from './tour.ts';
import type { Visitor } from './visitor.ts';

/** Conversations begun, resumed, asked in, handed over and given up. */
export async function holdConversations({ member }: Company): Promise<void> {
  const first = await begin(member);
  await interrupt(member, first);
  await member.callTwice(escalateRoute, 200, {
    path: { conversation_id: first },
    body: { reason: 'The site has two time zones' },
  });
  const second = await begin(member);
  await member.callTwice(cancelConversationRoute, 200, { path: { conversation_id: second } });
  await member.refused(cancelConversationRoute, 409, { path: { conversation_id: second } });
  await lookBack(member, first);
}

/** Starts with a question about the documents. */
async function begin(member: Visitor): Promise<string> {
  const body = { initial_input: 'What do our documents say about visitor badges?' };
  const { conversation_id } = await member.callTwice(start, 201, { body });
  return conversation_id;
}

async function interrupt(member: Visitor, conversation_id: string): Promise<void> {
  await member.refused(start, 409, { body: {} });
  await member.call(start, 200, { body: { resume_existing: true } });
  const path = { conversation_id };
  const body = { user_input: 'How long are visitor badges valid?' };
  await member.callTwice(process, 200, { path, body });
  await member.refused(process, 409, { path, body: { user_input: 'An office', turn: 0 } });
}

async function lookBack(member: Visitor, conversation_id: string): Promise<void> {
  const path = { conversation_id };
  await member.call(getConversation, 200, { path });
  await member.call(getStatus, 200, { path });
  const query = { limit: '1' };
  const { next_cursor } = await member.call(listConversations, 200, { query });
  const next = { ...query, cursor: String(next_cursor) };
  await member.call(listConversations, 200, { query: next });
}

/** A hospital, told in one go. @returns the conversation, with its draft waiting for approval */
export async function draftHospital(member: Visitor, site_name: string): Promise<string> {
  const client_context = {
    site_type: 'healthcare',
    site_name,
    expected_users: 60,
    operating_hours: { open: '00:00', close: '00:00', around_the_clock: true },
    time_zone: 'Europe/Berlin',
    security_level: 'high',
  };
  const { conversation_id } = await member.call(start, 201, { body: { client_context } });
  await finishDraft(member, conversation_id);
  return conversation_id;
}

/** @throws Error when the conversation does not end in a draft */
export async function finishDraft(member: Visitor, conversation_id: string): Promise<void> {
  const path = { conversation_id };
  const body = { user_input: 'Keep the suggestions, please go ahead with the draft.' };
  for (let turns = 0; turns < 4; turns += 1) {
    const { state } = await member.call(process, 200, { path, body });
    if (state === 'awaiting_approval') return;
  }
  throw new Error('The conversation did not end in a draft');
}
