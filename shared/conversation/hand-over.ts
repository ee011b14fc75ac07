import { sessionEscalatedV1 } from '#events/session-escalated.v1.ts';
import { escalate } from './lifecycle.ts';
import type { Session } from './session.ts';
import { releaseActive } from './session-store.ts';
import type { DraftedSession } from './submit-draft.ts';

export interface HandOver {
  readonly reason: string;
  readonly urgency: 'low' | 'medium' | 'high';
  /** What the person's application knew, for whoever takes over. */
  readonly contextSnapshot?: Session['client_context'];
}

/** Gives the conversation a ticket and asks a person to go on with it. */
export function handOver(
  { ids }: { readonly ids: { uuid(): string } },
  session: Session,
  { reason, urgency, contextSnapshot }: HandOver,
  at: Date,
): DraftedSession {
  const day = at.toISOString().slice(0, 10).replaceAll('-', '');
  // The end of a UUID is its random part, whatever its version.
  const ticket = `ESC-${day}-${ids.uuid().slice(-8)}`;
  const escalated = escalate(session, {
    ticket,
    reason,
    urgency,
    at: at.toISOString(),
    ...(contextSnapshot && { context_snapshot: contextSnapshot }),
  });
  const { id: session_id, owner, language, type } = session;
  return {
    session: escalated,
    writes: releaseActive(session),
    events: [
      {
        name: sessionEscalatedV1.name,
        data: { session_id, owner, language, type, ticket, reason, urgency },
      },
    ],
  };
}
