import * as z from 'zod';
import { localSpace } from '#shared/embeddings/local-space.ts';
import { vectorStores } from '#shared/vectors/databases/vector-stores.ts';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  PROVIDER_KEYS_ARN: z.string().min(1),
  VECTOR_STORES: vectorStores,
  LOCAL_SPACE: localSpace,
  INGEST_QUEUE_URL: z.string().min(1),
});
