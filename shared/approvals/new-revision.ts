import { timersFrom } from '#shared/changesets/approval-timer.ts';
import type { Change } from '#shared/changesets/change.ts';
import { keepBody } from '#shared/changesets/change-bodies.ts';
import { requireWithinLimit } from '#shared/changesets/change-limit.ts';
import {
  type Changeset,
  type PersonRef,
  type Revising,
  revised,
} from '#shared/changesets/changeset.ts';
import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import { distinct, samePerson } from './approvers.ts';
import type { ApprovalDeps } from './deps.ts';
import { judgeOnConfiguration } from './judge-changes.ts';
import { askerOf } from './judge-open.ts';

export interface Revision {
  readonly changes: readonly Change[];
  readonly settings: VersionedSettings;
  readonly kind: Revising['kind'];
  readonly by: PersonRef | null;
  /** Whether values of that person are in it, so that their word counts for nothing from now on. */
  readonly byValue: boolean;
  /** What the person said to it. */
  readonly said?: Pick<Revising, 'reason' | 'conditions'>;
}

const NOTHING_SAID = { reason: null, conditions: null };

/**
 * Other changes, or another policy, make a new revision: risk and policy judged afresh, the timers
 * started anew, and no decisions yet. Whoever writes it keeps the one before (`keepRevision`).
 * @throws ValidationError for too many changes, InvalidStateError for other changes of a roll-back
 */
export async function newRevision(
  { table, clock, bodies }: Pick<ApprovalDeps, 'table' | 'clock' | 'bodies'>,
  tenant: Tenant,
  changeset: Changeset,
  { changes, settings, kind, by, byValue, said = NOTHING_SAID }: Revision,
): Promise<Changeset> {
  if (changeset.rollback_of && kind !== 'policy') throw notEditable();
  requireWithinLimit(changes);
  const at = clock.now();
  const editors = by && byValue ? editorsWith(changeset, by) : changeset.editors;
  const asker = askerOf({ ...changeset, editors });
  const judged = await judgeOnConfiguration({ table }, tenant, changes, asker, settings);
  const revision = revised(
    changeset,
    {
      ...judged,
      changes: [...changes],
      revision: changeset.revision + 1,
      revised: { kind, by, at: at.toISOString(), ...said },
      editors,
      revisers: by ? distinct([...changeset.revisers, by]) : changeset.revisers,
      decisions: [],
      timers: timersFrom(at, settings.settings.approval_policy),
    },
    at,
  );
  return keepBody(bodies, tenant, revision);
}

const notEditable = () =>
  new InvalidStateError('A roll-back takes back exactly what was applied; it cannot be revised');

/** Everybody but the requester who has put values in, and now this person. */
export function editorsWith(
  { requester, editors }: Pick<Changeset, 'requester' | 'editors'>,
  person: PersonRef,
): PersonRef[] {
  const isKnown = [requester, ...editors].some((known) => samePerson(known, person));
  return isKnown ? editors : [...editors, person];
}
