import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Table } from '#shared/store/table.ts';
import type { SegmentObjects } from './segment-objects.ts';
import { Shelf } from './shelf.ts';

/** The shelf on the real bucket; one per instance, because what it has read stays in memory. */
export const connectShelf = (table: Table, bucketName: string): Shelf =>
  new Shelf({ table, objects: connectSegments(bucketName) });

/** The client of S3 is loaded with the first segment: most requests read none. */
function connectSegments(bucketName: string): SegmentObjects {
  const loaded = onFirstUse(async () => {
    const { openSegments } = await import('./segment-objects.s3.ts');
    return openSegments(bucketName);
  });
  return {
    put: async (...segment) => (await loaded()).put(...segment),
    get: async (...segment) => (await loaded()).get(...segment),
    delete: async (...segment) => (await loaded()).delete(...segment),
  };
}
