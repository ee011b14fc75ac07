import { DIALOGUE_POLICY, type DialoguePolicy } from './policy.ts';
import type { Proposal } from './proposer.ts';
import type { Session } from './session.ts';
import { openDialogue, step } from './step.ts';

/** One recorded turn. The proposals are part of it: a model would not say the same again. */
export interface RecordedTurn {
  readonly text: string;
  readonly at: string;
  readonly proposals: readonly Proposal[];
}

/** A session is its turns: the opening and every answer, again, give the same state. */
export function replay(
  blank: Session,
  [opening, ...answers]: readonly RecordedTurn[],
  policy: DialoguePolicy = DIALOGUE_POLICY,
): Session {
  const opened = openDialogue(
    blank,
    { text: opening?.text },
    opening?.proposals ?? [],
    policy,
  ).session;
  return answers.reduce(
    (session, { text, at, proposals }) => step(session, { text, at }, proposals, policy).session,
    opened,
  );
}
