import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Anchors } from './anchors.ts';

/** Anchors in the real bucket. The client of S3 is loaded with the first one that is touched. */
export function connectAnchors(bucketName: string): Anchors {
  const loaded = onFirstUse(async () => {
    const { openAnchors } = await import('./anchors.s3.ts');
    return openAnchors(bucketName);
  });
  return {
    put: async (...anchor) => (await loaded()).put(...anchor),
    after: async (...place) => (await loaded()).after(...place),
  };
}
