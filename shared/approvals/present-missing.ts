import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Person } from '#shared/tenants/person.ts';
import { type MissingApprovals, missingAmong } from './quorum.ts';

interface Missing {
  readonly missing: MissingApprovals | null;
  readonly reason?: string | null;
}

/**
 * Who is missing for the quorum of an open changeset, as people are now. A draft says it as the reason
 * why it only waits; whatever was said when it was made is out of date once people come or go.
 */
export function presentMissing(changeset: Changeset, approvers: readonly Person[]): Missing {
  const missing = missingAmong(approvers, changeset) ?? null;
  if (changeset.status !== 'proposed') return { missing };
  return { missing, reason: missing?.detail ?? null };
}
