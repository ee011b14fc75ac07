import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A document could not become knowledge; nothing of it can be found. */
export const documentFailedV1 = defineEvent(
  'document.failed.v1',
  z.object({
    document_id: z.string(),
    title: z.string(),
    /** For a curator to read. */
    reason: z.string(),
  }),
);
