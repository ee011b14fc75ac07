import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** An application could not be finished, and not everything it did could be taken back. */
export const changesetFailedV1 = defineEvent(
  'changeset.failed.v1',
  changesetSummary.extend({
    reason: z.string(),
    /** Resources that are as the changeset made them. */
    left: z.array(z.string()).max(100),
  }),
);
