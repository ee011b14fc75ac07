import type { SlotAnswer } from '#shared/conversation/slot-answer.ts';
import type { AskedOfModel } from './model-server.ts';

/** An answer that states nothing. */
export const NOTHING_STATED: SlotAnswer = {
  urgency: null,
  site_type: null,
  site_name: null,
  expected_users: null,
  operating_hours: null,
  time_zone: null,
  security_level: null,
  staff_roles: null,
  shifts: null,
};

/** What a model once answered to a message. */
export type RecordedAnswers = Readonly<Record<string, Partial<SlotAnswer>>>;

/** Plays the record; what is not on it, it did not understand. */
export const replaying =
  (recorded: RecordedAnswers) =>
  ({ message }: AskedOfModel): SlotAnswer => ({ ...NOTHING_STATED, ...recorded[message] });
