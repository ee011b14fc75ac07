import type { Tenant } from '#shared/runtime/tenant.ts';
import { change } from './change.ts';
import { INLINE_CHANGES } from './change-limit.ts';
import { type Changeset, revisionHash } from './changeset.ts';

/** Names one revision's changes. */
export interface BodyName {
  readonly changesetId: string;
  readonly revisionHash: string;
}

/** Port to the changes of long changesets: one text per revision, JSON lines, never overwritten by others. */
export interface ChangeBodies {
  write(tenant: Tenant, name: BodyName, lines: string): Promise<void>;
  read(tenant: Tenant, name: BodyName): Promise<string>;
}

/**
 * Puts the changes of a long changeset where they have room, under the hash that decisions are about.
 * To be called with every new revision, before it is written; a crash in between leaves a text that
 * nobody refers to. A short changeset holds its changes itself.
 */
export async function keepBody(
  bodies: ChangeBodies,
  tenant: Tenant,
  changeset: Changeset,
): Promise<Changeset> {
  const { changes, revision_hash, body } = changeset;
  if (body?.revision_hash === revision_hash) return changeset;
  if (changes.length <= INLINE_CHANGES) return body ? { ...changeset, body: null } : changeset;
  const lines = changes.map((step) => JSON.stringify(step)).join('\n');
  await bodies.write(tenant, nameOf(changeset.id, revision_hash), lines);
  return { ...changeset, body: { revision_hash, changes: changes.length } };
}

/** A revision of a changeset, the present one or one before. */
type AnyRevision = Pick<
  Changeset,
  'id' | 'revision' | 'revision_hash' | 'changes' | 'body' | 'policy'
>;

/** The changeset with all of its changes. @throws Error where they are not those of the hash */
export async function wholeChangeset<Revision extends AnyRevision>(
  bodies: ChangeBodies,
  tenant: Tenant,
  changeset: Revision,
): Promise<Revision> {
  const { body, id } = changeset;
  if (!body || isWhole(changeset)) return changeset;
  const lines = await bodies.read(tenant, nameOf(id, body.revision_hash));
  const changes = lines.split('\n').map((line) => change.parse(JSON.parse(line)));
  const whole = { ...changeset, changes };
  if (revisionHash(whole) !== changeset.revision_hash)
    throw new Error(`The stored changes of ${id} are not those of its revision`);
  return whole;
}

/** Whether all changes are at hand; a listing shows the first of a long changeset only. */
export const isWhole = ({ body, changes }: Pick<Changeset, 'body' | 'changes'>): boolean =>
  !body || body.changes === changes.length;

const nameOf = (changesetId: string, hash: string): BodyName => ({
  changesetId,
  revisionHash: hash,
});
