import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english } from '#shared/conversation/messages.ts';
import type { Proposal } from '#shared/conversation/proposer.ts';
import { type RecordedTurn, replay } from '#shared/conversation/replay.ts';
import { type Session, sessionSchema } from '#shared/conversation/session.ts';
import { ANSWERABLE_STATES } from '#shared/conversation/session-state.ts';
import { openDialogue, step } from '#shared/conversation/step.ts';
import { INITIAL_SETUP_ORDER } from '#shared/slots/initial-setup.ts';
import { AT, blankSession, englishRules } from '../../support/conversation.ts';

const values = fc.oneof(
  fc.constantFrom('office', 'retail', 'high', 'basic', 'today', 'none', 'Europe/Paris', 'A site'),
  fc.integer({ min: -5, max: 1200 }),
  fc.constantFrom(
    { open: '08:00' },
    { close: '20:00' },
    { open: '08:00', close: '20:00', around_the_clock: false },
  ),
  fc.constantFrom(['SECURITY'], [{ name: 'Day', start: '08:00', end: '20:00', people: 4 }], null),
);

const proposals: fc.Arbitrary<Proposal> = fc.record({
  slot: fc.constantFrom(...INITIAL_SETUP_ORDER),
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
function play([first, ...later]: readonly Said[]) {
  if (!first) throw new Error('A conversation has an opening');
  const opening = recorded(blankSession(), first);
  let { session } = openDialogue(blankSession(), english, opening);
  const played = [opening];
  for (const said of later) {
    if (!ANSWERABLE_STATES.includes(session.state)) break;
    const turn = recorded(session, said);
    session = step(session, { wording: english, at: turn.at }, turn).session;
    played.push(turn);
  }
  return { session, played };
}

const recorded = ({ pending }: Session, { text, at, proposals }: Said): RecordedTurn => ({
  at,
  proposals,
  moves: englishRules.readMoves({ text, pending }),
});

describe('a session is its turns', () => {
  it('replaying them gives the same state', () => {
    fc.assert(
      fc.property(script, (all) => {
        const { session, played } = play(all);
        expect(replay(blankSession(), english, played)).toEqual(session);
      }),
      { numRuns: 200 },
    );
  });

  it('whatever is said, the state is valid, and always leads somewhere', () => {
    fc.assert(
      fc.property(script, (all) => {
        const { session } = play(all);
        expect(sessionSchema.safeParse(session).error).toBeUndefined();
        expect(session.pending === null).toBe(session.state === 'generating');
      }),
      { numRuns: 200 },
    );
  });

  it('a draft is only begun with every required fact', () => {
    fc.assert(
      fc.property(script, (all) => {
        const { session } = play(all);
        if (session.state !== 'generating') return;
        expect(Object.keys(session.slots)).toEqual(
          expect.arrayContaining(['site_type', 'site_name', 'expected_users', 'security_level']),
        );
      }),
      { numRuns: 200 },
    );
  });
});
