import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A document is gone from search, and its file from the bucket. */
export const documentDeletedV1 = defineEvent(
  'document.deleted.v1',
  z.object({ document_id: z.string(), title: z.string() }),
);
