import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Delivery } from './delivery.ts';
import type { Channel, Endpoint } from './endpoint.ts';
import type { Outcome } from './outcome.ts';

export interface Sending {
  readonly tenant: Tenant;
  readonly delivery: Delivery;
  /** Absent where the delivery goes to a person. */
  readonly endpoint: Endpoint | undefined;
  readonly at: Date;
}

/** Port to one way out: a single attempt, which ends in an outcome. */
export type Send = (sending: Sending) => Promise<Outcome>;

export type Senders = Readonly<Record<Channel, Send>>;
