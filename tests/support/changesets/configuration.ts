import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import { parentsOf } from '#shared/resources/references.ts';
import { resourceKind } from '#shared/resources/resource.ts';
import { findStates, type ResourceState } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { ALL_IDS } from './random-configuration.ts';

/** A tenant's resources, as the table holds them. */
export class Configuration {
  readonly #table: Table;
  readonly #tenant: Tenant;

  constructor(table: Table, tenant: Tenant) {
    this.#table = table;
    this.#tenant = tenant;
  }

  async apply(changes: readonly Change[]): Promise<void> {
    const writes = applyChanges({
      changesetId: 'changeset',
      changes,
      at: new Date('2026-01-05T09:00:00.000Z'),
      requestedBy: { user_id: 'ana', email: 'ana@acme.example' },
      approvedBy: [],
      editedBy: [],
    });
    await this.#table.transact(this.#tenant, writes);
  }

  /** In the order of `ALL_IDS`. */
  states(): Promise<readonly ResourceState[]> {
    return findStates(this.#table, this.#tenant, ALL_IDS);
  }

  async data(): Promise<readonly unknown[]> {
    return (await this.states()).map(({ data }) => data);
  }

  /** Ids whose count of dependents is not what a recount says. */
  async miscounted(): Promise<readonly string[]> {
    const states = await this.states();
    const parents = states.flatMap(({ data }, index) => parentsOf(kindOf(ALL_IDS[index]), data));
    return ALL_IDS.filter((id, index) => {
      const counted = parents.filter((parent) => parent === id).length;
      return states[index]?.dependents !== counted;
    });
  }
}

const kindOf = (id = '') => resourceKind.parse(id.split(':')[0]);
