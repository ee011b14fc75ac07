import * as z from 'zod';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { risk } from '#shared/changesets/risk.ts';
import { threeWayDiff } from '#shared/changesets/three-way.ts';
import { changeView, policyView, presentChanges } from './present.ts';
import type { Preview } from './preview-changes.ts';
import { missingApprovals } from './quorum.ts';

/** What changes would mean, before anybody has asked for them. */
export const previewView = z.object({
  dry_run: z.literal(true),
  /** The revision of a draft that it starts from, which an approval of it names. */
  revision: z.int().optional(),
  revision_hash: z.string().optional(),
  changes: z.array(changeView),
  changes_total: z.int(),
  risk,
  policy: policyView,
  /** Who is missing for the quorum. */
  missing: missingApprovals.nullable().optional(),
  /** What forbids it: resources that would lose their site or user, sites and users that are not there. */
  blockers: z.array(z.string()).optional(),
  /** Where the configuration has moved on, of a stale changeset. */
  conflicts: z.array(threeWayDiff).optional(),
});

export const presentPreview = ({
  changes,
  risk: assessed,
  policy,
  missing,
  blockers,
  conflicts,
  revision,
  revision_hash,
}: Pick<Changeset, 'changes' | 'risk' | 'policy'> &
  Partial<Preview & Pick<Changeset, 'revision' | 'revision_hash'>>): z.input<
  typeof previewView
> => ({
  dry_run: true,
  changes: presentChanges(changes),
  changes_total: changes.length,
  risk: assessed,
  policy,
  ...(revision_hash && { revision, revision_hash }),
  ...(missing !== undefined && { missing }),
  ...(blockers && { blockers: [...blockers] }),
  ...(conflicts && { conflicts: [...conflicts] }),
});
