import * as z from 'zod';
import { turnAcceptedV1 } from '#events/turn-accepted.v1.ts';
import type { Caller } from '#shared/http/caller.ts';
import { ROLES } from '#shared/http/roles.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { DomainEvent } from '#shared/store/decision.ts';

/** A whole turn, or only the draft at the end of one that was answered already. */
const work = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    text: z.string(),
    context: z.record(z.string(), z.json()),
  }),
  z.strictObject({ kind: z.literal('draft') }),
]);
type Work = z.infer<typeof work>;

/** Who said it. What they may do is what they might when they said it. */
const asker = z.strictObject({
  user_id: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  correlation_id: z.string(),
  source_ip: z.string(),
});

/** Work on a conversation that was taken on and is done after the answer has left. */
export const turnTask = z.strictObject({
  task_id: z.string(),
  session_id: z.string(),
  state: z.enum(['processing', 'done', 'given_up']),
  work,
  asker,
  accepted_at: z.iso.datetime(),
});
export type TurnTask = z.infer<typeof turnTask>;

export interface NewTask {
  readonly id: string;
  readonly sessionId: string;
  readonly work: Work;
  readonly at: Date;
}

export const newTask = (caller: Caller, { id, sessionId, work, at }: NewTask): TurnTask => ({
  task_id: id,
  session_id: sessionId,
  state: 'processing',
  work,
  asker: {
    user_id: caller.userId,
    email: caller.email,
    roles: [...caller.roles],
    correlation_id: caller.correlationId,
    source_ip: caller.sourceIp,
  },
  accepted_at: at.toISOString(),
});

/** The person for whom the queue works. */
export const askerOf = (tenant: Tenant, { asker: who }: TurnTask): Caller => ({
  tenant,
  userId: who.user_id,
  email: who.email,
  roles: who.roles,
  correlationId: who.correlation_id,
  sourceIp: who.source_ip,
});

/** What brings the task to the queue. */
export const turnAccepted = ({ session_id, task_id }: TurnTask): DomainEvent => ({
  name: turnAcceptedV1.name,
  data: { session_id, task_id },
});
