import { featureRequestRecordedV1 } from '#events/feature-request-recorded.v1.ts';
import { absent, type Write } from '#shared/store/write.ts';
import { completeConversation } from './complete-conversation.ts';
import type { Concluded } from './concluded.ts';
import type { Session } from './session.ts';

/** Keeps what a `feature_request` asks for, tells of it, and ends the conversation. */
export function recordWish(session: Session, at: Date): Concluded {
  const ended = completeConversation(session);
  return {
    ...ended,
    writes: [putWish(session, at), ...ended.writes],
    events: [
      {
        name: featureRequestRecordedV1.name,
        data: {
          session_id: session.id,
          owner: session.owner,
          title: String(session.slots.request_title?.value),
          importance: session.slots.importance?.value ?? null,
          affected_users: session.slots.affected_users?.value ?? null,
        },
      },
      ...ended.events,
    ],
  };
}

/** One per conversation, for as long as the tenant is there. */
const putWish = ({ id, owner, slots, language }: Session, at: Date): Write => ({
  action: 'put',
  key: { partition: 'FEATURE_REQUESTS', sort: id },
  condition: absent,
  item: {
    session_id: id,
    owner,
    language,
    title: String(slots.request_title?.value),
    description: String(slots.request_description?.value),
    importance: slots.importance?.value ?? null,
    affected_users: slots.affected_users?.value ?? null,
    recorded_at: at.toISOString(),
  },
});
