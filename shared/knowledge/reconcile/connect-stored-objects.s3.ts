import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { StoredObjects } from './stored-objects.ts';

/** What lies in the real bucket. The client of S3 is loaded with the first question. */
export function connectStoredObjects(bucketName: string): StoredObjects {
  const loaded = onFirstUse(async () => {
    const { listStoredObjects } = await import('./stored-objects.s3.ts');
    return listStoredObjects(bucketName);
  });
  return {
    tenants: async () => (await loaded()).tenants(),
    list: async (...area) => (await loaded()).list(...area),
  };
}
