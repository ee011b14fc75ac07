import { english } from '#shared/conversation/messages.ts';
import { NO_MOVES } from '#shared/conversation/moves.ts';
import type { Proposal } from '#shared/conversation/proposer.ts';
import { loadRules } from '#shared/conversation/rule-proposer/load-rules.ts';
import { newSession, type Session } from '#shared/conversation/session.ts';
import { openDialogue, type StepResult, step } from '#shared/conversation/step.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';

export const AT = '2026-01-05T09:00:00.000Z';

export const englishRules = await loadRules('en');

export const blankSession = (language = 'en', type: Session['type'] = 'initial_setup'): Session =>
  newSession({
    id: 'session-1',
    owner: 'manager',
    language,
    type,
    clientContext: {},
    at: AT,
  });

export const proposal = (slot: SlotName, value: unknown, confidence = 0.9): Proposal => ({
  slot,
  value,
  confidence,
  span: null,
});

/** The six required facts of an office. */
export const OFFICE: readonly Proposal[] = [
  proposal('site_type', 'office'),
  proposal('site_name', 'Harbor Point'),
  proposal('expected_users', 30),
  proposal('operating_hours', { open: '08:00', close: '18:00', around_the_clock: false }),
  proposal('time_zone', 'Europe/Berlin'),
  proposal('security_level', 'enhanced'),
];

export const opened = (...proposals: readonly Proposal[]): StepResult =>
  openDialogue(blankSession(), english, { moves: NO_MOVES, proposals });

/** The next turn, with the proposals given instead of read from the text. */
export const answered = (
  { session }: Pick<StepResult, 'session'>,
  text: string,
  ...proposals: readonly Proposal[]
): StepResult => {
  const moves = englishRules.readMoves({ text, pending: session.pending });
  return step(session, { wording: english, at: AT }, { moves, proposals });
};
