import type { Seen } from './conversation.ts';
import type { Labels } from './dialogue.ts';
import { sameSlotValue } from './same-value.ts';

/** How one label fared. */
export interface Verdict {
  readonly about: 'value' | 'no_value' | 'reply' | 'draft' | 'message';
  readonly outcome: 'right' | 'wrong' | 'missing';
  /** What was there instead, for people. */
  readonly miss?: string;
}

/** Holds what is seen against the labels of that point of the dialogue. */
export const judge = (labels: Labels, seen: Seen): readonly Verdict[] => [
  ...Object.entries(labels.slots ?? {}).map(([slot, label]) => judgeValue(slot, label, seen)),
  ...(labels.not_filled ?? []).map((slot) => judgeEmpty(slot, seen)),
  ...(labels.reply_kind === undefined ? [] : [judgeReply(labels.reply_kind, seen)]),
];

function judgeValue(slot: string, label: unknown, { slots }: Seen): Verdict {
  const about = 'value';
  const actual = slots[slot];
  if (actual === undefined)
    return { about, outcome: 'missing', miss: `${slot}: missing ${JSON.stringify(label)}` };
  if (sameSlotValue(slot, actual, label)) return { about, outcome: 'right' };
  const miss = `${slot}: ${JSON.stringify(actual)} instead of ${JSON.stringify(label)}`;
  return { about, outcome: 'wrong', miss };
}

function judgeEmpty(slot: string, { slots }: Seen): Verdict {
  const about = 'no_value';
  if (slots[slot] === undefined) return { about, outcome: 'right' };
  return { about, outcome: 'wrong', miss: `${slot}: filled with ${JSON.stringify(slots[slot])}` };
}

function judgeReply(label: string, { replyKind }: Seen): Verdict {
  const about = 'reply';
  if (replyKind === label) return { about, outcome: 'right' };
  return { about, outcome: 'wrong', miss: `reply: ${replyKind} instead of ${label}` };
}

export function judgeDraft(wanted: boolean, { drafted }: Seen): Verdict {
  const about = 'draft';
  if (drafted === wanted) return { about, outcome: 'right' };
  return { about, outcome: 'wrong', miss: drafted ? 'draft: too early' : 'draft: none' };
}

/** A message that was not taken is a miss, whatever its labels are. */
export const judgeTaking = ({ refused }: Seen): readonly Verdict[] =>
  refused === undefined
    ? []
    : [{ about: 'message', outcome: 'wrong', miss: `message: ${refused}` }];
