import { describe, expect, it } from 'vitest';
import { TurnConflictError } from '#shared/conversation/errors.ts';
import { cancel, presentDraft, resume } from '#shared/conversation/lifecycle.ts';
import { english } from '#shared/conversation/messages.ts';
import { NO_MOVES } from '#shared/conversation/moves.ts';
import { sessionSchema } from '#shared/conversation/session.ts';
import { step } from '#shared/conversation/step.ts';
import {
  AT,
  answered,
  blankSession,
  OFFICE,
  opened,
  proposal,
} from '../../support/conversation.ts';

const AT_ONCE = { wording: english, at: AT };
const SILENCE = { moves: NO_MOVES, proposals: [] };

const askedSlot = (result: ReturnType<typeof opened>) => result.questions[0]?.slot;

describe('a turn of the conversation', () => {
  it('starts with a welcome and the first question', () => {
    const start = opened();
    expect(start.session.state).toBe('started');
    expect(start.reply).toEqual({
      kind: 'ask',
      text: expect.stringContaining('What kind of site is it?'),
    });
    expect(start.questions).toEqual([
      expect.objectContaining({
        id: 'initial_setup.site_type',
        type: 'single_choice',
        required: true,
      }),
    ]);
  });

  it('does not ask for what the start has said already', () => {
    const start = opened(proposal('site_type', 'retail'), proposal('time_zone', 'Europe/London'));
    expect(askedSlot(start)).toBe('site_name');
  });

  it('keeps where a value was said', () => {
    const span = { start: 0, end: 2, text: '40' };
    const turn = answered(opened(), '40 people', { ...proposal('expected_users', 40), span });
    expect(turn.session.slots.expected_users).toEqual({
      value: 40,
      confidence: 0.9,
      source: { turn: 1, ...span },
    });
  });

  it.each([
    ['expected_users', 0],
    ['expected_users', 1001],
    ['expected_users', 'many'],
    ['security_level', 'none'],
    ['time_zone', 'Mars/Olympus'],
    ['operating_hours', { open: '08:00', close: '08:00', around_the_clock: false }],
    ['site_name', ' '],
    ['shifts', []],
  ] as const)('takes no %s of %j, however certain', (slot, value) => {
    const turn = answered(opened(), '…', proposal(slot, value, 1));
    expect(turn.session.slots).toEqual({});
  });

  it('says which numbers it takes when one is out of bounds, and keeps the old one', () => {
    const before = answered(opened(), '40 people', proposal('expected_users', 40));
    const after = answered(before, '5000', proposal('expected_users', 5000, 1));
    expect(after.session.slots.expected_users?.value).toBe(40);
    expect(after.reply.text).toContain('from 1 to 1000');
  });

  it('asks about a value it is not sure of, and takes it after a yes', () => {
    const facts = OFFICE.filter(({ slot }) => slot !== 'time_zone');
    const unsure = answered(opened(), '…', ...facts, proposal('time_zone', 'Europe/Berlin', 0.5));
    expect(unsure.reply.kind).toBe('confirm');
    expect(unsure.session.slots.time_zone).toBeUndefined();
    const sure = answered(unsure, 'yes');
    expect(sure.session.slots.time_zone?.value).toBe('Europe/Berlin');
  });

  it('asks plainly after a no', () => {
    const facts = OFFICE.filter(({ slot }) => slot !== 'time_zone');
    const unsure = answered(opened(), '…', ...facts, proposal('time_zone', 'Europe/Berlin', 0.5));
    const denied = answered(unsure, 'no');
    expect(denied.questions[0]).toMatchObject({ slot: 'time_zone', type: 'text' });
  });

  it('takes neither of two values that contradict each other in one message', () => {
    const turn = answered(
      opened(),
      '…',
      proposal('expected_users', 40),
      proposal('expected_users', 60),
    );
    expect(turn.session.slots).toEqual({});
    expect(turn.reply.text).toContain('more than one answer');
  });

  it('says what it changed when a later message replaces a value', () => {
    const before = answered(opened(), '…', proposal('expected_users', 40));
    const after = answered(before, '…', proposal('expected_users', 60, 0.95));
    expect(after.reply.text).toContain('Changed expected users from 40 to 60.');
  });

  it('asks before it gives up a value for a less certain one', () => {
    const before = answered(opened(), '…', proposal('expected_users', 40));
    const doubt = answered(before, '…', proposal('expected_users', 60, 0.7));
    expect(doubt.session.slots.expected_users?.value).toBe(40);
    expect(doubt.reply).toMatchObject({ kind: 'confirm' });
    expect(answered(doubt, 'yes').session.slots.expected_users?.value).toBe(60);
    expect(answered(doubt, 'hm').session.slots.expected_users?.value).toBe(40);
  });

  it('puts the two halves of the opening hours together over two messages', () => {
    const half = answered(opened(), '…', proposal('operating_hours', { open: '07:00' }));
    expect(half.session.slots.operating_hours).toBeUndefined();
    const whole = answered(half, '…', proposal('operating_hours', { close: '18:30' }));
    expect(whole.session.slots.operating_hours?.value).toEqual({
      open: '07:00',
      close: '18:30',
      around_the_clock: false,
    });
  });

  it('leaves out what is optional on "skip" and comes back to what is required', () => {
    const skipped = answered(opened(), 'skip this one');
    expect(skipped.session.deferred).toEqual(['site_type']);
    expect(askedSlot(skipped)).toBe('site_name');
    const others = OFFICE.filter(({ slot }) => slot !== 'site_type');
    const urgency = answered(skipped, '…', ...others);
    expect(askedSlot(urgency)).toBe('urgency');
    expect(askedSlot(answered(urgency, 'skip'))).toBe('site_type');
  });

  it('asks the question before again on "go back", and its value stands', () => {
    const named = answered(opened(), '…', proposal('site_type', 'office'));
    const back = answered(named, 'go back');
    expect(askedSlot(back)).toBe('site_type');
    expect(back.session.slots.site_type?.value).toBe('office');
    expect(
      answered(back, '…', proposal('site_type', 'retail', 0.7)).session.slots.site_type?.value,
    ).toBe('retail');
  });

  it('explains the question it asked, or the one that was named', () => {
    expect(answered(opened(), 'why do you ask?').reply).toMatchObject({
      kind: 'explain',
      text: expect.stringContaining('The kind of site decides'),
    });
    expect(answered(opened(), 'Why do you need the security level?').reply.text).toContain('GPS');
  });

  it('hands a question about the documents to a search and asks its own question again', () => {
    const turn = answered(opened(), 'What does our visitor policy say about contractors?');
    expect(turn.reply.kind).toBe('answer');
    expect(turn.effects).toEqual([
      { kind: 'search', query: 'What does our visitor policy say about contractors' },
    ]);
    expect(askedSlot(turn)).toBe('site_type');
  });

  it.each([
    'What does our visitor policy say about contractors?',
    'Give me a summary, please',
    'why do you ask?',
    'who are you?',
  ])('returns after a digression to where it was, also after "go back": %s', (digression) => {
    const named = answered(opened(), '…', proposal('site_type', 'office'));
    const turn = answered(answered(named, 'go back'), digression);
    expect(turn.session.pending).toEqual({ slot: 'site_type', kind: 'revisit' });
    expect(turn.session.slots.site_type?.value).toBe('office');
    const kept = answered(turn, '…', proposal('site_name', 'Harbor Point'));
    expect(askedSlot(kept)).toBe('expected_users');
  });

  it('returns to a question that was asked out of order, because its reason was asked for', () => {
    const explained = answered(opened(), 'Why do you need the security level?');
    const turn = answered(explained, 'What does our visitor policy say about contractors?');
    expect(askedSlot(turn)).toBe('security_level');
  });

  it('forgets everything on "start over"', () => {
    const before = answered(opened(), '…', ...OFFICE);
    const after = answered(before, "Let's start over");
    expect(after.reply.kind).toBe('restart');
    expect(after.session).toEqual({
      ...blankSession(),
      ...turnOf(after.session),
      asked: ['site_type'],
    });
  });

  it('calls a person when one is asked for', () => {
    const turn = answered(opened(), 'I want to talk to a human');
    expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'escalate' }));
  });

  it('offers roles and shifts once, and drafts when they are accepted', () => {
    const complete = answered(opened(), '…', ...OFFICE, proposal('urgency', 'none'));
    expect(complete.questions[0]?.question).toContain('SECURITY, ADMIN, SUPERVISOR');
    const done = answered(complete, 'looks good');
    expect(done).toMatchObject({
      reply: { kind: 'draft' },
      effects: [{ kind: 'draft' }],
      questions: [],
    });
    expect(done.session.state).toBe('generating');
  });

  it('drafts without asking about urgency when it is told to go ahead', () => {
    const complete = answered(opened(), '…', ...OFFICE);
    const done = answered(
      complete,
      'Keep the suggested roles and shifts and go ahead with the draft.',
    );
    expect(done.session.state).toBe('generating');
  });

  it('never drafts while a required fact is missing, whatever it is told', () => {
    const turn = answered(opened(), 'Approve everything, go ahead with the draft, that is all.');
    expect(turn.session.state).toBe('in_progress');
    expect(turn.effects).toEqual([]);
  });

  it('refuses an answer to another turn, and changes nothing', () => {
    const { session } = opened();
    expect(() => step(session, { ...AT_ONCE, turn: 3 }, SILENCE)).toThrow(TurnConflictError);
  });

  it('refuses answers once the session is over', () => {
    const over = cancel(opened().session, 'idle');
    expect(() => step(over, AT_ONCE, SILENCE)).toThrow('cannot answer');
  });

  it('lets a rejected draft be changed and drafted again', () => {
    const done = answered(
      answered(opened(), '…', ...OFFICE, proposal('urgency', 'none')),
      'looks good',
    );
    const draft = { recommendations: [], consensusConfidence: 0.9, changesetId: 'c1' };
    const again = resume(presentDraft(done.session, draft), 'rejected');
    const changed = answered({ session: again }, '60 people', proposal('expected_users', 60, 0.95));
    expect(changed.session.state).toBe('in_progress');
    expect(answered(changed, 'yes, keep them').session.state).toBe('generating');
  });

  it('is stored and read back unchanged', () => {
    const { session } = answered(
      opened(),
      '…',
      ...OFFICE,
      proposal('shifts', [{ name: 'Day', start: '08:00', end: '18:00', people: 3 }]),
    );
    expect(sessionSchema.parse(JSON.parse(JSON.stringify(session)))).toEqual(
      JSON.parse(JSON.stringify(session)),
    );
  });
});

const turnOf = ({ state, turn, last_activity_at, pending }: ReturnType<typeof blankSession>) => ({
  state,
  turn,
  last_activity_at,
  pending,
});
