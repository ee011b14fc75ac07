import * as z from 'zod';
import { type ApplyInBatchesDeps, applyInBatches } from '#shared/approvals/apply-in-batches.ts';
import { decideChangeset } from '#shared/approvals/decide-changeset.ts';
import type { ApprovalDeps } from '#shared/approvals/deps.ts';
import { type EditChangeset, editChangeset } from '#shared/approvals/edit-changeset.ts';
import { fireTimers } from '#shared/approvals/fire-timers.ts';
import { byId } from '#shared/approvals/open-changeset.ts';
import { NO_EFFECTS } from '#shared/approvals/origins.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { rebaseChangeset } from '#shared/approvals/rebase-changeset.ts';
import { type RollBackDeps, rollBackChangeset } from '#shared/approvals/roll-back-changeset.ts';
import type { DecideChangeset } from '#shared/approvals/situation.ts';
import { submitChangeset } from '#shared/approvals/submit-changeset.ts';
import { type Change, changeTo } from '#shared/changesets/change.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { findChangeset, putChangeset } from '#shared/changesets/changeset-store.ts';
import type { Resolutions } from '#shared/changesets/rebase-changes.ts';
import type { Caller } from '#shared/http/caller.ts';
import type { Role } from '#shared/http/roles.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import { findStates } from '#shared/resources/resource-store.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { logger } from '#shared/runtime/logger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import type { Decision } from '#shared/store/decision.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import type { Table } from '#shared/store/table.ts';
import { changePerson, type PersonChange } from '#shared/tenants/change-people.ts';
import { changeSettings } from '#shared/tenants/change-settings.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { putPerson } from '#shared/tenants/people-store.ts';
import type { Person } from '#shared/tenants/person.ts';
import type { SettingsChange } from '#shared/tenants/settings.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { InMemoryChangeBodies } from '../changesets/in-memory-change-bodies.ts';
import { InMemoryDueIndex } from '../in-memory-due-index.ts';
import { InMemoryTable } from '../in-memory-table.ts';
import { VirtualClock } from '../virtual-clock.ts';

const told = z.object({ data: z.unknown() });

export const TENANT = trustedTenant('acme');

export const callerOf = (name: string, roles: readonly Role[] = ['approver']): Caller => ({
  tenant: TENANT,
  userId: name,
  email: `${name}@acme.example`,
  roles,
  correlationId: `by-${name}`,
  sourceIp: '192.0.2.1',
});

const approver = (name: string, roles: Person['roles'] = ['approver']) =>
  putPerson(
    {
      user_id: name,
      email: `${name}@acme.example`,
      name,
      roles,
      language: 'en',
      active: true,
      managed: true,
      version: 1,
    },
    0,
  );

/**
 * A tenant with these approvers, in memory, and what its people do.
 * @param around lets a test stand between the use cases and the table
 */
