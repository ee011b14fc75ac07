import type { Tenant } from '#shared/runtime/tenant.ts';
import { proposeFromContext } from './context-proposer.ts';
import { type Heard, hear } from './hear.ts';
import { isOf } from './is-of.ts';
import type { Session } from './session.ts';
import type { UnderstandDeps } from './understand-request.ts';
import type { Wording } from './wording.ts';

export interface Message {
  readonly text: string;
  readonly context: Readonly<Record<string, unknown>>;
}

/** What a message and its context say in this type of conversation; facts of other types are left out. */
export async function understand(
  deps: UnderstandDeps,
  tenant: Tenant,
  session: Session,
  wording: Wording,
  { text, context }: Message,
): Promise<Heard> {
  const given = await proposeFromContext(session, context);
  if (session.type === 'initial_setup') {
    const { moves, proposals } = await hear(deps.proposer, tenant, session, text);
    return { moves, proposals: [...proposals, ...given].filter(isOf(session)) };
  }
  // Most conversations set a site up and never load this.
  const { understandRequest } = await import('./understand-request.ts');
  const { type } = session;
  const request = { session, type, wording, text, given };
  const { moves, proposals } = await understandRequest(deps, tenant, request);
  return { moves, proposals: proposals.filter(isOf(session)) };
}
