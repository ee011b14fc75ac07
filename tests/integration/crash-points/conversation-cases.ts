import type { TestCloud } from '#tests/support/local-cloud.ts';
import { company } from '#tests/support/onboarding/company.ts';
import { almostDrafted, LAST_ANSWER, OFFICE } from '#tests/support/onboarding/office.ts';
import { type CrashCase, KEY } from './crash-case.ts';

/** What a manager's conversation writes. */
export function conversationCases(cloud: TestCloud): readonly CrashCase[] {
  const manager = async (tenant: string) =>
    company(cloud, tenant, { mia: ['member'], ann: ['approver'] });

  /** A manager in a conversation, about to send this. */
  const inConversation = (what: string, body: object) => async (tenant: string) => {
    const { mia } = await manager(tenant);
    const id = await almostDrafted(mia);
    return () => mia.post(`/conversation/${id}/${what}`, body, KEY);
  };

  return [
    {
      route: 'POST /conversation/start',
      in: 'http/start',
      what: 'a start',
      prepare: async (tenant) => {
        const { mia } = await manager(tenant);
        return () => mia.post('/conversation/start', { client_context: OFFICE }, KEY);
      },
    },
    {
      route: 'POST /conversation/{conversation_id}/process',
      in: 'http/process',
      what: 'an answer that leads to the draft',
      prepare: inConversation('process', { user_input: LAST_ANSWER }),
    },
    {
      route: 'POST /conversation/{conversation_id}/cancel',
      in: 'http/conversation-queries',
      what: 'a cancellation',
      prepare: inConversation('cancel', {}),
    },
    {
      route: 'POST /conversation/{conversation_id}/escalate',
      in: 'http/conversation-queries',
      what: 'an escalation',
      prepare: inConversation('escalate', { reason: 'Nobody answers here' }),
    },
  ];
}
