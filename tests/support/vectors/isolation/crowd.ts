import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { refOf } from '#shared/vectors/databases/placement.ts';
import type { VersionRef } from '#shared/vectors/databases/vector-database.ts';
import {
  directions,
  documentWith,
  SPACE,
  StoreWorld,
  type VectorStoreHarness,
} from '../store-suite/store-world.ts';

const TENANTS = 20;
const DOCUMENTS = ['handbook', 'rules', 'gates'];
export const TAGS = ['fire', 'night', "o'brien", '$in', '*'];
export const DIMENSIONS = 8;

export interface Crowd {
  readonly tenants: readonly Tenant[];
  readonly documents: readonly string[];
  /** What each tenant has, as databases know it. */
  readonly versions: ReadonlyMap<Tenant, readonly VersionRef[]>;
}

/** Tenants with the same documents, the same labels and the same vectors: only whose they are differs. */
export async function createCrowd(harness: VectorStoreHarness): Promise<Crowd> {
  const world = new StoreWorld(harness);
  const tenants = Array.from({ length: TENANTS }, (_, at) => trustedTenant(`${world.acme}-${at}`));
  const vectors = { [SPACE]: directions(3, DIMENSIONS) };
  const versions = new Map<Tenant, readonly VersionRef[]>();
  for (const tenant of tenants) {
    const own: VersionRef[] = [];
    for (const [at, id] of DOCUMENTS.entries()) {
      const texts = ['x', 'y', 'z'].map((text) => `${tenant} ${text}`);
      const tags = [TAGS[at] ?? '', ...TAGS.slice(3)];
      own.push(refOf(await world.publish(documentWith(id, 1, texts, vectors), { tags }, tenant)));
    }
    versions.set(tenant, own);
  }
  return { tenants, documents: DOCUMENTS, versions };
}
