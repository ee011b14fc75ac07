import * as z from 'zod';

/** What the process that reads a file says of it, as one line of JSON. */
export const readingAnswer = z.union([
  z.strictObject({ text: z.string(), page_count: z.int().nullable() }),
  z.strictObject({ rejected: z.string() }),
]);
export type ReadingAnswer = z.infer<typeof readingAnswer>;