export async function approvalWorld(
  approvers: readonly string[],
  around: (table: Table) => Table = (table) => table,
) {
  const storage = new InMemoryDueIndex(new InMemoryTable());
  await storage.transact(
    TENANT,
    approvers.map((name) => approver(name)),
  );
  const table = around(storage);
  const clock = new VirtualClock();
  const bodies = new InMemoryChangeBodies();
  const kit = { table, clock, pause: async () => {} };
  const instance = () => {
    const people = new PeopleDirectory(kit);
    const policies = new SettingsStore(table, clock);
    const origins = {
      whenApplied: () => NO_EFFECTS,
      requireAwaited: async () => {},
      whenReturned: async () => NO_EFFECTS,
    };
    return { ...kit, people, policies, origins, bodies, ids: randomIds };
  };
  const deps = instance();

  const carryOut = async <Response>(caller: Caller, decision: Decision<Response>) => {
    const actor = { id: caller.userId };
    const { tenant, correlationId } = caller;
    const done = await commit(kit, { tenant, actor, correlationId }, decision);
    if (done.kind !== 'done') throw new Error('Nothing is replayed here');
    return done.response;
  };

  const propose = async (
    requester: string,
    changes: readonly Change[],
    mayApprove = true,
    id: string = randomIds.uuid(),
  ) =>
    proposeChangeset(
      {
        id,
        title: 'Changes',
        origin: 'template',
        requester: { user_id: requester, email: '', may_approve: mayApprove },
        changes,
        at: clock.now(),
      },
      await deps.policies.current(TENANT),
    );

  const decideAs = async (
    caller: Caller,
    { id }: Pick<Changeset, 'id'>,
    command: DecideChangeset = { decision: 'approve' },
    by: ApprovalDeps = deps,
  ) => carryOut(caller, await decideChangeset(by, caller, byId(by, caller, id), command));

  const setSettings = async (change: SettingsChange) => {
    const caller = callerOf('root', ['admin']);
    return carryOut(caller, await changeSettings(instance(), caller, change));
  };

  const read = async (id: string): Promise<Changeset> => {
    const changeset = await findChangeset(storage, TENANT, id);
    if (!changeset) throw new Error('There is no such changeset');
    return changeset;
  };

  return {
    ...deps,
    /** Commits what a use case decided. */
    carryOut,
    /** Another warm instance of the same function, with copies of its own. */
    instance,
    /** Puts changes before the tenant's policy, as a deployment does. */
    async submit(requester: string, changes: readonly Change[], mayApprove = true) {
      const settings = await deps.policies.current(TENANT);
      const changeset = await propose(requester, changes, mayApprove);
      const decision = await submitChangeset(deps, callerOf(requester), changeset, settings);
      return carryOut(callerOf(requester), decision);
    },
    /** Leaves changes in `proposed`, as a finished conversation does. */
    async draft(requester: string, changes: readonly Change[], mayApprove = false, id?: string) {
      const changeset = await propose(requester, changes, mayApprove, id);
      await storage.transact(TENANT, [putChangeset(changeset)]);
      return changeset;
    },
    decide: (
      name: string,
      changeset: Pick<Changeset, 'id'>,
      command?: DecideChangeset,
      by?: ApprovalDeps,
    ) => decideAs(callerOf(name), changeset, command, by),
    decideAs,
    /** Puts a changeset in the place of what is there, as nobody could. */
    async put(changeset: Changeset) {
      const { version } = await read(changeset.id);
      await storage.transact(TENANT, [putChangeset({ ...changeset, version })]);
    },
    async rollBack(
      name: string,
      { id }: Pick<Changeset, 'id'>,
      { partial = false, by = deps }: { partial?: boolean; by?: RollBackDeps } = {},
    ) {
      const command = { changesetId: id, partial };
      const decision = await rollBackChangeset(by, callerOf(name), command);
      return (await carryOut(callerOf(name), decision)).changeset;
    },
    /** What waits for a time. */
    waiting: storage,
    /** Does what the queue does about a changeset that is being applied. */
    async work(
      { id, revision }: Pick<Changeset, 'id' | 'revision'>,
      by: Partial<ApplyInBatchesDeps> = {},
    ) {
      const address = { changeset_id: id, revision };
      await applyInBatches({ ...deps, ...by }, TENANT, address, logger);
    },
    /** One run of the schedule. */
    fireTimers: (by: ApprovalDeps = deps) => fireTimers({ ...kit, ...by, waiting: storage }),
    async edit(
      name: string,
      { id: changesetId }: Pick<Changeset, 'id'>,
      edit: Partial<EditChangeset>,
    ) {
      const nothing = { removals: [], modifications: {}, additions: [] };
      const command = { ...nothing, ...edit, changesetId };
      return carryOut(callerOf(name), await editChangeset(deps, callerOf(name), command));
    },
    async rebase(
      name: string,
      { id: changesetId }: Pick<Changeset, 'id'>,
      resolutions: Resolutions = {},
    ) {
      const command = { changesetId, resolutions };
      return carryOut(callerOf(name), await rebaseChangeset(deps, callerOf(name), command));
    },
    /** Somebody comes to the tenant. */
    hire: (name: string, roles: Person['roles']) =>
      storage.transact(TENANT, [approver(name, roles)]),
    /** An admin changes somebody's roles, or sends them away, or lets them come back. */
    async become(name: string, change: Pick<PersonChange, 'roles' | 'active'>) {
      const caller = callerOf('root', ['admin']);
      return carryOut(caller, await changePerson(deps, caller, { userId: name, ...change }));
    },
    setPolicy: (approval_policy: SettingsChange['approval_policy']) =>
      setSettings({ approval_policy }),
    setSettings,
    /** The steps from what there is to what is wanted. */
    async planned(...drafts: readonly ResourceDraft[]): Promise<readonly Change[]> {
      const existing = await findStates(storage, TENANT, drafts.map(entityIdOf));
      return drafts.flatMap((draft, index) => changeTo(draft, existing[index]) ?? []);
    },
    read,
    /** How often each changed resource has been written. */
    async versions(...changes: readonly Change[]) {
      const ids = changes.map(({ entity_id }) => entity_id);
      return (await findStates(storage, TENANT, ids)).map(({ data, version }) =>
        data ? version : undefined,
      );
    },
    async resources(...drafts: readonly ResourceDraft[]) {
      const found = await findStates(storage, TENANT, drafts.map(entityIdOf));
      return found.map(({ data }) => data ?? undefined);
    },
    events: () => storage.waitingIn(OUTBOX_QUEUE).map(({ item }) => String(item['detail_type'])),
    /** What the events of this name say, oldest first. */
    told: (name: string): readonly unknown[] =>
      storage
        .waitingIn(OUTBOX_QUEUE)
        .map(({ item }) => z.object({ detail_type: z.string(), detail: told }).parse(item))
        .filter(({ detail_type }) => detail_type === name)
        .map(({ detail }) => detail.data),
  };
}

export type ApprovalWorld = Awaited<ReturnType<typeof approvalWorld>>;
