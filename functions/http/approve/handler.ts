import {
  approveRecommendations,
  previewApproval,
} from '#shared/approvals/approve-recommendations.ts';
import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { presentDecided } from '#shared/approvals/present.ts';
import { answerAbout } from '#shared/approvals/present-application.ts';
import { presentPreview } from '#shared/approvals/present-preview.ts';
import { command, ok } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import type { RouteInput } from '#shared/http/route.ts';
import { justAnswer, mapResponse } from '#shared/store/decision.ts';
import { approve } from './contract.ts';

/** POST /recommendations/approve */
export const createHandler = (deps: HttpDeps & ApprovalDeps) =>
  httpFunction(deps, [
    command(approve, async ({ body }, caller) => {
      const request = toCommand(body);
      if (body.dry_run) {
        const preview = await previewApproval(deps, caller, request);
        return justAnswer(ok(presentPreview(preview)));
      }
      const decision = await approveRecommendations(deps, caller, request);
      return mapResponse(decision, (changeset) =>
        answerAbout(changeset, presentDecided(changeset, caller.correlationId)),
      );
    }),
  ]);

const toCommand = (body: RouteInput<typeof approve>['body']) => ({
  sessionId: body.session_id,
  ...(body.approved_items && { approvedItems: body.approved_items }),
  rejectedItems: body.rejected_items,
  reasons: body.reasons,
  modifications: body.modifications,
  ...(body.revision_hash && { revisionHash: body.revision_hash }),
});
