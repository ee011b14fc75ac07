import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** The configuration is now what the changeset says. */
export const changesetAppliedV1 = defineEvent(
  'changeset.applied.v1',
  changesetSummary.extend({
    resources: z.array(z.string()).max(100),
  }),
);
