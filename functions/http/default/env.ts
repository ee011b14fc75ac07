import * as z from 'zod';

/** It touches nothing. */
export const envSchema = z.object({});
