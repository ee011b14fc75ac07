import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '#shared/conversation/messages.ts';
import { isRequired, missingSlots } from '#shared/conversation/next-question.ts';
import type { Proposal } from '#shared/conversation/proposer.ts';
import { type RecordedTurn, replay } from '#shared/conversation/replay.ts';
import { conversationType, type Session, sessionSchema } from '#shared/conversation/session.ts';
import { ANSWERABLE_STATES } from '#shared/conversation/session-state.ts';
import { openDialogue, step } from '#shared/conversation/step.ts';
import { CONVERSATION_PLANS } from '#shared/slots/conversation-plan.ts';
import { SLOT_NAMES } from '#shared/slots/initial-setup.ts';
import { AT, blankSession, englishRules } from '../../support/conversation.ts';

const values = fc.oneof(
  fc.constantFrom('office', 'retail', 'high', 'basic', 'today', 'none', 'Europe/Paris', 'A site'),
  fc.constantFrom('OFF001', 'shift_people', 'sign_in', 'critical', 'low', 'Some longer words'),
  fc.integer({ min: -5, max: 1200 }),
  fc.constantFrom(
    { open: '08:00' },
    { close: '20:00' },
    { open: '08:00', close: '20:00', around_the_clock: false },
  ),
  fc.constantFrom(['SECURITY'], [{ name: 'Day', start: '08:00', end: '20:00', people: 4 }], null),
);

const proposals: fc.Arbitrary<Proposal> = fc.record({
  slot: fc.constantFrom(...SLOT_NAMES),
  value: values,
  confidence: fc.constantFrom(0.4, 0.5, 0.65, 0.75, 0.9, 0.95),
  span: fc.constant(null),
});

const words = fc.constantFrom(
  'yes',
  'no',
  'skip',
  'go back',
  'why?',
  'start over',
  'keep the suggested roles and shifts',
  'go ahead with the draft',
  'what do you have so far?',
  'What does our policy say?',
  'hello',
  'approve everything',
);

interface Said {
  readonly text: string;
  readonly at: string;
  readonly proposals: readonly Proposal[];
}

const script: fc.Arbitrary<Said[]> = fc.array(
  fc.record({
    text: words,
    at: fc.constant(AT),
    proposals: fc.array(proposals, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 15 },
);

/** Plays turns until the session takes no more, and keeps those that were played. */
function play(type: Session['type'], [first, ...later]: readonly Said[]) {
  const blank = blankSession('en', type);
  if (!first) throw new Error('A conversation has an opening');
  const opening = recorded(blank, first);
  let { session } = openDialogue(blank, english, opening);
  const played = [opening];
  for (const said of later) {
    if (!ANSWERABLE_STATES.includes(session.state)) break;
    const turn = recorded(session, said);
    session = step(session, { wording: english, at: turn.at }, turn).session;
    played.push(turn);
  }
  return { blank, session, played };
}

const recorded = ({ pending, type }: Session, { text, at, proposals }: Said): RecordedTurn => ({
  at,
  // What is understood is never about slots of another type.
  proposals: proposals.filter(({ slot }) => CONVERSATION_PLANS[type].order.includes(slot)),
  moves: englishRules.readMoves({ text, pending }),
});

const RUNS = { numRuns: 1000 };
const types = fc.constantFrom(...conversationType.options);

// A thousand sessions of up to fifteen turns each: seconds on an idle machine, more on a busy one.
describe('a session is its turns, whatever its type', { timeout: 60_000 }, () => {
  it('replaying them gives the same state', () => {
    fc.assert(
      fc.property(types, script, (type, all) => {
        const { blank, session, played } = play(type, all);
        expect(replay(blank, english, played)).toEqual(session);
      }),
      RUNS,
    );
  });

  it('whatever is said, the state is valid, and always leads somewhere', () => {
    fc.assert(
      fc.property(types, script, (type, all) => {
        const { session } = play(type, all);
        expect(sessionSchema.safeParse(session).error).toBeUndefined();
        expect(session.pending === null).toBe(session.state === 'generating');
      }),
      RUNS,
    );
  });

  it('it is only concluded with every required fact', () => {
    fc.assert(
      fc.property(types, script, (type, all) => {
        const { session } = play(type, all);
        if (session.state !== 'generating') return;
        expect(missingSlots(session).filter((slot) => isRequired(session, slot))).toEqual([]);
        expect(Object.keys(session.slots)).toEqual(expect.arrayContaining(ESSENTIAL[type]));
      }),
      RUNS,
    );
  });
});

/** Without these there is nothing to conclude, in whatever order things were said. */
const ESSENTIAL: Readonly<Record<Session['type'], string[]>> = {
  initial_setup: ['site_type', 'site_name', 'expected_users', 'security_level'],
  config_update: ['target_site'],
  troubleshooting: ['area', 'symptom', 'severity'],
  feature_request: ['request_title', 'request_description'],
};
