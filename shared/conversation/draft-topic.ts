import type { SlotName } from '#shared/slots/slot-values.ts';
import { presentValue } from './present-value.ts';
import type { Session } from './session.ts';
import type { MessageKey, Wording } from './wording.ts';

/** What documents may have rules for. */
const RULED = [
  'site_type',
  'site_name',
  'expected_users',
  'operating_hours',
  'security_level',
  'staff_roles',
  'shifts',
] as const satisfies readonly SlotName[];

/** How people ask for what documents state in a sentence: "when does it open". */
const ASKED = [
  'question.expected_users',
  'question.operating_hours.open',
  'question.operating_hours.close',
] as const satisfies readonly MessageKey[];

/**
 * What a draft is about, to be looked up: each fact with its name and value in the language of the
 * conversation, and in the words in which the person said it.
 */
export function draftTopic({ slots }: Session, wording: Wording): string {
  const facts = RULED.flatMap((slot) => {
    const fill = slots[slot];
    const name = wording.say(`slot.${slot}`);
    return fill ? [name, presentValue(wording, slot, fill.value), fill.source?.text ?? ''] : [name];
  });
  return [...facts, ...ASKED.map((key) => wording.say(key))].join(' ');
}
