import { sessionCompletedV1 } from '#events/session-completed.v1.ts';
import { complete } from './lifecycle.ts';
import type { Session } from './session.ts';
import { releaseActive } from './session-store.ts';
import type { DraftedSession } from './submit-draft.ts';

/** The end of a conversation that needs nobody's decision. */
export const completeConversation = (session: Session): DraftedSession => ({
  session: complete(session),
  writes: releaseActive(session),
  events: [{ name: sessionCompletedV1.name, data: { session_id: session.id } }],
});
