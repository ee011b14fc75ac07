import { approvalsOf, presentChanges } from '#shared/approvals/present.ts';
import { answerAbout } from '#shared/approvals/present-application.ts';
import {
  type PlannedRollBack,
  planRollBack,
  type RollBackDeps,
  rollBackChangeset,
} from '#shared/approvals/roll-back-changeset.ts';
import { countChanges } from '#shared/changesets/changeset.ts';
import { command } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { justAnswer, mapResponse } from '#shared/store/decision.ts';
import { rollback } from './contract.ts';

/** POST /changesets/{changeset_id}/rollback */
export const createHandler = (deps: HttpDeps & RollBackDeps) =>
  httpFunction(deps, [
    command(rollback, async ({ path, body }, caller) => {
      const request = {
        changesetId: path.changeset_id,
        ...(body.reason && { reason: body.reason }),
        partial: body.partial,
        ...(body.revision_hash && { revisionHash: body.revision_hash }),
      };
      if (body.dry_run) return justAnswer(present(await planRollBack(deps, caller, request), true));
      const decision = await rollBackChangeset(deps, caller, request);
      return mapResponse(decision, (plan) => present(plan, false));
    }),
  ]);

function present({ changeset, complexity, obstacles }: PlannedRollBack, dryRun: boolean) {
  const { id, rollback_of, status, revision_hash, changes, risk, policy } = changeset;
  const body = {
    dry_run: dryRun,
    changeset_id: dryRun ? null : id,
    rollback_of: rollback_of ?? '',
    status,
    complexity,
    cannot_undo: obstacles.map(({ entity_id }) => entity_id),
    obstacles: [...obstacles],
    revision_hash,
    changes: presentChanges(changes),
    changes_total: countChanges(changeset),
    changes_applied: status === 'applied' ? countChanges(changeset) : 0,
    risk,
    policy,
    approvals: approvalsOf(changeset),
  };
  return answerAbout(changeset, body);
}
