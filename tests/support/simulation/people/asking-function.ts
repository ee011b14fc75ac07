import * as z from 'zod';
import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { submitChangeset } from '#shared/approvals/submit-changeset.ts';
import type { Change } from '#shared/changesets/change.ts';
import { type Changeset, changesetStatus } from '#shared/changesets/changeset.ts';
import { countIn, findDependents } from '#shared/changesets/dependents.ts';
import { planChanges, wantedChange } from '#shared/changesets/wanted-changes.ts';
import { newSession, type Session } from '#shared/conversation/session.ts';
import { createSession } from '#shared/conversation/session-store.ts';
import { submitDraft } from '#shared/conversation/submit-draft.ts';
import type { Caller } from '#shared/http/caller.ts';
import { command } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { mayAct } from '#shared/http/roles.ts';
import { defineRoute } from '#shared/http/route.ts';
import type { Ids } from '#shared/runtime/ids.ts';
import { ContentionError } from '#shared/store/commit.ts';
import { type Decision, mapResponse } from '#shared/store/decision.ts';

const wanted = z.object({ changes: z.array(wantedChange).min(1).max(1000) });
const answer = z.object({ changeset_id: z.string(), status: changesetStatus });

const askRoute = defineRoute({
  method: 'POST',
  path: '/simulated/changes',
  summary: 'Put any changes before the policy, as a deployment does',
  role: 'approver',
  idempotency: 'required',
  body: wanted,
  responses: { 200: answer },
});

const draftRoute = defineRoute({
  method: 'POST',
  path: '/simulated/drafts',
  summary: 'End a conversation with a draft of any changes',
  role: 'member',
  idempotency: 'required',
  body: wanted,
  responses: { 200: answer },
});

type Deps = HttpDeps & ApprovalDeps & { readonly ids: Ids };

/** What the product does at the end of longer ways: any changes, asked for or drafted. */
export const askingFunction = (deps: Deps) =>
  httpFunction(deps, [
    command(askRoute, async ({ body }, caller) => {
      const changes = await planChanges(deps.table, caller.tenant, body.changes, 'changes');
      return mapResponse(await ask(deps, caller, changes), present);
    }),
    command(draftRoute, async ({ body }, caller) => {
      const changes = await planChanges(deps.table, caller.tenant, body.changes, 'changes');
      return mapResponse(await draft(deps, caller, changes), present);
    }),
  ]);

const present = ({ id, status }: Pick<Changeset, 'id' | 'status'>) =>
  ({ status: 200, body: { changeset_id: id, status } }) as const;

async function ask(
  deps: Deps,
  caller: Caller,
  changes: readonly Change[],
): Promise<Decision<Changeset>> {
  const settings = await deps.policies.current(caller.tenant);
  const dependents = await findDependents(deps.table, caller.tenant, changes);
  const may_approve = mayAct(caller.roles, 'approver');
  const proposed = proposeChangeset(
    {
      id: deps.ids.uuid(),
      title: 'Changes',
      origin: 'template',
      requester: { user_id: caller.userId, email: caller.email, may_approve },
      changes,
      at: deps.clock.now(),
      dependentsOf: countIn(dependents),
    },
    settings,
  );
  return {
    ...(await submitChangeset(deps, caller, proposed, settings)),
    reconsider: async (refusal) => {
      // Only a changed policy makes another decision of the same changes.
      if (!(refusal instanceof ContentionError)) throw refusal;
      await deps.policies.fresh(caller.tenant);
      return ask(deps, caller, changes);
    },
  };
}

async function draft(
  deps: Deps,
  caller: Caller,
  changes: readonly Change[],
): Promise<Decision<Pick<Changeset, 'id' | 'status'>>> {
  const at = deps.clock.now();
  const id = deps.ids.uuid();
  const content = { title: 'A draft', changes: named(changes), recommendations: [], confidence: 1 };
  const { session, writes, events } = await submitDraft(
    deps,
    caller,
    about(id, caller, at),
    content,
    at,
  );
  return {
    writes: [...createSession(session), ...writes],
    events,
    audit: [{ action: 'session.drafted', target: session.changeset_id ?? '', after: session }],
    response: { id: session.changeset_id ?? '', status: 'proposed' },
  };
}

const named = (changes: readonly Change[]): readonly Change[] =>
  changes.map((step) => ({ ...step, recommendation_id: `rec:${step.entity_id}` }));

const about = (id: string, { userId }: Caller, at: Date): Session => ({
  ...newSession({
    id,
    owner: userId,
    language: 'en',
    type: 'initial_setup',
    clientContext: {},
    at: at.toISOString(),
  }),
  state: 'generating',
});
