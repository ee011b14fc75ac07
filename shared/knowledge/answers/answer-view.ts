import * as z from 'zod';

/** An answer on the wire. */
export const answerView = z.object({
  answer: z.string(),
  found: z.boolean(),
  citations: z.array(
    z.object({
      document_id: z.string(),
      heading_path: z.array(z.string()),
      page: z.int().nullable(),
      quote: z.string(),
    }),
  ),
  degraded: z.boolean(),
});
