import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { DocumentObjects } from './document-objects.ts';
import type { VersionObjects } from './version-objects.ts';

interface ConnectedDocuments {
  readonly objects: DocumentObjects;
  readonly versions: VersionObjects;
}

/** Documents and their versions on the real bucket. The client of S3 is loaded with the first that is touched. */
export function connectDocuments(bucketName: string): ConnectedDocuments {
  const loaded = onFirstUse(async () => {
    const { openDocuments } = await import('./document-objects.s3.ts');
    return openDocuments(bucketName);
  });
  return {
    objects: {
      head: async (...object) => (await loaded()).objects.head(...object),
      get: async (...object) => (await loaded()).objects.get(...object),
      put: async (...object) => (await loaded()).objects.put(...object),
      delete: async (...object) => (await loaded()).objects.delete(...object),
      presignPut: async (...object) => (await loaded()).objects.presignPut(...object),
    },
    versions: {
      get: async (...object) => (await loaded()).versions.get(...object),
      put: async (...object) => (await loaded()).versions.put(...object),
      keys: async (...listing) => (await loaded()).versions.keys(...listing),
      delete: async (...object) => (await loaded()).versions.delete(...object),
    },
  };
}
