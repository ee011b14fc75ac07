import * as z from 'zod';
import { defineEvent } from './contract.ts';

/** A template was turned into configuration. */
export const templateDeployedV1 = defineEvent(
  'template.deployed.v1',
  z.object({
    template_id: z.string(),
    template_version: z.string(),
    changeset_id: z.string(),
    site_code: z.string(),
  }),
);
