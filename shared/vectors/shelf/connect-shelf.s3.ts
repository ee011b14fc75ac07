import { S3Client } from '@aws-sdk/client-s3';
import type { Table } from '#shared/store/table.ts';
import { S3SegmentObjects } from './segment-objects.s3.ts';
import { Shelf } from './shelf.ts';

/** The shelf on the real bucket; one per instance, because what it has read stays in memory. */
export function connectShelf(table: Table, bucketName: string): Shelf {
  const client = new S3Client();
  return new Shelf({ table, objects: new S3SegmentObjects(() => client, bucketName) });
}
