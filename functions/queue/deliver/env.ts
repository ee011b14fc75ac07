import * as z from 'zod';

export const envSchema = z.object({
  TABLE_NAME: z.string().min(1),
  SIGNING_SECRET_ARN: z.string().min(1),
  DELIVER_QUEUE_URL: z.string().min(1),
  SENDER_ADDRESS: z.email(),
  CONSOLE_URL: z.url(),
  /** Comma-separated; empty means the public internet alone. */
  EGRESS_ALLOW_CIDRS: z.string().default(''),
});
