import * as z from 'zod';
import { securityLevel, siteType } from '#shared/facility/values.ts';
import { suggestTeam } from '#shared/recommendations/suggest-team.ts';
import { SLOT_NAMES } from '#shared/slots/initial-setup.ts';
import { SLOTS, type SlotName } from '#shared/slots/slot-values.ts';
import { isRequired } from './next-question.ts';
import { partialHours } from './partial-hours.ts';
import { presentShifts, presentValue } from './present-value.ts';
import type { PendingQuestion, Session } from './session.ts';
import { ANSWERABLE_STATES } from './session-state.ts';
import type { MessageKey, Wording } from './wording.ts';

const option = z.strictObject({ value: z.string(), label: z.string() });

/** A question as a client shows it (wire shape). */
export const question = z.strictObject({
  id: z.string(),
  slot: z.enum(SLOT_NAMES),
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
  urgency: { type: 'single_choice', choices: SLOTS.urgency.options },
  site_type: { type: 'single_choice', choices: siteType.options },
  site_name: { type: 'text', min: 1, max: 100 },
  expected_users: { type: 'number', min: 1, max: 1000 },
  operating_hours: { type: 'time_range' },
  time_zone: { type: 'text' },
  security_level: { type: 'single_choice', choices: securityLevel.options },
  staff_roles: { type: 'list' },
  shifts: { type: 'list' },
  target_site: { type: 'text' },
  change_field: { type: 'single_choice', choices: SLOTS.change_field.options },
  shift_name: { type: 'text', min: 1, max: 100 },
  shift_people: { type: 'number', min: 1, max: 1000 },
  area: { type: 'single_choice', choices: SLOTS.area.options },
  symptom: { type: 'text', min: 3, max: 2000 },
  since_when: { type: 'text', min: 1, max: 200 },
  severity: { type: 'single_choice', choices: SLOTS.severity.options },
  request_title: { type: 'text', min: 3, max: 200 },
  request_description: { type: 'text', min: 3, max: 2000 },
  importance: { type: 'single_choice', choices: SLOTS.importance.options },
  affected_users: { type: 'number', min: 1, max: 1_000_000 },
} as const satisfies Record<SlotName, AnswerForm>;

interface AnswerForm {
  readonly type: Question['type'];
  readonly choices?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** What is open in a session that is read again; one that takes no answers asks nothing. */
export const openQuestions = (wording: Wording, session: Session): Question[] =>
  session.pending && ANSWERABLE_STATES.includes(session.state)
    ? [presentQuestion(wording, session, session.pending)]
    : [];

/** The pending question in the session's language; its id is the same in every language and session. */
export function presentQuestion(
  wording: Wording,
  session: Session,
  pending: PendingQuestion,
): Question {
  const { slot, kind } = pending;
  const form: AnswerForm = ANSWER_FORMS[slot];
  return {
    id: `${session.type}.${slot}${kind === 'confirm' ? '.confirm' : ''}`,
    slot,
    question: textOf(wording, session, pending),
    ...(kind === 'confirm' ? yesOrNo(wording) : answerForm(wording, slot, form)),
    required: isRequired(session, slot),
    help: wording.say(`help.${slot}`),
  };
}

function answerForm(wording: Wording, slot: SlotName, { choices, ...form }: AnswerForm) {
  return choices
    ? { ...form, options: choices.map((value) => optionOf(wording, `${slot}.${value}`, value)) }
    : form;
}

const yesOrNo = (wording: Wording) => ({
  type: 'single_choice' as const,
  options: ['yes', 'no'].map((value) => optionOf(wording, value, value)),
});

function optionOf(wording: Wording, name: string, value: string) {
  const key = `option.${name}`;
  return { value, label: wording.has(key) ? wording.say(key) : value };
}

function textOf(wording: Wording, session: Session, { slot, kind }: PendingQuestion): string {
  if (kind === 'confirm') return confirmation(wording, session, slot);
  if (kind === 'offer') return offer(wording, session);
  return wording.say(questionKey(session, slot));
}

function questionKey(session: Session, slot: SlotName): MessageKey {
  if (slot === 'staff_roles' || slot === 'shifts') return 'question.team';
  if (slot !== 'operating_hours') return `question.${slot}`;
  const heard = session.tentative.find((fill) => fill.slot === slot)?.value;
  const half = partialHours.safeParse(heard).data;
  if (!half) return 'question.operating_hours';
  return half.open ? 'question.operating_hours.close' : 'question.operating_hours.open';
}

function confirmation(wording: Wording, { slots, tentative }: Session, slot: SlotName): string {
  const guess = tentative.find((fill) => fill.slot === slot);
  const value = presentValue(wording, slot, guess?.value);
  const name = wording.say(`slot.${slot}`);
  const before = slots[slot]?.value;
  // What nobody said is a suggestion.
  const key = guess?.source === null ? 'confirm.usual' : 'confirm.fill';
  if (before === undefined) return wording.say(key, { slot: name, value });
  const held = presentValue(wording, slot, before);
  return wording.say('confirm.contradiction', { slot: name, before: held, value });
}

/** Roles and shifts are one offer; a part the person has stated is not offered again. */
function offer(wording: Wording, { slots, language }: Session): string {
  const team = suggestTeam(slots, language);
  const roles = wording.list(team.staff_roles ?? []);
  const shifts = presentShifts(wording, team.shifts ?? []);
  if (slots.staff_roles) return wording.say('question.shifts', { shifts });
  if (slots.shifts) return wording.say('question.staff_roles', { roles });
  return wording.say('question.team', { roles, shifts });
}
