import * as z from 'zod';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  DELIVER_QUEUE_URL: z.string().min(1),
});
