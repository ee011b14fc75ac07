import type { AnsweredTurn } from './present-session.ts';
import type { DraftedSession } from './submit-draft.ts';

/** What complete facts have come to: the session after it, and what is said about it besides. */
export interface Concluded extends DraftedSession {
  readonly reply?: string;
  readonly citations?: AnsweredTurn['citations'];
}
