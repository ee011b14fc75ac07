import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** Somebody wished for something the product does not do yet. On the bus, for whoever plans it. */
export const featureRequestRecordedV1 = defineEvent(
  'feature_request.recorded.v1',
  z.object({
    session_id: z.string(),
    owner: z.string(),
    title: z.string(),
    importance: z.enum(['low', 'medium', 'high']).nullable(),
    affected_users: z.int().nullable(),
  }),
);
