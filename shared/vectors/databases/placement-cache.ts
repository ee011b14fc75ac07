import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { type Placement, readPlacements } from './placement.ts';

interface Cached {
  readonly generation: number;
  readonly placements: Promise<readonly Placement[]>;
}

/** Tenants whose placements an instance remembers: some 200 bytes per version. */
const KEPT_TENANTS = 50;

/** Placements in the memory of one instance, read again when the tenant's list has changed. */
export class PlacementCache {
  readonly #table: Table;
  /** In the order of use. */
  readonly #cached = new Map<Tenant, Cached>();

  constructor(table: Table) {
    this.#table = table;
  }

  read(tenant: Tenant, generation: number): Promise<readonly Placement[]> {
    const before = this.#cached.get(tenant);
    const cached = before?.generation === generation ? before : this.#load(tenant, generation);
    this.#cached.delete(tenant);
    this.#cached.set(tenant, cached);
    const [oldest] = this.#cached.keys();
    if (oldest && this.#cached.size > KEPT_TENANTS) this.#cached.delete(oldest);
    return cached.placements;
  }

  #load(tenant: Tenant, generation: number): Cached {
    const placements = readPlacements(this.#table, tenant);
    placements.catch(() => this.#cached.delete(tenant));
    return { generation, placements };
  }
}
