import type { SlotName } from '#shared/slots/slot-values.ts';

/** Slots that keep what was said as it was said, however long. */
const FREE_TEXT: readonly SlotName[] = [
  'symptom',
  'since_when',
  'request_title',
  'request_description',
];

export const isFreeText = (slot: SlotName): boolean => FREE_TEXT.includes(slot);
