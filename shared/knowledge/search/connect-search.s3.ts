import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import type { Table } from '#shared/store/table.ts';
import { connectShelf } from '#shared/vectors/shelf/connect-shelf.s3.ts';

/** Search over the tenant's shelf in the local space, which needs no provider and no budget. */
export const connectSearch = (table: Table, bucketName: string) => ({
  shelf: connectShelf(table, bucketName),
  embeddings: freeEmbeddings(localHashProvider),
});
