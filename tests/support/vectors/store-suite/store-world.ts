import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Write } from '#shared/store/write.ts';
import type { Attributes, IndexedDocument } from '#shared/vectors/indexed-document.ts';
import type { SearchView } from '#shared/vectors/search-view.ts';
import type { Filter, StoredVersion, VectorStore } from '#shared/vectors/vector-store.ts';

export interface VectorStoreHarness {
  readonly store: VectorStore<SearchView>;
  /** Carries writes out, as the caller's transaction would. */
  transact(tenant: Tenant, writes: readonly Write[]): Promise<void>;
}

export type CreateWorld = () => Promise<StoreWorld>;

export const SPACE = 'test-2';

let worlds = 0;

/** A store with two tenants of its own, in the words of the suite. */
export class StoreWorld {
  readonly acme: Tenant;
  /** Its name begins with the other's. */
  readonly other: Tenant;
  readonly harness: VectorStoreHarness;

  constructor(harness: VectorStoreHarness) {
    worlds += 1;
    this.acme = trustedTenant(`acme-${process.pid}-${worlds}`);
    this.other = trustedTenant(`${this.acme}-2`);
    this.harness = harness;
  }

  get store() {
    return this.harness.store;
  }

  stage(document: IndexedDocument, tenant = this.acme): Promise<StoredVersion> {
    return this.store.stage(tenant, document);
  }

  show(stored: StoredVersion, attributes: Attributes = {}, tenant = this.acme): Promise<void> {
    const facts = { title: stored.document_id, attributes };
    return this.harness.transact(tenant, this.store.publish(stored, facts));
  }

  async publish(document: IndexedDocument, attributes: Attributes = {}, tenant = this.acme) {
    const stored = await this.stage(document, tenant);
    await this.show(stored, attributes, tenant);
    return stored;
  }

  withdraw(documentId: string, tenant = this.acme): Promise<void> {
    return this.harness.transact(tenant, this.store.withdraw(documentId));
  }

  /** Texts of the nearest chunks. */
  async nearest(direction: number | Float32Array, options: NearestOptions = {}) {
    const matches = await this.matches(direction, options);
    return matches.map(({ chunk }) => chunk.text);
  }

  async matches(direction: number | Float32Array, options: NearestOptions = {}) {
    const { limit = 10, filter, tenant = this.acme, spaceId = SPACE } = options;
    const vector = typeof direction === 'number' ? at(direction) : direction;
    const view = await this.store.open(tenant);
    return view.nearest({ spaceId, vector, limit, ...(filter && { filter }) });
  }
}

interface NearestOptions {
  readonly limit?: number;
  readonly filter?: Filter;
  readonly tenant?: Tenant;
  readonly spaceId?: string;
}

/** A unit vector at so many degrees. */
export function at(degrees: number): Float32Array {
  const angle = (degrees * Math.PI) / 180;
  return Float32Array.of(Math.cos(angle), Math.sin(angle));
}

/** A document with a chunk per direction, each with a vector in every space that is named. */
export const documentAt = (
  id: string,
  version: number,
  degrees: readonly number[],
  spaces: readonly string[] = [SPACE],
): IndexedDocument =>
  documentWith(
    id,
    version,
    degrees.map((degree) => `${id} at ${degree}`),
    Object.fromEntries(spaces.map((space) => [space, degrees.map(at)])),
  );

export const documentWith = (
  id: string,
  version: number,
  texts: readonly string[],
  vectors: IndexedDocument['vectors'],
): IndexedDocument => ({
  document_id: id,
  version,
  chunks: texts.map((text, ordinal) => ({
    chunk: {
      ordinal,
      text,
      start: ordinal,
      end: ordinal + 1,
      page: null,
      heading_path: ['Ünïcode 見出し'],
      hash: text,
    },
    terms: text.split(' '),
  })),
  vectors,
});

/** Unit vectors that look random and are always the same. */
export function directions(count: number, dimensions: number, seed = 1): Float32Array[] {
  let state = seed;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647 - 0.5;
  };
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, next);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

export const dot = (left: Float32Array, right: Float32Array): number =>
  left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
