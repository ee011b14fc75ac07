import { changesetSummary } from './changeset-summary.ts';
import { defineEvent } from './contract.ts';

/** Nobody decided about a changeset in time: it is over. */
export const approvalExpiredV1 = defineEvent('approval.expired.v1', changesetSummary);
