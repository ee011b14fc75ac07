import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A document can be found and cited from now on. */
export const documentReadyV1 = defineEvent(
  'document.ready.v1',
  z.object({
    document_id: z.string(),
    title: z.string(),
    version: z.int(),
    chunk_count: z.int(),
  }),
);
