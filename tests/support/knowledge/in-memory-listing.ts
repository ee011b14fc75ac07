import type {
  Area,
  StoredObject,
  StoredObjects,
} from '#shared/knowledge/reconcile/stored-objects.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Archive } from './archive.ts';

/** What lies in an archive's bucket, as the reconciler sees it. Only files know their age; the rest is old. */
export const listingOf = ({ tenant, objects, segments, versions }: Archive): StoredObjects => ({
  tenants: async () => [tenant],
  list: async (_tenant: Tenant, area: Area): Promise<readonly StoredObject[]> => {
    if (area === 'knowledge') return objects.all();
    return [...segments.objects, ...versions.objects]
      .filter(([key]) => key.startsWith(`tenants/${tenant}/${area}/`))
      .map(([key, { byteLength }]) => ({
        key,
        etag: '',
        last_modified: LONG_AGO,
        size: byteLength,
      }));
  },
});

const LONG_AGO = '2000-01-01T00:00:00.000Z';
