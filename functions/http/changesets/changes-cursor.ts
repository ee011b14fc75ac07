import type { Cursors, Listing } from '#shared/http/cursor.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

/** The changes of one revision: a cursor goes on with the revision that it was given for. */
export const changesListing = (
  tenant: Tenant,
  changesetId: string,
  { revision_hash }: { readonly revision_hash: string },
): Listing => ({ tenant, name: `changes ${changesetId} ${revision_hash}` });

/** What carries the first changes of a revision. */
interface Carrying {
  readonly revision_hash: string;
  readonly changes: readonly unknown[];
  readonly changes_total: number;
}

/** The same, with where its changes go on. */
export async function withCursor<View extends Carrying>(
  cursors: Cursors,
  tenant: Tenant,
  changesetId: string,
  view: View,
): Promise<View & { readonly changes_next_cursor: string | null }> {
  const { changes, changes_total } = view;
  const next = changes.length < changes_total ? String(changes.length) : undefined;
  const listing = changesListing(tenant, changesetId, view);
  return { ...view, changes_next_cursor: await cursors.seal(listing, next) };
}
