import type { Heard } from './hear.ts';
import { DIALOGUE_POLICY, type DialoguePolicy } from './policy.ts';
import type { Session } from './session.ts';
import { openDialogue, step } from './step.ts';
import type { Wording } from './wording.ts';

/** One recorded turn. What was heard is part of it: a model, or later rules, would not hear the same again. */
export interface RecordedTurn extends Heard {
  readonly at: string;
}

/** A session is its turns: the opening and every answer, again, give the same state. */
export function replay(
  blank: Session,
  wording: Wording,
  [opening, ...answers]: readonly RecordedTurn[],
  policy: DialoguePolicy = DIALOGUE_POLICY,
): Session {
  if (!opening) return blank;
  return answers.reduce(
    (session, turn) => step(session, { wording, at: turn.at }, turn, policy).session,
    openDialogue(blank, wording, opening, policy).session,
  );
}
