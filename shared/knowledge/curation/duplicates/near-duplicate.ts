import * as z from 'zod';

/** Another document that says nearly the same. Wire shape. */
export const nearDuplicate = z.object({
  document_id: z.string(),
  title: z.string(),
  similarity: z.number().min(0).max(1),
});
export type NearDuplicate = z.infer<typeof nearDuplicate>;
