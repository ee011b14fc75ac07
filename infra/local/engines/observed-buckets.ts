import type { BucketStore } from './fauxqs-stores.ts';

/** What happened in a store, seen where it happens: no later change can come between. */
export interface StoredChange {
  readonly kind: 'created' | 'deleted';
  readonly key: string;
  readonly sizeBytes: number;
  readonly etag: string;
}

/** Reports every object that the store creates or deletes. */
export function observeBuckets(store: BucketStore, report: (change: StoredChange) => void): void {
  const { putObject, completeMultipartUpload, deleteObject } = store;
  const reported = <T extends StoredObject>(object: T) => {
    report({ kind: 'created', ...described(object) });
    return object;
  };
  store.putObject = (...given) => reported(putObject.apply(store, given));
  store.completeMultipartUpload = (...given) =>
    reported(completeMultipartUpload.apply(store, given));
  store.deleteObject = (bucket, key) => {
    const gone = findObject(store, bucket, key);
    deleteObject.call(store, bucket, key);
    if (gone) report({ kind: 'deleted', ...described(gone) });
  };
}

type StoredObject = ReturnType<BucketStore['headObject']>;

/** The object that is there now; the store's own look-up throws if there is none. */
export function findObject(
  store: BucketStore,
  bucket: string,
  key: string,
): StoredObject | undefined {
  try {
    return store.headObject(bucket, key);
  } catch {
    return undefined;
  }
}

const described = ({ key, contentLength, etag }: StoredObject) => ({
  key,
  sizeBytes: contentLength,
  etag: etag.replaceAll('"', ''),
});
