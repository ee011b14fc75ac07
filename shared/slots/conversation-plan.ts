import { INITIAL_SETUP_ORDER, REQUIRED_SLOTS, SUGGESTED_SLOTS } from './initial-setup.ts';
import type { FilledSlots, SlotName } from './slot-values.ts';

/** What a type of conversation is about: its slots, and which of them are asked, as data. */
export interface ConversationPlan {
  /** Every slot it knows; values for others are not taken. */
  readonly order: readonly SlotName[];
  /** What is asked, in order, given what is known; derived slots are offered instead. */
  readonly asks: (slots: FilledSlots) => readonly SlotName[];
  readonly optional: readonly SlotName[];
  readonly offers: readonly SlotName[];
}

export type PlanName = 'initial_setup' | 'config_update' | 'troubleshooting' | 'feature_request';

const notSuggested = INITIAL_SETUP_ORDER.filter(
  (slot) => !SUGGESTED_SLOTS.some((suggested) => suggested === slot),
);

const initialSetup: ConversationPlan = {
  order: INITIAL_SETUP_ORDER,
  asks: () => notSuggested,
  optional: notSuggested.filter((slot) => !REQUIRED_SLOTS.some((required) => required === slot)),
  offers: SUGGESTED_SLOTS,
};

const SHIFT_CHANGE = ['shift_name', 'shift_people'] as const satisfies readonly SlotName[];
/** The new values themselves; one that is known says by itself what is to change. */
const NEW_VALUES = [
  'expected_users',
  'operating_hours',
  'security_level',
  'time_zone',
] as const satisfies readonly SlotName[];

const configUpdate: ConversationPlan = {
  order: ['target_site', 'change_field', ...NEW_VALUES, ...SHIFT_CHANGE],
  asks: (slots) => ['target_site', ...newValuesFor(slots)],
  optional: [],
  offers: [],
};

function newValuesFor(slots: FilledSlots): readonly SlotName[] {
  const field = slots.change_field?.value;
  const known = NEW_VALUES.filter((slot) => slots[slot]);
  const ofShift = SHIFT_CHANGE.some((slot) => slots[slot]) || field === 'shift_people';
  const named = field && field !== 'shift_people' ? [field] : [];
  const values = [...named, ...known, ...(ofShift ? SHIFT_CHANGE : [])];
  return values.length > 0 ? [...new Set(values)] : ['change_field'];
}

const always = (slots: readonly SlotName[], optional: readonly SlotName[]): ConversationPlan => ({
  order: slots,
  asks: () => slots,
  optional,
  offers: [],
});

export const CONVERSATION_PLANS: Readonly<Record<PlanName, ConversationPlan>> = {
  initial_setup: initialSetup,
  config_update: configUpdate,
  troubleshooting: always(
    ['area', 'symptom', 'since_when', 'target_site', 'severity'],
    ['since_when', 'target_site'],
  ),
  feature_request: always(
    ['request_title', 'request_description', 'importance', 'affected_users'],
    ['importance', 'affected_users'],
  ),
};
