import type {
  Area,
  StoredObject,
  StoredObjects,
} from '#shared/knowledge/reconcile/stored-objects.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VirtualClock } from '#tests/support/virtual-clock.ts';
import type { InMemoryDocuments } from './in-memory-documents.ts';
import type { InMemorySegments } from './in-memory-segments.ts';
import type { InMemoryVersions } from './in-memory-versions.ts';

interface Bucket {
  readonly tenant: Tenant;
  readonly clock: VirtualClock;
  readonly objects: InMemoryDocuments;
  readonly segments: InMemorySegments;
  readonly versions: InMemoryVersions;
}

/** What lies in an archive's bucket, as the reconciler sees it. Only files know their age; the rest is told. */
export const listingOf = (
  { tenant, objects, segments, versions, clock }: Bucket,
  age: 'now' | 'long ago' = 'long ago',
): StoredObjects => ({
  tenants: async () => [tenant],
  list: async (_tenant: Tenant, area: Area): Promise<readonly StoredObject[]> => {
    if (area === 'knowledge') return objects.all();
    const last_modified = age === 'now' ? clock.now().toISOString() : LONG_AGO;
    return [...segments.objects, ...versions.objects]
      .filter(([key]) => key.startsWith(`tenants/${tenant}/${area}/`))
      .map(([key, { byteLength }]) => ({
        key,
        etag: '',
        last_modified,
        size: byteLength,
      }));
  },
});

const LONG_AGO = '2000-01-01T00:00:00.000Z';
