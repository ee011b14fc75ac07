import type { Actor } from '#shared/store/audit-record.ts';

/** Who acts when nobody does: what the audit trail says of a delivery's consequences. */
export const NOTIFICATIONS_ACTOR: Actor = {
  id: 'system:notifications',
  via: 'queue/deliver',
};
