import type { Caller } from '#shared/http/caller.ts';
import type { ApprovalDeps } from './deps.ts';
import { byId, type FindChangeset } from './open-changeset.ts';
import { approvalsOf, changesetIdOf } from './present.ts';

/**
 * The changeset that an approval belongs to; undefined where it asks for no such one. A decision takes
 * the next open level, so that the first, and the changeset itself, name any of them.
 */
export const byApproval =
  (deps: Pick<ApprovalDeps, 'table'>, caller: Caller, approvalId: string): FindChangeset =>
  async () => {
    const found = await byId(deps, caller, changesetIdOf(approvalId))();
    if (!found) return undefined;
    const levels = approvalsOf(found).map(({ approval_id }) => approval_id);
    return [found.id, `${found.id}~1`, ...levels].includes(approvalId) ? found : undefined;
  };
