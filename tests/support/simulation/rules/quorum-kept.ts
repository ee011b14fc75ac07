import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset, DecisionRecord } from '#shared/changesets/changeset.ts';
import { revisionHash } from '#shared/changesets/changeset.ts';
import type { ApproverSet } from '#shared/tenants/approval-policy.ts';
import { isApprover, type Person } from '#shared/tenants/person.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Step, Transaction } from '../machinery/transaction.ts';
import { PeopleKnown } from './people-known.ts';
import { demandOf, PoliciesKnown } from './policies-known.ts';
import { must } from './violation.ts';

/**
 * Nothing is applied that was not decided: by as many people as the policy of this moment and the one
 * it was submitted under ask for, on exactly the content that is applied, none of whom asked for it or
 * put a value into it, each of whom was an approver when they decided and is one that both policies ask
 * when it is applied. Whoever asked for it alone applies it alone; and no decision comes too late.
 */
export class QuorumKept {
  readonly #storage: Storage;
  readonly #people = new PeopleKnown();
  readonly #policies = new PoliciesKnown();
  /** Version of the policy that each changeset was submitted under. */
  readonly #submitted = new Map<string, number>();
  /** Changesets that were put before others. */
  readonly #asked = new Set<string>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async see(transaction: Transaction): Promise<void> {
    for (const step of transaction.steps) await this.#judge(transaction, step);
    this.#people.see(transaction);
    this.#policies.see(transaction);
  }

  async #judge(transaction: Transaction, step: Step): Promise<void> {
    const { before, after } = step;
    const { tenant } = transaction;
    const name = `${tenant} ${after.id}`;
    if (!before) this.#submitted.set(name, after.policy.version);
    const known = before?.revision === after.revision ? before.decisions.length : 0;
    for (const decided of after.decisions.slice(known)) {
      this.#requireApprover(transaction, after, decided);
      requireInTime(step, decided);
    }
    const isApplied = after.status === 'applied' || after.status === 'applying';
    const isNew = isApplied && before?.status !== 'applying' && before?.status !== after.status;
    if (isNew) await this.#requireDecided(transaction, after);
    if (after.status === 'pending_approval' && after.policy.name !== 'auto') this.#asked.add(name);
  }

  async #requireDecided(transaction: Transaction, after: Changeset): Promise<void> {
    const { tenant } = transaction;
    const whole = await wholeChangeset(this.#storage.bodies, tenant, after);
    must(revisionHash(whole) === after.revision_hash, () => `${after.id} is not what was decided`);
    const version = this.#policies.versionOf(tenant);
    must(
      after.policy.version === version,
      () => `${after.id} was applied by policy ${after.policy.version} of ${version}`,
    );
    this.#requireQuorum(transaction, whole);
  }

  #requireQuorum(transaction: Transaction, changeset: Changeset): void {
    const { tenant } = transaction;
    const name = `${tenant} ${changeset.id}`;
    const mayBeAuto = changeset.editors.length === 0 && !this.#asked.has(name);
    const versions = [this.#submitted.get(name) ?? 0, this.#policies.versionOf(tenant)];
    const demands = versions.map((version) =>
      demandOf(this.#policies.policyOf(tenant, version), changeset, mayBeAuto),
    );
    const agreed = approversOf(changeset).filter((who) =>
      this.#people
        .asKnownTo(transaction, who)
        .some((known) => isApprover(known) && demands.every(({ of }) => isIn(of, known))),
    );
    const needed = Math.max(...demands.map(({ approvals }) => approvals));
    must(
      new Set(agreed).size >= needed,
      () => `${changeset.id} was applied with ${new Set(agreed).size} of ${needed} approvals`,
    );
  }

  #requireApprover(transaction: Transaction, { id }: Changeset, { approver }: DecisionRecord) {
    const couldBe = this.#people.asKnownTo(transaction, approver.user_id).some(isApprover);
    must(couldBe, () => `${approver.user_id} decided about ${id} and is no approver`);
  }
}

/** Whose approval of this content counts, as far as the changeset tells. */
const approversOf = ({ decisions, revision_hash, requester, editors }: Changeset): string[] =>
  decisions
    .filter((each) => each.decision === 'approve' && each.revision_hash === revision_hash)
    .map(({ approver }) => approver.user_id)
    .filter((who) => [requester, ...editors].every(({ user_id }) => user_id !== who));

const isIn = (set: ApproverSet | undefined, { user_id, roles }: Person): boolean =>
  set === undefined ||
  set.people.includes(user_id) ||
  set.roles.some((role) => roles.includes(role) || roles.includes('admin'));

function requireInTime({ before, after }: Step, { at }: DecisionRecord): void {
  const expiry = before?.timers.find(({ kind }) => kind === 'expire')?.at;
  must(expiry === undefined || at < expiry, () => `${after.id} was decided after it had expired`);
}
