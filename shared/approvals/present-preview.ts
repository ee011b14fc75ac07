import * as z from 'zod';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { risk } from '#shared/changesets/risk.ts';
import { changeView, policyView, presentChanges } from './present.ts';
import type { Preview } from './preview-changes.ts';
import { missingApprovals } from './quorum.ts';

/** What changes would mean, before anybody has asked for them. */
export const previewView = z.object({
  dry_run: z.literal(true),
  changes: z.array(changeView),
  changes_total: z.int(),
  risk,
  policy: policyView,
  /** Who is missing for the quorum. */
  missing: missingApprovals.nullable().optional(),
  /** Resources that would lose their site or user, which forbids it. */
  blockers: z.array(z.string()).optional(),
});

export const presentPreview = ({
  changes,
  risk: assessed,
  policy,
  missing,
  blockers,
}: Pick<Changeset, 'changes' | 'risk' | 'policy'> & Partial<Preview>): z.input<
  typeof previewView
> => ({
  dry_run: true,
  changes: presentChanges(changes),
  changes_total: changes.length,
  risk: assessed,
  policy,
  ...(missing !== undefined && { missing }),
  ...(blockers && { blockers: [...blockers] }),
});
