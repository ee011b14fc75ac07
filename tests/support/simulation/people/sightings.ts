import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Transaction } from '../machinery/transaction.ts';

/** What the people of each tenant have seen of its changesets. */
export class Sightings {
  readonly #changesets = new Map<Tenant, Map<string, Changeset>>();
  readonly #oldHashes = new Map<Tenant, readonly string[]>();

  see({ tenant, steps }: Transaction): void {
    for (const { before, after } of steps) {
      if (before && before.revision < after.revision)
        this.#oldHashes.set(tenant, [...this.oldHashesOf(tenant), before.revision_hash]);
      const seen = this.#changesets.get(tenant) ?? new Map<string, Changeset>();
      this.#changesets.set(tenant, seen.set(after.id, after));
    }
  }

  /** In the order in which they came. */
  changesetsOf(tenant: Tenant): readonly Changeset[] {
    return [...(this.#changesets.get(tenant)?.values() ?? [])];
  }

  /** Of revisions that others have taken the place of. */
  oldHashesOf(tenant: Tenant): readonly string[] {
    return this.#oldHashes.get(tenant) ?? [];
  }
}
