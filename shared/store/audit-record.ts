import { createHash, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { AuditFact } from './decision.ts';
import type { Put } from './write.ts';

/** Who acted, and from where. */
export interface Actor {
  /** Subject of the token, or the name of the system part that acted. */
  readonly id: string;
  readonly email?: string;
  readonly sourceIp?: string;
}

export interface AuditContext {
  readonly actor: Actor;
  readonly correlationId: string;
  readonly at: Date;
}

/** The audit fact as an item of the business transaction; a sequencer links it into the chain later. */
export function auditRecord(fact: AuditFact, context: AuditContext, id = randomUUID()): Put {
  const at = context.at.toISOString();
  return {
    action: 'put',
    key: { partition: 'AUDIT', sort: `${at}#${id}` },
    condition: { kind: 'absent' },
    item: {
      entity: 'audit',
      audit_id: id,
      sequence: null,
      at,
      actor: { id: context.actor.id, email: context.actor.email ?? null },
      source_ip: context.actor.sourceIp ?? null,
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
