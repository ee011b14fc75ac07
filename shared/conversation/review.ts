import type { PendingQuestion, Session } from './session.ts';

/** Where everything is known but nothing happened, the person is asked whether that is how it stays. */
const REVIEWS = {
  initial_setup: { slot: 'staff_roles', kind: 'offer' },
  config_update: { slot: 'change_field', kind: 'revisit' },
  troubleshooting: { slot: 'symptom', kind: 'revisit' },
  feature_request: { slot: 'request_description', kind: 'revisit' },
} as const satisfies Record<Session['type'], PendingQuestion>;

export const reviewOf = ({ type }: Pick<Session, 'type'>): PendingQuestion => REVIEWS[type];
