import { beforeEach, describe, expect, it } from 'vitest';
import type { Role } from '#shared/http/roles.ts';
import { ForbiddenError, NotFoundError } from '#shared/runtime/app-error.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import { admitPerson } from '#shared/tenants/admit-person.ts';
import { changePerson, type PersonChange } from '#shared/tenants/change-people.ts';
import { createTenant } from '#shared/tenants/create-tenant.ts';
import { TenantExistsError } from '#shared/tenants/errors.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { listPeople } from '#shared/tenants/people-store.ts';
import { callerOf, TENANT } from '#tests/support/approvals/approval-world.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

let table: InMemoryTable;
let clock: VirtualClock;
let directory: PeopleDirectory;
let reads: number;
beforeEach(() => {
  table = new InMemoryTable();
  clock = new VirtualClock();
  reads = 0;
  const counted = {
    get: (...key: Parameters<InMemoryTable['get']>) => {
      reads += 1;
      return table.get(...key);
    },
    getMany: (...keys: Parameters<InMemoryTable['getMany']>) => table.getMany(...keys),
    query: (...selection: Parameters<InMemoryTable['query']>) => table.query(...selection),
    transact: (...writes: Parameters<InMemoryTable['transact']>) => table.transact(...writes),
  };
  directory = new PeopleDirectory({ table: counted, clock, pause: async () => {} });
});
const kit = () => ({ table, clock, pause: async () => {} });

const claims = (name: string, roles: readonly Role[]) => ({
  tenant: TENANT,
  userId: name,
  email: `${name}@acme.example`,
  roles,
  correlationId: 'request',
  sourceIp: '192.0.2.1',
});
const signIn = (name: string, roles: readonly Role[] = ['member']) =>
  admitPerson(kit(), claims(name, roles));

async function change(what: PersonChange, by = 'root') {
  const caller = callerOf(by, ['admin']);
  const decision = await changePerson({ table }, caller, what);
  const { tenant, correlationId } = caller;
  await commit(kit(), { tenant, actor: { id: by }, correlationId }, decision);
  return decision.response;
}
const people = async () =>
  (await listPeople(table, TENANT)).map(({ user_id, roles }) => [user_id, roles]);
const audit = async () =>
  (await table.query(TENANT, { partition: 'AUDIT' })).found.map(({ item }) => item['action']);

describe('a sign-in', () => {
  it('adds who is new, with the groups of the identity provider', async () => {
    expect(await signIn('ana', ['approver'])).toMatchObject({
      user_id: 'ana',
      email: 'ana@acme.example',
      roles: ['approver'],
      active: true,
      managed: false,
    });
    expect(await audit()).toEqual(['person.added']);
  });

  it('has one effect, however often and however many at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => signIn('ana')));
    await signIn('ana');
    expect(await people()).toEqual([['ana', ['member']]]);
    expect(await audit()).toEqual(['person.added']);
  });

  it('follows the provider’s groups until an admin has set the roles', async () => {
    await signIn('ana', ['member']);
    await signIn('ana', ['approver']);
    expect(await people()).toEqual([['ana', ['approver']]]);
    await change({ userId: 'ana', roles: ['member'] });
    await signIn('ana', ['admin']);
    expect(await people()).toEqual([['ana', ['member']]]);
  });

  it('takes up the invitation under the e-mail address, whatever its case', async () => {
    await change({ email: 'Ana@Acme.example', name: 'Ana', roles: ['approver'], language: 'de' });
    expect(await people()).toEqual([['invited:ana@acme.example', ['approver']]]);
    const ana = await signIn('ana', ['member']);
    expect(ana).toMatchObject({ name: 'Ana', roles: ['approver'], language: 'de', managed: true });
    expect(await people()).toEqual([['ana', ['approver']]]);
  });
});

describe('an invitation', () => {
  it('of somebody who is there already changes that person', async () => {
    await signIn('ana', ['member']);
    await change({ email: 'ana@acme.example', roles: ['approver'] });
    expect(await people()).toEqual([['ana', ['approver']]]);
  });

  it('counts as an approver who can be waited for', async () => {
    await change({ email: 'new@acme.example', roles: ['approver'] });
    expect(await directory.approvers(TENANT)).toHaveLength(1);
    await change({ email: 'new@acme.example', active: false });
    expect(await directory.freshApprovers(TENANT)).toHaveLength(0);
  });
});

describe('an admin', () => {
  it('cannot lock themselves out', async () => {
    await signIn('root', ['admin']);
    await expect(change({ userId: 'root', active: false })).rejects.toBeInstanceOf(ForbiddenError);
    await expect(change({ userId: 'root', roles: ['member'] })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const byMail = { email: 'root@acme.example', active: false };
    await expect(change(byMail)).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('changes only what is said', async () => {
    await signIn('ana', ['approver']);
    expect(await change({ userId: 'ana', language: 'fr' })).toMatchObject({
      roles: ['approver'],
      language: 'fr',
      active: true,
    });
  });

  it('does not find whom there is not', async () => {
    await expect(change({ userId: 'nobody' })).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe('the directory', () => {
  it('admits whom the first verified request brings', async () => {
    expect(await directory.rolesOf(claims('ana', ['member']))).toEqual(['member']);
    expect(await people()).toEqual([['ana', ['member']]]);
  });

  it('is read once per person and half a minute', async () => {
    await directory.rolesOf(claims('ana', ['member']));
    reads = 0;
    for (let n = 0; n < 5; n++) await directory.rolesOf(claims('ana', ['member']));
    expect(reads).toBe(0);
    clock.passSeconds(31);
    await directory.rolesOf(claims('ana', ['member']));
    expect(reads).toBe(1);
  });

  it('gives no role that only the token or only the directory has', async () => {
    await signIn('ana', ['approver', 'member']);
    await change({ userId: 'ana', roles: ['member', 'curator'] });
    const roles = await directory.rolesOf(claims('ana', ['member', 'approver', 'admin']));
    expect(roles).toEqual(['member']);
  });

  it('lets nobody in who was made inactive, within a minute', async () => {
    await directory.rolesOf(claims('ana', ['member']));
    await change({ userId: 'ana', active: false });
    clock.passSeconds(60);
    await expect(directory.rolesOf(claims('ana', ['member']))).rejects.toBeInstanceOf(
      ForbiddenError,
    );
  });

  it('keeps tenants apart', async () => {
    const other = trustedTenant('globex');
    await directory.rolesOf(claims('ana', ['approver']));
    await directory.rolesOf({ ...claims('ana', ['member']), tenant: other });
    expect(await directory.approvers(other)).toEqual([]);
    expect(await directory.approvers(TENANT)).toHaveLength(1);
  });
});

describe('a new tenant', () => {
  const create = async (tenantId: string) => {
    const decision = createTenant(
      { clock },
      { tenantId, name: 'Globex', adminEmail: 'Ann@Globex.example' },
    );
    const operator = { tenant: TENANT, actor: { id: 'operator' }, correlationId: 'c' };
    await commit(kit(), operator, decision);
    return trustedTenant(tenantId);
  };

  it('has its first admin invited', async () => {
    const tenant = await create('globex');
    expect(await listPeople(table, tenant)).toMatchObject([
      { user_id: 'invited:ann@globex.example', roles: ['admin'] },
    ]);
  });

  it('is made once', async () => {
    await create('globex');
    await expect(create('globex')).rejects.toBeInstanceOf(TenantExistsError);
  });
});
