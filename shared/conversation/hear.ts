import { suggestTeam } from '#shared/recommendations/suggest-team.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { isFreeText } from './free-text.ts';
import { type Moves, NO_MOVES } from './moves.ts';
import type { OtherConversation, Proposal, Proposer, ProposerInput } from './proposer.ts';
import { loadRules } from './rule-proposer/load-rules.ts';
import type { Session } from './session.ts';

/** What one message said: facts, and what it does besides. */
export interface Heard {
  readonly moves: Moves;
  readonly proposals: readonly Proposal[];
}

const SILENCE: Heard = { moves: NO_MOVES, proposals: [] };

/**
 * Reads a message of a session. Moves are read by rules alone, whoever proposes the facts.
 * @param otherwise what is different where nothing is set up, given those moves
 */
export async function hear(
  proposer: Proposer,
  tenant: Tenant,
  session: Session,
  text: string,
  otherwise?: (moves: Moves) => OtherConversation,
): Promise<Heard> {
  if (!text) return SILENCE;
  const rules = await loadRules(session.language);
  const moves = rules.readMoves({ text, pending: answerable(session.pending) });
  const other = otherwise?.(moves);
  const input = { ...proposerInput(session, text), ...(other && { other }) };
  return { moves, proposals: await proposer.propose(tenant, input) };
}

/** Where one's own words are asked for, a bare yes or no has to be told from them. */
const answerable = (pending: Session['pending']): Session['pending'] =>
  pending && isFreeText(pending.slot) ? { ...pending, kind: 'revisit' } : pending;

/** What a proposer may know of the conversation that a message belongs to. */
export const proposerInput = (session: Session, text: string): ProposerInput => ({
  text,
  language: session.language,
  slots: session.slots,
  pending: session.pending,
  touched: session.touched,
  suggested: suggestTeam(session.slots, session.language),
});
