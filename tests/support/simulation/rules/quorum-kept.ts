import { wholeChangeset } from '#shared/changesets/change-bodies.ts';
import type { Changeset, DecisionRecord } from '#shared/changesets/changeset.ts';
import { revisionHash } from '#shared/changesets/changeset.ts';
import { isApprover, type Person, person } from '#shared/tenants/person.ts';
import { DEFAULT_SETTINGS, type Settings, settings } from '#shared/tenants/settings.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Step, Transaction } from '../machinery/transaction.ts';
import { must } from './violation.ts';

/** How long an instance may rely on what it has read of people, with how wrong its clock may be. */
const HELD_MS = 30_000;

interface PersonSince {
  readonly sinceMs: number;
  readonly person: Person;
}

/**
 * Nothing is applied that was not decided: by as many people as the policy of this moment asks for, on
 * exactly the content that is applied, none of whom asked for it or put a value into it, and each of
 * whom was an approver when they decided.
 */
export class QuorumKept {
  readonly #storage: Storage;
  readonly #people = new Map<string, PersonSince[]>();
  readonly #policies = new Map<string, { version: number; settings: Settings }>();

  constructor(storage: Storage) {
    this.#storage = storage;
  }

  async see(transaction: Transaction): Promise<void> {
    for (const step of transaction.steps) await this.#judge(transaction, step);
    this.#learn(transaction);
  }

  async #judge(transaction: Transaction, step: Step): Promise<void> {
    const { before, after } = step;
    const known = before?.revision === after.revision ? before.decisions.length : 0;
    for (const decided of after.decisions.slice(known))
      this.#requireApprover(transaction, after, decided);
    const isApplied = after.status === 'applied' || after.status === 'applying';
    if (!isApplied || before?.status === 'applying' || before?.status === after.status) return;
    const { tenant } = transaction;
    const whole = await wholeChangeset(this.#storage.bodies, tenant, after);
    must(revisionHash(whole) === after.revision_hash, () => `${after.id} is not what was decided`);
    this.#requireQuorum(tenant, whole);
  }

  #requireQuorum(tenant: string, changeset: Changeset): void {
    const { version, settings: now } = this.#policies.get(tenant) ?? {
      version: 0,
      settings: DEFAULT_SETTINGS,
    };
    const { id, policy, requester, editors, decisions, revision_hash } = changeset;
    must(
      policy.version === version,
      () => `${id} was applied by policy ${policy.version} of ${version}`,
    );
    const agreed = decisions
      .filter((each) => each.decision === 'approve' && each.revision_hash === revision_hash)
      .map(({ approver }) => approver.user_id)
      .filter(
        (who) => who !== requester.user_id && editors.every(({ user_id }) => user_id !== who),
      );
    const needed = approvalsNeeded(now, changeset);
    must(
      new Set(agreed).size >= needed,
      () => `${id} was applied with ${new Set(agreed).size} of ${needed} approvals`,
    );
  }

  #requireApprover({ by, tenant, atMs }: Transaction, { id }: Changeset, decided: DecisionRecord) {
    const history = this.#people.get(`${tenant} ${decided.approver.user_id}`) ?? [];
    const fromMs = by.busySinceMs - HELD_MS;
    const couldBe = history.some(
      ({ sinceMs, person: then }, index) =>
        isApprover(then) && sinceMs <= atMs && (history[index + 1]?.sinceMs ?? atMs) >= fromMs,
    );
    must(couldBe, () => `${decided.approver.user_id} decided about ${id} and is no approver`);
  }

  #learn(transaction: Transaction): void {
    const { tenant, atMs } = transaction;
    for (const { after } of transaction.in('PEOPLE')) {
      if (!after) continue;
      const now = person.parse(after);
      const name = `${tenant} ${now.user_id}`;
      this.#people.set(name, [...(this.#people.get(name) ?? []), { sinceMs: atMs, person: now }]);
    }
    for (const { after } of transaction.in('SETTINGS'))
      this.#policies.set(tenant, {
        version: Number(after?.['policy_version']),
        settings: settings.parse(after?.['settings']),
      });
  }
}

/** PRODUCT section 4, said once more. */
function approvalsNeeded({ approval_policy: policy }: Settings, changeset: Changeset): number {
  const { changes, risk, requester } = changeset;
  const deletesSite = changes.some(
    (step) => step.entity_type === 'site' && step.operation === 'delete',
  );
  const isMuch = changes.length > policy.two_person_over_changes;
  if (deletesSite || isMuch || risk.score >= policy.two_person_from) return policy.quorum;
  return risk.score < policy.auto_below && requester.may_approve ? 0 : 1;
}
