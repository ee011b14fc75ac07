import { byApproval } from '#shared/approvals/by-approval.ts';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { countedApprovals } from '#shared/approvals/policy.ts';
import { answerAbout } from '#shared/approvals/present-application.ts';
import { conditionsOf } from '#shared/approvals/present-decisions.ts';
import type { DecideChangeset } from '#shared/approvals/situation.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { modifyChanges } from '#shared/changesets/edit-changes.ts';
import { command } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import type { RouteInput } from '#shared/http/route.ts';
import { mapResponse } from '#shared/store/decision.ts';
import { decide } from './contract.ts';
import { forBrowsers } from './for-browsers.ts';
import { type LinkDeps, linkEndpoints } from './link-endpoints.ts';

/** POST /approvals/{approval_id}/decide, and the links in mails that decide. */
export const createHandler = (deps: HttpDeps & LinkDeps) =>
  forBrowsers(httpFunction(deps, [decideEndpoint(deps), ...linkEndpoints(deps)]));

const decideEndpoint = (deps: ApprovalDeps) =>
  command(decide, async ({ path, body }, caller) => {
    const find = byApproval(deps, caller, path.approval_id);
    const decision = await decideChangeset(deps, caller, find, toCommand(body));
    return mapResponse(decision, (changeset) =>
      answerAbout(changeset, {
        decision: body.decision,
        approval_id: path.approval_id,
        changeset_id: changeset.id,
        changeset_status: changeset.status,
        changeset_applied: changeset.status === 'applied',
        revision: changeset.revision,
        revision_hash: changeset.revision_hash,
        approval_status: statusOf(changeset),
        conditions: conditionsOf(changeset),
      }),
    );
  });

type Body = RouteInput<typeof decide>['body'];

const toCommand = (body: Body): DecideChangeset => ({
  decision: body.decision,
  ...(body.reason && { reason: body.reason }),
  ...(body.conditions && { conditions: body.conditions }),
  ...(body.revision_hash && { revisionHash: body.revision_hash }),
  ...(Object.keys(body.modifications).length > 0 && {
    edit: (changes) => ({
      changes: modifyChanges(changes, body.modifications, ({ entity_id }) => entity_id),
      byValue: true,
    }),
  }),
});

function statusOf(changeset: Changeset) {
  const required = changeset.policy.required_approvals;
  const approved = countedApprovals(changeset);
  const rejected = changeset.decisions.filter(({ decision }) => decision === 'reject').length;
  return { required, approved, rejected, pending: Math.max(0, required - approved - rejected) };
}
