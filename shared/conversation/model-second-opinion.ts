import {
  checkDraftWithModel,
  type ModelCheckerDeps,
} from '#shared/recommendations/model-checker.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import { within } from '#shared/runtime/within.ts';
import type { SecondOpinion } from './draft-session.ts';
import { patienceLeftMs } from './turn-patience.ts';

export interface ModelSecondOpinionDeps extends ModelCheckerDeps {
  readonly clock: Clock;
}

/** A model as the second judge of drafts, for as long as the turn still has patience. */
export const modelSecondOpinion = (deps: ModelSecondOpinionDeps): SecondOpinion => ({
  findings: async (tenant, draft, since) => {
    const leftMs = patienceLeftMs(since, deps.clock.now());
    const check = await within(leftMs, checkDraftWithModel(deps, tenant, draft, leftMs));
    return check?.kind === 'checked' ? check.findings : [];
  },
});
