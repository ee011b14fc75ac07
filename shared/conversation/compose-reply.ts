import * as z from 'zod';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { guide, hint } from './guidance.ts';
import type { Moves } from './moves.ts';
import { planOf } from './next-question.ts';
import { presentValue } from './present-value.ts';
import type { Question } from './question.ts';
import type { Session } from './session.ts';
import type { SlotChange, Taken } from './take-proposals.ts';
import type { MessageKey, Wording } from './wording.ts';

/** What a reply is for, and its words (wire shape). */
const reply = z.strictObject({
  kind: z.enum(['ask', 'confirm', 'explain', 'answer', 'draft', 'restart', 'summary', 'escalate']),
  text: z.string(),
});
export type Reply = z.infer<typeof reply>;

export interface ReplyInput {
  readonly wording: Wording;
  readonly before: Session;
  /** What was taken; `session` as it is after this turn. */
  readonly taken: Taken;
  readonly moves: Moves;
  readonly questions: readonly Question[];
  readonly done: boolean;
}

/**
 * Words for what the turn did: first what was understood and refused, then what was asked for, then the
 * next question. After a search the use case puts the answer in front.
 */
export function composeReply(input: ReplyInput): Reply {
  const { wording, taken, moves, done } = input;
  const sentences = [
    ...(isOpening(input) ? [wording.say(ofType('reply.welcome', taken.session))] : []),
    ...acknowledged(wording, taken.changes),
    ...objections(wording, taken),
    ...moveSentences(input),
    // Whoever is handed over to a person is asked nothing more.
    ...(moves.human ? [] : nextSentences(input)),
  ];
  return { kind: kindOf(moves, taken.session, done), text: sentences.join(' ') };
}

/** The very first reply greets before it says anything else. */
const isOpening = ({ before, taken }: ReplyInput): boolean =>
  before.pending === null && taken.session.turn === 0;

const nextSentences = ({ wording, taken, questions, done }: ReplyInput): string[] =>
  done
    ? [wording.say(ofType('reply.draft', taken.session))]
    : questions.map(({ question }) => question);

/** Setting up a site is the usual thing; the other types have words of their own. */
const ofType = (key: 'reply.draft' | 'reply.welcome', { type }: Session): MessageKey =>
  type === 'initial_setup' ? key : `${key}.${type}`;

function kindOf(moves: Moves, { pending }: Session, done: boolean): Reply['kind'] {
  if (moves.human) return 'escalate';
  if (moves.startOverAt !== null) return 'restart';
  if (moves.documentQuestion) return 'answer';
  if (done) return 'draft';
  if (moves.why) return 'explain';
  if (moves.summary) return 'summary';
  return pending?.kind === 'confirm' ? 'confirm' : 'ask';
}

function acknowledged(wording: Wording, changes: readonly SlotChange[]): string[] {
  const fresh = changes.filter(({ before }) => before === undefined);
  const replaced = changes.filter(({ before }) => before !== undefined);
  const facts = fresh.map(({ slot, value }) => factOf(wording, slot, value));
  return [
    ...(facts.length > 0 ? [wording.say('reply.noted', { facts: wording.list(facts) })] : []),
    ...replaced.map(({ slot, value, before }) =>
      wording.say('reply.changed', {
        slot: wording.say(`slot.${slot}`),
        before: presentValue(wording, slot, before),
        value: presentValue(wording, slot, value),
      }),
    ),
  ];
}

const factOf = (wording: Wording, slot: SlotName, value: unknown): string =>
  wording.say('reply.fact', {
    slot: wording.say(`slot.${slot}`),
    value: presentValue(wording, slot, value),
  });

function objections(wording: Wording, { refused, conflicts }: Taken): string[] {
  const named = (key: MessageKey, slot: SlotName) =>
    wording.say(key, { slot: wording.say(`slot.${slot}`) });
  return [
    ...refused.map((slot) => {
      const key = `reply.refused.${slot}`;
      return named(wording.has(key) ? key : 'reply.refused.other', slot);
    }),
    ...conflicts.map(({ slot, values }) =>
      wording.say('reply.conflict', {
        slot: wording.say(`slot.${slot}`),
        values: wording.either(values.map((value) => presentValue(wording, slot, value))),
      }),
    ),
  ];
}

function moveSentences(input: ReplyInput): string[] {
  const { wording, moves, before, taken } = input;
  if (moves.human) return [wording.say('reply.escalate')];
  if (moves.startOverAt !== null) return [wording.say('reply.restart')];
  if (moves.why) return whySentence(wording, moves.why.slot ?? before.pending?.slot);
  if (moves.summary) return [summaryOf(wording, taken.session)];
  if (moves.goBack) return [goBackSentence(wording, before)];
  if (moves.skip) return skipSentence(input);
  const guidance = guide(wording, moves, before.pending?.slot);
  return guidance.length > 0 ? guidance : smallTalk(input);
}

function smallTalk(input: ReplyInput): string[] {
  const talk = input.moves.smallTalk;
  if (isOpening(input) && talk === 'greeting') return [];
  return talk ? [input.wording.say(`reply.small_talk.${talk}`)] : fallback(input);
}

const whySentence = (wording: Wording, slot: SlotName | undefined): string[] =>
  slot ? [wording.say(`why.${slot}`)] : [];

function summaryOf(wording: Wording, session: Session): string {
  const { slots } = session;
  const facts = planOf(session).order.flatMap((slot) =>
    slots[slot] ? [factOf(wording, slot, slots[slot].value)] : [],
  );
  if (facts.length === 0) return wording.say('reply.summary.empty');
  return wording.say('reply.summary', { facts: wording.list(facts) });
}

const goBackSentence = (wording: Wording, { asked }: Session): string =>
  wording.say(asked.length > 1 ? 'reply.go_back' : 'reply.nothing_before');

function skipSentence({ wording, before, taken }: ReplyInput): string[] {
  const slot = before.pending?.slot;
  const { deferred } = taken.session;
  if (!slot || taken.changes.length > 0) return [];
  if (!deferred.includes(slot)) return [wording.say('reply.skipped')];
  return [wording.say('reply.deferred', { slot: wording.say(`slot.${slot}`) })];
}

/** A message that did nothing at all is said to be not understood; the opening may be no message. */
function fallback(input: ReplyInput): string[] {
  const { wording, before, taken, moves, done } = input;
  if (isOpening(input)) return [];
  const heard =
    taken.changes.length > 0 ||
    taken.refused.length > 0 ||
    taken.conflicts.length > 0 ||
    taken.session.tentative.length > before.tentative.length;
  const moved = moves.accept || moves.decline || moves.keepTeam || moves.finish;
  const answered = heard || moved || moves.documentQuestion !== null || done;
  if (answered) return [];
  const unanswerable = moves.unknown ? before.pending?.slot : undefined;
  return unanswerable ? hint(wording, unanswerable) : [wording.say('reply.not_understood')];
}
