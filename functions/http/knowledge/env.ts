import * as z from 'zod';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  BUCKET_NAME: z.string().min(1),
  PROVIDER_KEYS_ARN: z.string().min(1),
  SIGNING_SECRET_ARN: z.string().min(1),
});
