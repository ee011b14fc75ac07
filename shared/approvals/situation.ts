import type { Change } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { VersionedSettings } from '#shared/tenants/settings.ts';
import type { ApprovalDeps } from './deps.ts';
import { type PersonalDecision, withDecision } from './personal-decision.ts';

/** What one person decides about one changeset. */
export interface DecideChangeset extends PersonalDecision {
  /** The revision the person saw; decisions about another one are refused. */
  readonly revisionHash?: string;
  /** Where none is named: whether they saw what the conversation presented, and their own revisions of it. */
  readonly asPresented?: boolean;
  /** What the person makes of the changes. @default as they are */
  readonly edit?: (changes: readonly Change[]) => Edited;
}

export interface Edited {
  readonly changes: readonly Change[];
  /** Whether values were changed, which makes the person an editor; leaving items out does not. */
  readonly byValue: boolean;
}

/** A decision, and everything it is made on. */
export interface Situation {
  readonly deps: ApprovalDeps;
  readonly caller: Caller;
  readonly changeset: Changeset;
  readonly settings: VersionedSettings;
  readonly command: DecideChangeset;
  /** The moment of the decision: what had not run out then has not run out for it. */
  readonly at: Date;
}

/** The changeset with the decision among those about its revision. */
export const decidedBy = ({ caller, command, at }: Situation, changeset: Changeset): Changeset =>
  withDecision(changeset, caller, command, at);
