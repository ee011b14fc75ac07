import * as z from 'zod';
import { contentHash } from '#shared/store/audit-record.ts';
import type { Item } from '#shared/store/item.ts';

/** A place in a tenant's chain: what the next record is linked to. */
export interface Link {
  /** Counts from 1, without a gap. */
  readonly sequence: number;
  /** SHA-256, hexadecimal. */
  readonly hash: string;
}

/** What the first record of every chain is linked to. */
export const GENESIS: Link = { sequence: 0, hash: '0'.repeat(64) };

/** Sequences as texts that sort like the numbers they are. */
export const sortableSequence = (sequence: number): string => String(sequence).padStart(16, '0');

/** A fact in its place. Everything it holds, but the hash itself, is hashed. */
export type ChainRecord = Item & Link & { readonly previous_hash: string };

/**
 * Links a fact behind a record. Nothing of the fact is changed: it gains its tenant, so that no record
 * can be taken for one of another chain, and its place.
 */
export function linkFact(fact: Item, tenant: string, { sequence, hash }: Link): ChainRecord {
  const record = {
    ...fact,
    tenant_id: tenant,
    sequence: sequence + 1,
    previous_hash: hash,
  };
  return { ...record, hash: recordHash(record) };
}

/**
 * SHA-256 of the canonical JSON (RFC 8785) of a record as it is stored, without its own `hash`.
 * @throws Error for a value that has no canonical JSON
 */
export function recordHash(record: object): string {
  const hashed = Object.entries(record).filter(([name]) => name !== 'hash');
  return contentHash(Object.fromEntries(hashed)) ?? '';
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A record of the audit trail as clients see it; a fact that is not linked yet has no place. */
export const auditView = z.object({
  audit_id: z.string(),
  tenant_id: z.string().optional(),
  sequence: z.int().positive().nullable(),
  at: z.string(),
  actor: z.object({
    id: z.string(),
    email: z.string().nullable(),
    /** What they were allowed to do then; null for parts of the system. */
    roles: z.array(z.string()).nullable(),
    /** The function that acted on their behalf, or of its own accord; null for a request of theirs. */
    via: z.string().nullable().default(null),
  }),
  source_ip: z.string().nullable(),
  action: z.string(),
  target: z.string(),
  before_hash: sha256.nullable(),
  after_hash: sha256.nullable(),
  correlation_id: z.string(),
  previous_hash: sha256.nullable(),
  hash: sha256.nullable(),
});
export type AuditView = z.infer<typeof auditView>;
