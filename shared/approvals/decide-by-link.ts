import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import { type Changeset, type PersonRef, UNDECIDED } from '#shared/changesets/changeset.ts';
import type { Caller, Claims } from '#shared/http/caller.ts';
import { ForbiddenError } from '#shared/runtime/app-error.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import { findPerson } from '#shared/tenants/people-store.ts';
import { isApprover } from '#shared/tenants/person.ts';
import { hasDecided, mayCount } from './approvers.ts';
import { decideChangeset } from './decide-changeset.ts';
import type { DecisionLink } from './decision-link.ts';
import type { ApprovalDeps } from './deps.ts';
import { asKnownTo } from './known-as.ts';
import { byId, requireFound } from './open-changeset.ts';

/** A link with what it is about, as it is now. */
export interface LinkedDecision {
  readonly link: DecisionLink;
  readonly email: string;
  readonly changeset: Changeset;
  /** Why the link decides nothing any more; undefined while it does. */
  readonly obstacle: string | undefined;
}

/** What whoever follows a link says with the decision; empty where nothing is said. */
export interface Said {
  readonly reason: string;
  readonly conditions: string;
}

/**
 * Whom a link was made for, with the roles that the directory gives today: a link outlives neither the
 * person's place in the tenant nor the role. @throws ForbiddenError
 */
export async function holderOf(table: Table, { tenant, userId }: DecisionLink): Promise<Claims> {
  const person = await findPerson(table, tenant, userId);
  if (!person?.active || !isApprover(person))
    throw new ForbiddenError('Whoever this link was made for may not decide any more');
  return { tenant, userId, email: person.email, roles: person.roles };
}

/** What a link would decide. Reads only. @throws NotFoundError, ForbiddenError */
export async function showLinkedDecision(
  { table, bodies, people }: Pick<ApprovalDeps, 'table' | 'bodies' | 'people'>,
  link: DecisionLink,
): Promise<LinkedDecision> {
  const [found, { email }, directory] = await Promise.all([
    requireFound(byId({ table }, link, link.changesetId)),
    holderOf(table, link),
    people.everybody(link.tenant),
  ]);
  const changeset = await wholeChangeset(bodies, link.tenant, found);
  const holder = asKnownTo(changeset, directory)({ user_id: link.userId, email });
  return { link, email, changeset, obstacle: obstacleTo(changeset, link, holder) };
}

/**
 * The decision that a link stands for, about the very revision it was sent for.
 * @throws whatever `decideChangeset` throws
 */
export async function decideByLink(
  deps: ApprovalDeps,
  caller: Caller,
  link: DecisionLink,
  { reason, conditions }: Said,
): Promise<Decision<Changeset>> {
  return decideChangeset(deps, caller, byId(deps, caller, link.changesetId), {
    decision: link.decision,
    revisionHash: link.revisionHash,
    ...(reason && { reason }),
    ...(conditions && { conditions }),
  });
}

function obstacleTo(changeset: Changeset, { revisionHash }: DecisionLink, holder: PersonRef) {
  if (!UNDECIDED.includes(changeset.status)) return `It is ${changeset.status}.`;
  if (changeset.revision_hash !== revisionHash) return 'It was revised since this mail was sent.';
  if (hasDecided(changeset, holder)) return 'You have decided.';
  if (!mayCount(changeset, holder)) return 'You have asked for it, or edited it.';
  return undefined;
}
