import * as z from 'zod';

/** What a request prefers (RFC 7240). Nobody is held to a preference: an unknown one is ignored. */
export const preferHeader = z.object({
  prefer: z
    .string()
    .max(1024)
    .default('')
    .transform((text) => ({ respondAsync: namesOf(text).includes('respond-async') })),
});

/** `respond-async, wait=10; strict` → `['respond-async', 'wait']` */
const namesOf = (text: string): readonly string[] =>
  text.split(',').map((preference) => (/^[^;=]*/.exec(preference)?.[0] ?? '').trim().toLowerCase());
