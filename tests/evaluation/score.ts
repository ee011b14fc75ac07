import { isDeepStrictEqual } from 'node:util';
import type { FilledSlots } from '#shared/slots/slot-values.ts';
import { Conversation } from './conversation.ts';
import type { Dialogue, Labels } from './dialogue.ts';

export interface Miss {
  readonly dialogue: string;
  readonly at: string;
  readonly said: string;
  readonly what: string;
}

export interface Score {
  right: number;
  wrong: number;
  missing: number;
  notFilled: number;
  falseFills: number;
  repliesRight: number;
  replies: number;
  draftsRight: number;
  dialogues: number;
  questions: number[];
  misses: Miss[];
}

export const noScore = (): Score => ({
  right: 0,
  wrong: 0,
  missing: 0,
  notFilled: 0,
  falseFills: 0,
  repliesRight: 0,
  replies: 0,
  draftsRight: 0,
  dialogues: 0,
  questions: [],
  misses: [],
});

/** F1 over labelled slots: a wrong value counts against precision and against recall. */
export function f1({ right, wrong, missing, falseFills }: Score): number {
  const precision = right / Math.max(1, right + wrong + falseFills);
  const recall = right / Math.max(1, right + wrong + missing);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/** Plays one dialogue and adds what it shows to the score. */
export function playDialogue(dialogue: Dialogue, score: Score): void {
  const conversation = new Conversation(dialogue);
  if (dialogue.answers) playBare(conversation, dialogue.answers);
  for (const [index, { user, expect }] of (dialogue.turns ?? []).entries()) {
    if (conversation.isOver) break;
    const { reply } = conversation.say(user);
    const note = (what: string) =>
      score.misses.push({ dialogue: dialogue.id, at: `turn ${index + 1}`, said: user, what });
    judge(expect, conversation.session.slots, score, note);
    judgeReply(expect, reply.kind, score, note);
  }
  const note = (what: string) =>
    score.misses.push({ dialogue: dialogue.id, at: 'end', said: '', what });
  judge({ slots: dialogue.final.slots }, conversation.session.slots, score, note);
  score.dialogues += 1;
  if (conversation.isOver === dialogue.final.awaiting_approval) score.draftsRight += 1;
  else note(`draft: ${conversation.isOver}, expected ${dialogue.final.awaiting_approval}`);
  if (conversation.isOver) score.questions.push(conversation.questionsAsked);
}

const MOST_TURNS = 20;

function playBare(conversation: Conversation, answers: Readonly<Record<string, string>>): void {
  for (let turn = 0; turn < MOST_TURNS && !conversation.isOver; turn += 1) {
    const slot = conversation.result.questions[0]?.slot;
    const answer = slot && answers[slot];
    if (!answer) return;
    conversation.say(answer);
  }
}

type Note = (what: string) => void;

function judge(
  { slots = {}, not_filled = [] }: Labels,
  filled: FilledSlots,
  score: Score,
  note: Note,
) {
  const values = new Map(Object.entries(filled).map(([slot, fill]) => [slot, fill?.value]));
  for (const [slot, expected] of Object.entries(slots)) {
    const actual = values.get(slot);
    if (actual === undefined) {
      score.missing += 1;
      note(`${slot}: missing ${JSON.stringify(expected)}`);
    } else if (sameSlot(slot, actual, expected)) score.right += 1;
    else {
      score.wrong += 1;
      note(`${slot}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
    }
  }
  for (const slot of not_filled) {
    score.notFilled += 1;
    if (!values.has(slot)) continue;
    score.falseFills += 1;
    note(`${slot}: filled with ${JSON.stringify(values.get(slot))}`);
  }
}

function judgeReply({ reply_kind }: Labels, actual: string, score: Score, note: Note): void {
  if (reply_kind === undefined) return;
  score.replies += 1;
  if (actual === reply_kind) score.repliesRight += 1;
  else note(`reply: ${actual} instead of ${reply_kind}`);
}

function sameSlot(slot: string, actual: unknown, expected: unknown): boolean {
  if (slot === 'time_zone') return offsetsOf(actual) === offsetsOf(expected);
  if (slot === 'staff_roles' || slot === 'shifts')
    return isDeepStrictEqual(asSet(actual), asSet(expected));
  return isDeepStrictEqual(actual, expected);
}

const asSet = (list: unknown) =>
  Array.isArray(list) ? list.map((item) => JSON.stringify(item)).toSorted() : list;

/** Two names of one zone resolve to the same canonical name. */
const offsetsOf = (zone: unknown): string =>
  new Intl.DateTimeFormat('en', { timeZone: String(zone) }).resolvedOptions().timeZone;
