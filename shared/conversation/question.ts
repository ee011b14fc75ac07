import * as z from 'zod';
import { securityLevel, siteType } from '#shared/facility/values.ts';
import { suggestTeam } from '#shared/recommendations/suggest-team.ts';
import { INITIAL_SETUP_ORDER, isRequired } from '#shared/slots/initial-setup.ts';
import { INITIAL_SETUP_SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { isMessageKey, listOf, type MessageKey, say } from './messages.ts';
import { partialHours } from './partial-hours.ts';
import { presentShifts, presentValue } from './present-value.ts';
import type { PendingQuestion, Session } from './session.ts';

const option = z.strictObject({ value: z.string(), label: z.string() });

/** A question as a client shows it (wire shape). */
export const question = z.strictObject({
  id: z.string(),
  slot: z.enum(INITIAL_SETUP_ORDER),
  question: z.string(),
  type: z.enum(['single_choice', 'number', 'text', 'time_range', 'list']),
  options: z.array(option).optional(),
  min: z.int().optional(),
  max: z.int().optional(),
  required: z.boolean(),
  help: z.string().optional(),
});
export type Question = z.infer<typeof question>;

const ANSWER_FORMS = {
  urgency: { type: 'single_choice', choices: INITIAL_SETUP_SLOTS.urgency.options },
  site_type: { type: 'single_choice', choices: siteType.options },
  site_name: { type: 'text', min: 1, max: 100 },
  expected_users: { type: 'number', min: 1, max: 1000 },
  operating_hours: { type: 'time_range' },
  time_zone: { type: 'text' },
  security_level: { type: 'single_choice', choices: securityLevel.options },
  staff_roles: { type: 'list' },
  shifts: { type: 'list' },
} as const satisfies Record<SlotName, AnswerForm>;

interface AnswerForm {
  readonly type: Question['type'];
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** The pending question in the session's language; its id is the same in every language and session. */
export function presentQuestion(session: Session, pending: PendingQuestion): Question {
  const { slot, kind } = pending;
  const form: AnswerForm = ANSWER_FORMS[slot];
  return {
    id: `${session.type}.${slot}${kind === 'confirm' ? '.confirm' : ''}`,
    slot,
    question: wordingOf(session, pending),
    ...(kind === 'confirm' ? yesOrNo(session.language) : answerForm(session.language, slot, form)),
    required: isRequired(slot),
    help: say(session.language, `help.${slot}`),
  };
}

function answerForm(language: string, slot: SlotName, { choices, ...form }: AnswerForm) {
  return choices
    ? { ...form, options: choices.map((value) => optionOf(language, `${slot}.${value}`, value)) }
    : form;
}

const yesOrNo = (language: string) => ({
  type: 'single_choice' as const,
  options: ['yes', 'no'].map((value) => optionOf(language, value, value)),
});

function optionOf(language: string, name: string, value: string) {
  const key = `option.${name}`;
  return { value, label: isMessageKey(key) ? say(language, key) : value };
}

function wordingOf(session: Session, { slot, kind }: PendingQuestion): string {
  if (kind === 'confirm') return confirmWording(session, slot);
  if (kind === 'offer') return offerWording(session);
  return say(session.language, questionKey(session, slot), {});
}

function questionKey(session: Session, slot: SlotName): MessageKey {
  if (slot === 'staff_roles' || slot === 'shifts') return 'question.team';
  if (slot !== 'operating_hours') return `question.${slot}`;
  const heard = session.tentative.find((fill) => fill.slot === slot)?.value;
  const half = partialHours.safeParse(heard).data;
  if (!half) return 'question.operating_hours';
  return half.open ? 'question.operating_hours.close' : 'question.operating_hours.open';
}

function confirmWording({ language, slots, tentative }: Session, slot: SlotName): string {
  const guess = tentative.find((fill) => fill.slot === slot)?.value;
  const value = presentValue(language, slot, guess);
  const name = say(language, `slot.${slot}`);
  const before = slots[slot]?.value;
  if (before === undefined) return say(language, 'confirm.fill', { slot: name, value });
  const held = presentValue(language, slot, before);
  return say(language, 'confirm.contradiction', { slot: name, before: held, value });
}

/** Roles and shifts are one offer; a part the person has stated is not offered again. */
function offerWording({ language, slots }: Session): string {
  const team = suggestTeam(slots);
  const roles = listOf(language, team.staff_roles ?? []);
  const shifts = presentShifts(language, team.shifts ?? []);
  if (slots.staff_roles) return say(language, 'question.shifts', { shifts });
  if (slots.shifts) return say(language, 'question.staff_roles', { roles });
  return say(language, 'question.team', { roles, shifts });
}
