import type { FilledSlots } from '#shared/slots/slot-values.ts';

/** What a complete conversation about an office leaves behind. */
export const OFFICE_SLOTS = {
  site_type: { value: 'office', confidence: 0.9, source: null },
  site_name: { value: 'Harbor Point', confidence: 0.95, source: null },
  expected_users: { value: 30, confidence: 0.9, source: null },
  operating_hours: {
    value: { open: '08:00', close: '18:00', around_the_clock: false },
    confidence: 0.95,
    source: null,
  },
  time_zone: { value: 'Europe/Berlin', confidence: 0.9, source: null },
  security_level: { value: 'enhanced', confidence: 0.9, source: null },
} as const satisfies FilledSlots;
