import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { SegmentObjects } from './segment-objects.ts';

/** The client of S3 is loaded with the first segment: most requests read none. */
export function connectSegments(bucketName: string): SegmentObjects {
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
