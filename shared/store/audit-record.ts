import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { randomIds } from '#shared/runtime/ids.ts';
import type { AuditFact } from './decision.ts';
import type { Put } from './write.ts';

/** Marks audit facts for the stream filter of the sequencer. */
export const AUDIT_FACT_ENTITY = 'audit';
/** Where a tenant's facts wait to be linked, in the order of time. */
export const AUDIT_FACTS = 'AUDIT';
/** Facts that the sequencer should have linked by now wait here for housekeeping. */
export const AUDIT_QUEUE = 'AUDIT';
/** How long a fact may stay unlinked before housekeeping looks after it. */
export const LINK_GRACE_SECONDS = 60;

/** Who acted, and from where. */
export interface Actor {
  /** Subject of the token, or the name of the system part that acted. */
  readonly id: string;
  readonly email?: string;
  /** What they were allowed to do when they asked for it. */
  readonly roles?: readonly string[];
  readonly sourceIp?: string;
  /** The function that acted, where it was no request of the person: `queue/apply-changeset`. */
  readonly via?: string;
}

export interface AuditContext {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly at: Date;
}

/**
 * The audit fact as an item of the business transaction. The sequencer links it into the tenant's
 * chain; until then it waits in the `due` index, so that a lost stream record is found again. Ids grow,
 * so that facts of one transaction stay in the order they were told in.
 */
export function auditRecord(fact: AuditFact, context: AuditContext, id = randomIds.uuid()): Put {
  const { actor } = context;
  const at = context.at.toISOString();
  const due = new Date(context.at.getTime() + LINK_GRACE_SECONDS * 1000).toISOString();
  return {
    action: 'put',
    key: { partition: AUDIT_FACTS, sort: `${at}#${id}` },
    condition: { kind: 'absent' },
    index: { due: { queue: AUDIT_QUEUE, at: due } },
    item: {
      entity: AUDIT_FACT_ENTITY,
      audit_id: id,
      sequence: null,
      at,
      actor: {
        id: actor.id,
        email: actor.email ?? null,
        roles: actor.roles ?? null,
        via: actor.via ?? null,
      },
      source_ip: actor.sourceIp ?? null,
      action: fact.action,
      target: fact.target,
      before_hash: contentHash(fact.before),
      after_hash: contentHash(fact.after),
      correlation_id: context.correlationId,
    },
  };
}

/** SHA-256, hexadecimal, of the RFC 8785 canonical JSON of a value; null for nothing. */
export function contentHash(value: unknown): string | null {
  const canonical = value === undefined || value === null ? undefined : canonicalize(value);
  return canonical === undefined ? null : createHash('sha256').update(canonical).digest('hex');
}
