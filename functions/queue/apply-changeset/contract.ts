import { applicationAcceptedV1 } from '#events/application-accepted.v1.ts';
import type { EventContract } from '#events/contract.ts';

/** Everything that the rule of the bus hands to this function. */
export const events: readonly EventContract[] = [applicationAcceptedV1];
