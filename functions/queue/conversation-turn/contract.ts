import type { EventContract } from '#events/contract.ts';
import { turnAcceptedV1 } from '#events/turn-accepted.v1.ts';

/** Everything that the rule of the bus hands to this function. */
export const events: readonly EventContract[] = [turnAcceptedV1];
