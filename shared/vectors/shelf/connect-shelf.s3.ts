import type { Table } from '#shared/store/table.ts';
import { connectSegments } from './connect-segments.s3.ts';
import { Shelf } from './shelf.ts';

/** The shelf on the real bucket; one per instance, because what it has read stays in memory. */
export const connectShelf = (table: Table, bucketName: string): Shelf =>
  new Shelf({ table, objects: connectSegments(bucketName) });
