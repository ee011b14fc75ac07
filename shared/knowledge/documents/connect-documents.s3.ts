import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { DocumentObjects } from './document-objects.ts';

/** Documents on the real bucket. The client of S3 is loaded with the first one that is touched. */
export function connectDocuments(bucketName: string): DocumentObjects {
  const loaded = onFirstUse(async () => {
    const { openDocuments } = await import('./document-objects.s3.ts');
    return openDocuments(bucketName);
  });
  return {
    head: async (...object) => (await loaded()).head(...object),
    get: async (...object) => (await loaded()).get(...object),
    delete: async (...object) => (await loaded()).delete(...object),
    presignPut: async (...object) => (await loaded()).presignPut(...object),
  };
}
