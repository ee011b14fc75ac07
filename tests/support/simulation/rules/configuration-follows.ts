import canonicalize from 'canonicalize';
import type { Change } from '#shared/changesets/change.ts';
import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findChangeset } from '#shared/changesets/changeset-store.ts';
import type { Item } from '#shared/store/item.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Transaction, Written } from '../machinery/transaction.ts';
import { must } from './violation.ts';

interface Resource {
  readonly data: Change['after'];
  readonly version: number;
}
/** A tenant's resources by id; of one that is gone the last version. */
export type Configuration = ReadonlyMap<string, Resource>;

/**
 * The configuration is what the applied changesets make of each other: a resource changes only with a
 * changeset that is applied in the same transaction, or is being applied or taken back in batches, to
 * exactly what that says, and its version counts up by one.
 */
export class ConfigurationFollows {
  readonly #storage: Storage;
  readonly #tenants = new Map<string, Map<string, Resource>>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  of(tenant: string): Configuration {
    return this.#tenants.get(tenant) ?? new Map();
  }

  async see(transaction: Transaction): Promise<void> {
    const made = transaction.in('RESOURCE#').filter(isNewVersion);
    for (const { before, after } of transaction.in('RESOURCE#').filter((all) => !isNewVersion(all)))
      must(
        same(before?.['data'], after?.['data']),
        () => `${after?.['entity_id']} was changed without a version`,
      );
    const ids = new Set(made.map(({ after }) => String(after?.['changeset_id'])));
    must(ids.size <= 1, () => `one transaction applies ${[...ids]}`);
    for (const id of ids) await this.#requireMeant(transaction, id, made);
    await this.#requireWhole(transaction, made.length);
  }

  async #requireMeant(
    transaction: Transaction,
    id: string,
    made: readonly Written[],
  ): Promise<void> {
    const { tenant } = transaction;
    const found = await findChangeset(this.#storage, tenant, id);
    must(found !== undefined, () => `resources name ${id}, which is not there`);
    const { status, changes } = await wholeChangeset(this.#storage.bodies, tenant, found);
    const inBatches = status === 'applying' && transaction.in(`APPLICATION#${id}`).length === 1;
    const isItsOwn = transaction.steps.some(({ after }) => after.id === id);
    must(
      inBatches || (isItsOwn && status === 'applied'),
      () => `${id} is ${status}, and changes resources`,
    );
    for (const { before, after } of made) {
      const step = changes.find(({ entity_id }) => entity_id === after?.['entity_id']);
      const wanted = inBatches ? [step?.after, step?.before] : [step?.after];
      this.#follow(tenant, step, before, after, wanted);
    }
  }

  #follow(
    tenant: string,
    step: Change | undefined,
    before: Item | undefined,
    after: Item | undefined,
    wanted: readonly (Change['after'] | undefined)[],
  ): void {
    const id = String(after?.['entity_id']);
    const known = this.of(tenant).get(id) ?? { data: null, version: 0 };
    const next = after?.['deleted'] ? null : (after?.['data'] ?? null);
    must(step !== undefined, () => `${id} was changed by what does not name it`);
    must(
      Number(before?.['version'] ?? 0) === known.version,
      () => `${id} was at ${before?.['version']}, and should be at ${known.version}`,
    );
    must(
      wanted.some((data) => same(data, next)),
      () => `${id} became something else than was decided`,
    );
    const data = wanted.find((each) => same(each, next)) ?? null;
    const resources = this.#tenants.get(tenant) ?? new Map<string, Resource>();
    resources.set(id, { data, version: Number(after?.['version']) });
    must(
      Number(after?.['version']) === known.version + 1,
      () => `${id} went from version ${known.version} to ${after?.['version']}`,
    );
    this.#tenants.set(tenant, resources);
  }

  /** What is called applied is there, all of it. */
  async #requireWhole({ tenant, steps }: Transaction, made: number): Promise<void> {
    for (const { before, after } of steps) {
      if (after.status !== 'applied' || before?.status === 'applied') continue;
      const { changes } = await wholeChangeset(this.#storage.bodies, tenant, after);
      const count = before?.status === 'applying' ? 0 : changes.length;
      must(made === count, () => `${after.id} changed ${made} resources of ${changes.length}`);
      if (before?.status === 'applying') this.#requireThere(tenant, after, changes);
    }
  }

  /** By version: others may have changed the resource again since its batch. */
  #requireThere(tenant: string, { id }: Changeset, changes: readonly Change[]): void {
    const missing = changes.filter(
      ({ entity_id, base_version }) =>
        (this.of(tenant).get(entity_id)?.version ?? 0) <= base_version,
    );
    must(missing.length === 0, () => `${id} is called applied without ${missing.length} changes`);
  }
}

const isNewVersion = ({ before, after }: Written): boolean =>
  before?.['version'] !== after?.['version'];

/** Mostly in the same order; where not, the order means nothing. */
const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null) ||
  canonicalize(a ?? null) === canonicalize(b ?? null);
