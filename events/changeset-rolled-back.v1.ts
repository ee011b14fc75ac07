import * as z from 'zod';
import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** A changeset was taken back by applying its inverse. */
export const changesetRolledBackV1 = defineEvent(
  'changeset.rolled_back.v1',
  changesetSummary.extend({
    rolled_back_by: z.string(),
  }),
);
