import * as z from 'zod';
import { citation, recommendation } from '#shared/recommendations/recommendation.ts';
import { filledSlots } from '#shared/slots/filled-slots.ts';
import { progressOf } from './lifecycle.ts';
import { openQuestions, type Question, question } from './question.ts';
import { conversationType, type Session } from './session.ts';
import { sessionState } from './session-state.ts';
import { loadWording } from './wording.ts';

/** The shapes in which conversations go over the wire. */
export const statusView = z.object({
  conversation_id: z.string(),
  type: conversationType,
  state: sessionState,
  status: sessionState,
  turn: z.int(),
  /** Whether something that was said is still worked on; `events` tells when it is done. */
  processing: z.boolean(),
  task_id: z.string().nullable(),
  progress: z.number(),
  questions: z.array(question),
  slots: filledSlots,
  enhanced_recommendations: z.array(recommendation),
  consensus_confidence: z.number().nullable(),
  changeset_id: z.string().nullable(),
  ticket: z.string().nullable(),
  reason: z.string().nullable(),
  created_at: z.iso.datetime(),
  last_activity_at: z.iso.datetime(),
  error_message: z.string().optional(),
});

/** A session and what it asks, in its own language. */
export interface AskingSession {
  readonly session: Session;
  readonly questions: readonly Question[];
}

export async function withQuestions(session: Session): Promise<AskingSession> {
  const wording = await loadWording(session.language);
  return { session, questions: openQuestions(wording, session) };
}

export const presentStatus = ({
  session,
  questions,
}: AskingSession): z.input<typeof statusView> => ({
  conversation_id: session.id,
  type: session.type,
  state: session.state,
  status: session.state,
  turn: session.turn,
  processing: session.task_id !== null,
  task_id: session.task_id,
  progress: progressOf(session),
  questions: [...questions],
  slots: session.slots,
  enhanced_recommendations: session.recommendations,
  consensus_confidence: session.consensus_confidence,
  changeset_id: session.changeset_id ?? null,
  ticket: session.escalation?.ticket ?? null,
  reason: session.reason ?? null,
  created_at: session.created_at,
  last_activity_at: session.last_activity_at,
  ...(session.state === 'failed' && { error_message: session.reason ?? 'The session failed' }),
});

export const turnView = statusView.extend({
  reply: z.string(),
  citations: z.array(citation),
  next_steps: z.array(z.string()),
});

export const startView = turnView.extend({
  resumed: z.boolean(),
  context: z.record(z.string(), z.json()),
});

/** A session after a turn, with what the turn was answered. */
export interface AnsweredTurn extends AskingSession {
  readonly reply: string;
  readonly citations: readonly z.infer<typeof citation>[];
}

export const presentTurn = (turn: AnsweredTurn): z.input<typeof turnView> => ({
  ...presentStatus(turn),
  reply: turn.reply,
  citations: [...turn.citations],
  next_steps: NEXT_STEPS[turn.session.state] ?? [],
});

/** What the person can do next, as the names of routes. */
const NEXT_STEPS: Partial<Record<Session['state'], string[]>> = {
  started: ['process'],
  in_progress: ['process'],
  awaiting_approval: ['recommendations/approve', 'status'],
  escalated: ['status'],
};
