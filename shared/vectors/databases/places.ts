import type { Tenant } from '#shared/runtime/tenant.ts';
import type { ShelvedVersion } from '../shelf/shelf-view.ts';
import { type Placed, type Placement, placeName, refOf } from './placement.ts';
import type { BackendName, Serving } from './serving.ts';
import type { ConnectedDatabases, VectorDatabase, VersionRef } from './vector-database.ts';

/** Who is to compare a version's vectors of a space. */
export interface Whereabouts {
  readonly shelved: ShelvedVersion;
  readonly ref: VersionRef;
  /** Undefined where nobody has them, or nobody may use them yet. */
  readonly at: VectorDatabase | 'shelf' | undefined;
  /** What a database keeps of them. */
  readonly placed: Placed | undefined;
}

/**
 * Where a tenant's vectors are: in the backend that serves the tenant, else in any other that has
 * them. So a move between backends, half done or given up, hides nothing.
 */
export class Places {
  readonly tenant: Tenant;
  readonly databases: readonly VectorDatabase[];
  readonly #placements: ReadonlyMap<string, Placement>;
  readonly #order: readonly BackendName[];
  readonly #hiddenSpace: string | undefined;

  constructor(
    tenant: Tenant,
    { preferred, connected }: ConnectedDatabases,
    { serving, migration }: Serving,
    placements: readonly Placement[],
  ) {
    this.tenant = tenant;
    this.databases = connected;
    this.#placements = new Map(
      placements.map((placement) => [keyOf(placement.version), placement]),
    );
    this.#order = [serving ?? preferred, ...connected.map(({ name }) => name), 'shelf'];
    this.#hiddenSpace = migration?.state === 'copying' ? (migration.space ?? undefined) : undefined;
  }

  of(shelved: ShelvedVersion, spaceId: string): Whereabouts {
    const ref = refOf(shelved);
    const nowhere = { shelved, ref, at: undefined, placed: undefined };
    if (spaceId === this.#hiddenSpace) return nowhere;
    for (const backend of this.#order) {
      if (backend !== 'shelf') {
        const database = this.databases.find(({ name }) => name === backend);
        const placed = this.#placements.get(keyOf(ref))?.places[placeName(backend, spaceId)];
        if (database && placed) return { shelved, ref, at: database, placed };
      } else if (shelved.spaces.includes(spaceId)) return { ...nowhere, at: 'shelf' };
    }
    return nowhere;
  }
}

const keyOf = ({ document_id, version, content }: VersionRef): string =>
  `${document_id}#${version}#${content}`;
