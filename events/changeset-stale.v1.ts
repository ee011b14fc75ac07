import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** The configuration moved on before the changeset was applied. */
export const changesetStaleV1 = defineEvent(
  'changeset.stale.v1',
  changesetSummary.extend({
    conflicts: z.array(z.string()).max(100),
  }),
);
