import * as z from 'zod';
import { applicationAcceptedV1 } from '#events/application-accepted.v1.ts';
import { obstacle } from '#shared/changesets/changeset.ts';
import type { DomainEvent } from '#shared/store/decision.ts';

/** Why an application is taken back. */
const cause = z.object({
  code: z.string(),
  detail: z.string(),
  entity_ids: z.array(z.string()).max(100),
});

/** The application of one revision in batches: how far it is, and who works on it (stored shape). */
export const applyTask = z.object({
  changeset_id: z.string(),
  revision: z.int(),
  state: z.enum(['applying', 'reverting', 'ended']),
  /** How many changes, in application order, are in the configuration. */
  done: z.int().min(0),
  total: z.int().min(1),
  /** The fencing token: counts the workers; only the last one's batches are taken. */
  token: z.int().min(0),
  /** When the worker counts as dead unless it has moved on. */
  lease_until: z.iso.datetime(),
  cause: cause.nullable(),
  /** What could not be reverted. */
  left: z.array(obstacle),
  on_behalf_of: z.object({
    user_id: z.string(),
    email: z.string(),
    correlation_id: z.string(),
    source_ip: z.string(),
    roles: z.array(z.string()).default([]),
  }),
  accepted_at: z.iso.datetime(),
});
export type ApplyTask = z.infer<typeof applyTask>;

/** How long the queue may take to get to an application, and a worker from batch to batch. */
const LEASE_SECONDS = 60;

export const leaseFrom = (now: Date): string =>
  new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();

/** Whether another worker may take it on: nobody has yet, or whoever has it has not moved on. */
export const isFree = ({ token, lease_until }: ApplyTask, now: Date): boolean =>
  token === 0 || lease_until <= now.toISOString();

/** Brings the application to the queue, now or again. */
export const applicationAccepted = ({ changeset_id, revision }: ApplyTask): DomainEvent => ({
  name: applicationAcceptedV1.name,
  data: { changeset_id, revision },
});
