import { planOf } from './next-question.ts';
import type { Proposal } from './proposer.ts';
import type { Session } from './session.ts';

/** Whether a proposal is about a slot of this type of conversation. */
export const isOf =
  (session: Session) =>
  ({ slot }: Proposal): boolean =>
    planOf(session).order.includes(slot);
