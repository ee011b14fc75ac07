import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import { connectSegments } from './connect-segments.s3.ts';
import { mergeWhenDue } from './merge-shelf.ts';

/** Merges shelves on the real bucket, each when it has changed enough: for the worker that changes them. */
export function connectMerging(kit: CommitDeps, bucketName: string) {
  const objects = connectSegments(bucketName);
  return (tenant: Tenant) => mergeWhenDue({ ...kit, objects }, tenant);
}
