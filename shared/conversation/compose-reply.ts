import * as z from 'zod';
import { INITIAL_SETUP_ORDER } from '#shared/slots/initial-setup.ts';
import type { SlotName } from '#shared/slots/slot-values.ts';
import { isMessageKey, listOf, type MessageKey, say } from './messages.ts';
import type { Moves } from './moves.ts';
import { presentValue } from './present-value.ts';
import type { Question } from './question.ts';
import type { Session } from './session.ts';
import type { SlotChange, Taken } from './take-proposals.ts';

/** What a reply is for, and its words (wire shape). */
export const reply = z.strictObject({
  kind: z.enum(['ask', 'confirm', 'explain', 'answer', 'draft', 'restart', 'summary', 'escalate']),
  text: z.string(),
});
export type Reply = z.infer<typeof reply>;

export interface ReplyInput {
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
  const { taken, moves, questions, done } = input;
  const { language } = taken.session;
  const sentences = [
    ...acknowledged(language, taken.changes),
    ...objections(language, taken),
    ...moveSentences(input),
    ...(done ? [say(language, 'reply.draft')] : questions.map(({ question }) => question)),
  ];
  return { kind: kindOf(moves, taken.session, done), text: sentences.join(' ') };
}

function kindOf(moves: Moves, { pending }: Session, done: boolean): Reply['kind'] {
  if (moves.human) return 'escalate';
  if (moves.startOverAt !== null) return 'restart';
  if (moves.documentQuestion) return 'answer';
  if (done) return 'draft';
  if (moves.why) return 'explain';
  if (moves.summary) return 'summary';
  return pending?.kind === 'confirm' ? 'confirm' : 'ask';
}

function acknowledged(language: string, changes: readonly SlotChange[]): string[] {
  const fresh = changes.filter(({ before }) => before === undefined);
  const replaced = changes.filter(({ before }) => before !== undefined);
  const facts = fresh.map(({ slot, value }) => factOf(language, slot, value));
  return [
    ...(facts.length > 0 ? [say(language, 'reply.noted', { facts: listOf(language, facts) })] : []),
    ...replaced.map(({ slot, value, before }) =>
      say(language, 'reply.changed', {
        slot: say(language, `slot.${slot}`),
        before: presentValue(language, slot, before),
        value: presentValue(language, slot, value),
      }),
    ),
  ];
}

const factOf = (language: string, slot: SlotName, value: unknown): string =>
  say(language, 'reply.fact', {
    slot: say(language, `slot.${slot}`),
    value: presentValue(language, slot, value),
  });

function objections(language: string, { refused, conflicts }: Taken): string[] {
  const named = (key: MessageKey, slot: SlotName) =>
    say(language, key, { slot: say(language, `slot.${slot}`) });
  return [
    ...refused.map((slot) => {
      const key = `reply.refused.${slot}`;
      return named(isMessageKey(key) ? key : 'reply.refused.other', slot);
    }),
    ...conflicts.map((slot) => named('reply.conflict', slot)),
  ];
}

function moveSentences(input: ReplyInput): string[] {
  const { moves, before, taken } = input;
  const { language } = taken.session;
  if (moves.human) return [say(language, 'reply.escalate')];
  if (moves.startOverAt !== null) return [say(language, 'reply.restart')];
  if (moves.why) return whySentence(language, moves.why.slot ?? before.pending?.slot);
  if (moves.summary) return [summaryOf(taken.session)];
  if (moves.goBack) return [goBackSentence(before)];
  if (moves.skip) return skipSentence(input);
  if (moves.smallTalk) return [say(language, `reply.small_talk.${moves.smallTalk}`)];
  return fallback(input);
}

const whySentence = (language: string, slot: SlotName | undefined): string[] =>
  slot ? [say(language, `why.${slot}`)] : [];

function summaryOf({ language, slots }: Session): string {
  const facts = INITIAL_SETUP_ORDER.flatMap((slot) =>
    slots[slot] ? [factOf(language, slot, slots[slot].value)] : [],
  );
  if (facts.length === 0) return say(language, 'reply.summary.empty');
  return say(language, 'reply.summary', { facts: listOf(language, facts) });
}

const goBackSentence = ({ language, asked }: Session): string =>
  say(language, asked.length > 1 ? 'reply.go_back' : 'reply.nothing_before');

function skipSentence({ before, taken }: ReplyInput): string[] {
  const slot = before.pending?.slot;
  const { language, deferred } = taken.session;
  if (!slot || taken.changes.length > 0) return [];
  if (!deferred.includes(slot)) return [say(language, 'reply.skipped')];
  return [say(language, 'reply.deferred', { slot: say(language, `slot.${slot}`) })];
}

/** The very first reply greets; a message that did nothing at all is said to be not understood. */
function fallback({ before, taken, moves, done }: ReplyInput): string[] {
  const { language, turn } = taken.session;
  if (before.pending === null && turn === 0) return [say(language, 'reply.welcome')];
  const heard =
    taken.changes.length > 0 ||
    taken.refused.length > 0 ||
    taken.conflicts.length > 0 ||
    taken.session.tentative.length > before.tentative.length;
  const moved = moves.accept || moves.decline || moves.keepTeam || moves.finish;
  const answered = heard || moved || moves.documentQuestion !== null || done;
  return answered ? [] : [say(language, 'reply.not_understood')];
}
