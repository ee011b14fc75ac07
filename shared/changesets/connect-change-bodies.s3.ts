import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { ChangeBodies } from './change-bodies.ts';

/** Bodies in the real bucket. The client of S3 is loaded with the first long changeset. */
export function connectChangeBodies(bucketName: string): ChangeBodies {
  const loaded = onFirstUse(async () => {
    const { openChangeBodies } = await import('./change-bodies.s3.ts');
    return openChangeBodies(bucketName);
  });
  return {
    write: async (...body) => (await loaded()).write(...body),
    read: async (...name) => (await loaded()).read(...name),
  };
}
