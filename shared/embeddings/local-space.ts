import * as z from 'zod';

/** Which free space comes before the hash: none, or the hash joined with a sentence encoder. */
export const localSpace = z
  .enum(['', 'hash', 'joined'])
  // A line of `.env` that nobody has filled.
  .transform((name) => name || 'hash');
export type LocalSpace = z.output<typeof localSpace>;
