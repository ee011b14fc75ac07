import * as z from 'zod';
import { recommendation } from '#shared/recommendations/recommendation.ts';
import { filledSlots } from '#shared/slots/filled-slots.ts';
import { SLOT_NAMES } from '#shared/slots/initial-setup.ts';
import { slotSource } from '#shared/slots/slot-values.ts';
import { sessionState } from './session-state.ts';

export const conversationType = z.enum([
  'initial_setup',
  'config_update',
  'troubleshooting',
  'feature_request',
]);
export type ConversationType = z.infer<typeof conversationType>;

const slotName = z.enum(SLOT_NAMES);

/** What the last reply asked. `confirm` waits for a yes or no, `offer` for a change or an "as it is". */
const pendingQuestion = z.strictObject({
  slot: slotName,
  kind: z.enum(['fill', 'confirm', 'revisit', 'offer']),
});
export type PendingQuestion = z.infer<typeof pendingQuestion>;

/** A value heard but not believed yet: under the threshold, half of the hours, or a contradiction. */
const tentativeFill = z.strictObject({
  slot: slotName,
  value: z.json(),
  confidence: z.number(),
  source: slotSource,
});
export type TentativeFill = z.infer<typeof tentativeFill>;

const escalation = z.strictObject({
  ticket: z.string(),
  reason: z.string(),
  urgency: z.enum(['low', 'medium', 'high']),
  at: z.iso.datetime(),
  context_snapshot: z.record(z.string(), z.json()).optional(),
});
export type Escalation = z.infer<typeof escalation>;

/** One onboarding conversation of one person, as it is stored (wire shape throughout). */
export const sessionSchema = z.strictObject({
  id: z.string(),
  owner: z.string(),
  language: z.string().max(10),
  type: conversationType,
  user_type: z.string().optional(),
  state: sessionState,
  turn: z.int().min(0),
  /** What the queue is at work on; until it is done, nothing else can be said. */
  task_id: z.string().nullable(),
  slots: filledSlots,
  pending: pendingQuestion.nullable(),
  tentative: z.array(tentativeFill),
  /** Slots whose question was put, in order; "go back" walks it. */
  asked: z.array(slotName),
  /** Optional slots that are not asked any more. */
  skipped: z.array(slotName),
  /** Required slots that were put off: asked after the others. */
  deferred: z.array(slotName),
  /** Slots the last turn changed: "no, make that forty" means one of them. */
  touched: z.array(slotName),
  /** The suggested roles and shifts were accepted before or when they were offered. */
  team_accepted: z.boolean(),
  client_context: z.record(z.string(), z.json()),
  created_at: z.iso.datetime(),
  last_activity_at: z.iso.datetime(),
  recommendations: z.array(recommendation),
  consensus_confidence: z.number().nullable(),
  changeset_id: z.string().optional(),
  /** How many drafts it has led to; a rejected one is followed by another. */
  drafts: z.int().min(0),
  escalation: escalation.optional(),
  /** Why the session left its way: rejected, expired, idle, failed. */
  reason: z.string().optional(),
});
export type Session = z.infer<typeof sessionSchema>;

export interface NewSession {
  readonly id: string;
  readonly owner: string;
  readonly language: string;
  readonly type: ConversationType;
  readonly userType?: string;
  readonly clientContext: Session['client_context'];
  /** ISO 8601. */
  readonly at: string;
}

/** A session before its first word. */
export function newSession(start: NewSession): Session {
  return {
    id: start.id,
    owner: start.owner,
    language: start.language,
    type: start.type,
    user_type: start.userType,
    state: 'started',
    turn: 0,
    task_id: null,
    client_context: start.clientContext,
    created_at: start.at,
    last_activity_at: start.at,
    drafts: 0,
    ...blankDialogue(),
  };
}

/** The part of a session that "start over" empties. */
export function blankDialogue() {
  return {
    slots: {},
    pending: null,
    tentative: [],
    asked: [],
    skipped: [],
    deferred: [],
    touched: [],
    team_accepted: false,
    recommendations: [],
    consensus_confidence: null,
    changeset_id: undefined,
    reason: undefined,
  };
}
