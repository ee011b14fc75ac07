import * as z from 'zod';
import { type ChangesetStatus, UNDECIDED } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { absent, equals, type Write } from '#shared/store/write.ts';

const claim = z.object({ changeset_id: z.string() });

const claimKey = (target: string): Key => ({ partition: 'ROLLBACK', sort: target });

const OPEN: readonly ChangesetStatus[] = [...UNDECIDED, 'applying'];

/**
 * The roll-back that was last asked for of a changeset; undefined where there was none.
 * @throws InvalidStateError with its name while it is open: a changeset is taken back by one at a time
 */
export async function requireNoOpenRollBack(
  table: Table,
  tenant: Tenant,
  target: string,
): Promise<string | undefined> {
  const item = await table.get(tenant, claimKey(target));
  if (!item) return undefined;
  const { changeset_id } = claim.parse(item);
  const last = await findChangeset(table, tenant, changeset_id);
  if (last && OPEN.includes(last.status))
    throw new InvalidStateError(`It is taken back by ${changeset_id} already, which is open`, {
      changeset_id,
    });
  return changeset_id;
}

/** @param last the roll-back that was last asked for */
export const claimRollBack = (target: string, by: string, last: string | undefined): Write => ({
  action: 'put',
  key: claimKey(target),
  condition: last === undefined ? absent : equals({ changeset_id: last }),
  refused: () => new InvalidStateError('Somebody else takes it back at the same time'),
  item: { changeset_id: by },
});
