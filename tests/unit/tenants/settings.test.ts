import { beforeEach, describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { commit } from '#shared/store/commit.ts';
import { changeSettings } from '#shared/tenants/change-settings.ts';
import { DEFAULT_SETTINGS, type SettingsChange, settingsChange } from '#shared/tenants/settings.ts';
import { policyUnchanged, putSettings, SettingsStore } from '#shared/tenants/settings-store.ts';
import { callerOf, TENANT } from '#tests/support/approvals/approval-world.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

class CountedTable extends InMemoryTable {
  reads = 0;
  override get(...key: Parameters<InMemoryTable['get']>) {
    this.reads += 1;
    return super.get(...key);
  }
}

let table: CountedTable;
let clock: VirtualClock;
let store: SettingsStore;
beforeEach(() => {
  table = new CountedTable();
  clock = new VirtualClock();
  store = new SettingsStore(table, clock);
});

async function change(what: SettingsChange) {
  const caller = callerOf('root', ['admin']);
  const decision = await changeSettings({ policies: store }, caller, what);
  const { tenant, correlationId } = caller;
  const command = { tenant, actor: { id: 'root' }, correlationId };
  return commit({ table, clock, pause: async () => {} }, command, decision);
}

describe('settings', () => {
  it('are the defaults while the tenant has set nothing', async () => {
    expect(await store.current(TENANT)).toEqual({
      version: 0,
      policyVersion: 0,
      settings: DEFAULT_SETTINGS,
    });
  });

  it('change in the parts that are given, as a new version', async () => {
    await change({ language: 'de', approval_policy: { quorum: 3 } });
    await change({ budgets: { monthly_cents: 12.5 } });
    const { version, settings } = await store.fresh(TENANT);
    expect(version).toBe(2);
    expect(settings).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'de',
      approval_policy: { ...DEFAULT_SETTINGS.approval_policy, quorum: 3 },
      budgets: { ...DEFAULT_SETTINGS.budgets, monthly_cents: 12.5 },
    });
  });

  it('lose nothing when two admins change them at once', async () => {
    await Promise.all([change({ language: 'de' }), change({ pii_policy: 'mask' })]);
    expect(await store.fresh(TENANT)).toMatchObject({
      version: 2,
      settings: { language: 'de', pii_policy: 'mask' },
    });
  });

  it.each<[string, z.input<typeof settingsChange>['approval_policy'], string]>([
    ['who decides alone, and who decides by two', { auto_below: 0.8 }, 'auto_below'],
    ['a level that names nobody', { approvers: { single: {} } }, 'approvers/single'],
    [
      'fewer names than the quorum',
      { quorum: 3, approvers: { two_person: { people: ['ana', 'bob'] } } },
      'approvers/two_person/people',
    ],
    [
      'somebody named twice',
      { approvers: { two_person: { people: ['ana', 'bob', ' ANA '] } } },
      'approvers/two_person/people/2',
    ],
    [
      'a reminder when it was handed on already',
      { reminder_after_seconds: 100, escalate_after_seconds: 100 },
      'reminder_after_seconds',
    ],
    [
      'an end before it is handed on',
      { reminder_after_seconds: 60, escalate_after_seconds: 200, expire_after_seconds: 200 },
      'escalate_after_seconds',
    ],
  ])('cannot contradict themselves: %s', async (_, approval_policy, pointer) => {
    const parsed = settingsChange.parse({ approval_policy });
    await expect(change(parsed)).rejects.toMatchObject({
      code: 'validation_failed',
      extensions: { errors: [{ pointer: `/approval_policy/${pointer}` }] },
    });
  });

  it('let go of nothing else where the policy is of a time that asked for less', async () => {
    const { approval_policy } = DEFAULT_SETTINGS;
    const old = { ...approval_policy, escalate_after_seconds: 90 * 3600 };
    const settings = { ...DEFAULT_SETTINGS, approval_policy: old };
    await table.transact(TENANT, putSettings({ version: 1, policyVersion: 1, settings }));
    await change({ language: 'de' });
    expect((await store.fresh(TENANT)).settings).toMatchObject({ language: 'de' });
    await expect(change({ approval_policy: { quorum: 3 } })).rejects.toMatchObject({
      code: 'validation_failed',
    });
  });

  it('may name people and roles together, and take the names back', async () => {
    const two_person = { roles: ['admin' as const], people: ['ana'] };
    await change({ approval_policy: { approvers: { two_person } } });
    await change({ approval_policy: { quorum: 3, veto: 'majority' } });
    const named = await store.fresh(TENANT);
    expect(named.settings.approval_policy).toMatchObject({
      approvers: { two_person },
      quorum: 3,
      veto: 'majority',
    });
    await change({ approval_policy: { approvers: {} } });
    const { settings } = await store.fresh(TENANT);
    expect(settings.approval_policy).toMatchObject({ approvers: {}, veto: 'majority' });
  });

  it('are read once per instance and half a minute', async () => {
    for (let n = 0; n < 5; n++) await store.current(TENANT);
    expect(table.reads).toBe(1);
    clock.passSeconds(31);
    await store.current(TENANT);
    expect(table.reads).toBe(2);
  });

  it('are held from a fresh look on', async () => {
    await store.current(TENANT);
    await change({ language: 'de' });
    table.reads = 0;
    expect((await store.fresh(TENANT)).version).toBe(1);
    expect((await store.current(TENANT)).version).toBe(1);
    expect(table.reads).toBe(1);
  });

  it('have a policy with a version of its own, which nothing else moves', async () => {
    await change({ language: 'de' });
    const before = await store.fresh(TENANT);
    expect(before).toMatchObject({ version: 1, policyVersion: 0 });
    await table.transact(TENANT, [policyUnchanged(before)]);
    await change({ approval_policy: { quorum: 3 } });
    await change({ approval_policy: { quorum: 3 }, budgets: { monthly_cents: 5 } });
    const after = await store.fresh(TENANT);
    expect(after).toMatchObject({ version: 3, policyVersion: 1 });
    await change({ language: 'fr' });
    await table.transact(TENANT, [policyUnchanged(after)]);
  });

  it('that become what they are already are not written', async () => {
    await change({ language: 'de' });
    await change({ language: 'de', approval_policy: {}, budgets: { monthly_cents: 10_000 } });
    expect(await store.fresh(TENANT)).toMatchObject({ version: 1, policyVersion: 0 });
  });

  it('let a transaction through only while the policy is what it was decided with', async () => {
    const before = await store.current(TENANT);
    await table.transact(TENANT, [policyUnchanged(before)]);
    await change({ approval_policy: { quorum: 3 } });
    await expect(table.transact(TENANT, [policyUnchanged(before)])).rejects.toThrow('refused');
    await table.transact(TENANT, [policyUnchanged(await store.fresh(TENANT))]);
  });
});
