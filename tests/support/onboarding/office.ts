import type { TestResponse } from '../http-client.ts';
import type { Person } from './company.ts';

/** What an application that knows a small office hands over; how secure it is to be, it does not know. */
export const OFFICE = {
  urgency: 'none',
  site_type: 'office',
  site_name: 'Harbor Point',
  expected_users: 30,
  operating_hours: { open: '08:00', close: '18:00', around_the_clock: false },
  time_zone: 'Europe/Berlin',
  staff_roles: ['ADMIN', 'SECURITY'],
  shifts: [{ name: 'Day', start: '08:00', end: '18:00', people: 2 }],
} as const;

/** Answers the one question that is open then, and so leads to the draft. */
export const LAST_ANSWER = 'enhanced';

/** A conversation about the office up to its last question. Returns its id. */
export async function almostDrafted(manager: Person, facts: object = OFFICE): Promise<string> {
  const { status, body } = await manager.post('/conversation/start', { client_context: facts });
  if (status !== 201) throw new Error(`The start answered ${status}: ${body.code}`);
  return body.conversation_id;
}

/** A conversation about the office up to its draft. Returns the answer that the manager got. */
export async function drafted(manager: Person, facts: object = OFFICE): Promise<TestResponse> {
  const id = await almostDrafted(manager, facts);
  const answer = await manager.post(`/conversation/${id}/process`, { user_input: LAST_ANSWER });
  if (answer.body.state !== 'awaiting_approval')
    throw new Error(`The conversation is ${answer.body.state}: ${answer.body.reply}`);
  return answer;
}
