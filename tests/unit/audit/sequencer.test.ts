import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/stream/audit-sequencer/handler.ts';
import { GENESIS } from '#shared/audit/chain.ts';
import { linkFacts } from '#shared/audit/link-facts.ts';
import { linkOverdueFacts } from '#shared/audit/link-overdue-facts.ts';
import { verifyAudit } from '#shared/audit/verify-audit.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { AUDIT_QUEUE } from '#shared/store/audit-record.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';
import { type AuditWorld, auditWorld } from '#tests/support/audit/audit-world.ts';
import { streamed } from '#tests/support/audit/streamed-fact.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';
import { lambdaContext } from '#tests/support/lambda-context.ts';

const acme = trustedTenant('acme');
const globex = trustedTenant('globex');
logger.setLogLevel('SILENT');

const wakeUps = async (world: AuditWorld, tenant: Tenant) =>
  (await world.facts(tenant)).map(({ key, item }, index) =>
    streamed(tenant, { action: 'put', key, item }, `${tenant}-${index}`),
  );

const verified = (world: AuditWorld, tenant = acme) => verifyAudit(world.deps, tenant, GENESIS);

/** A table whose transactions fail for one tenant. */
const failingFor =
  (tenant: Tenant) =>
  (table: Table): Table => ({
    get: (...key) => table.get(...key),
    getMany: (...keys) => table.getMany(...keys),
    query: (...selection) => table.query(...selection),
    transact: async (whose, writes) => {
      if (whose === tenant) throw new Error('throttled');
      await table.transact(whose, writes);
    },
  });

describe('the sequencer', () => {
  it('links each tenant into a chain of its own, and leaves the facts as they were', async () => {
    const world = auditWorld();
    await world.write(3);
    await world.write(2, globex);
    const before = (await world.facts()).map(({ item }) => item);
    const Records = [...(await wakeUps(world, acme)), ...(await wakeUps(world, globex))];
    const answer = await createHandler(world.deps)({ Records }, lambdaContext);
    expect(answer.batchItemFailures).toEqual([]);
    const chain = (await world.chain()).map(({ item }) => item);
    expect(chain).toMatchObject(
      before.map(({ entity: _, ...fact }, index) => ({ ...fact, sequence: index + 1 })),
    );
    expect(chain.map(({ tenant_id }) => tenant_id)).toEqual(['acme', 'acme', 'acme']);
    expect([await world.facts(), await world.facts(globex)]).toEqual([[], []]);
    expect(await verified(world, globex)).toMatchObject({ last: { sequence: 2 } });
  });

  it('takes no more than a transaction can, and as many of them as it needs', async () => {
    const sizes: number[] = [];
    const counting = (table: Table): Table => ({
      get: (...key) => table.get(...key),
      getMany: (...keys) => table.getMany(...keys),
      query: (...selection) => table.query(...selection),
      transact: async (tenant: Tenant, writes: readonly Write[]) => {
        sizes.push(writes.length);
        await table.transact(tenant, writes);
      },
    });
    const world = auditWorld(counting);
    await world.write(120);
    expect(await world.link()).toBe(120);
    expect(sizes).toEqual([99, 99, 45]);
    expect(await world.link()).toBe(0);
    expect(sizes).toHaveLength(3);
  });

  it('stops when it has done enough for one wake-up', async () => {
    const world = auditWorld();
    await world.write(120);
    expect(await linkFacts(world.deps, acme, 50)).toBe(98);
  });

  it('reports the records of the tenant that failed, and of no other', async () => {
    const world = auditWorld(failingFor(globex));
    await world.write(1);
    await world.write(2, globex);
    const Records = [...(await wakeUps(world, globex)), ...(await wakeUps(world, acme))];
    const answer = await createHandler(world.deps)({ Records }, lambdaContext);
    expect(answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual([
      'globex-0',
      'globex-1',
    ]);
    expect(await verified(world)).toMatchObject({ last: { sequence: 1 } });
  });

  it('passes over what is no fact', async () => {
    const world = auditWorld();
    const strange = { partition: 'AUDIT', sort: '0' };
    await world.table.transact(acme, [{ action: 'put', key: strange, item: { action: 'x' } }]);
    await world.write(2);
    expect(await world.link()).toBe(2);
    expect(await verified(world)).toMatchObject({ firstBad: { fault: 'altered', sequence: null } });
  });

  it('dies anywhere and leaves a batch linked or not, which the next one goes on from', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1; ; nth++) {
        const crashes = new CrashPoints(nth, when);
        const methods = ['get', 'query', 'transact'] as const;
        const world = auditWorld((table) => crashes.around<Table>(table, methods));
        await world.write(60);
        await world.link().catch(() => 0);
        expect((await world.chain()).length + (await world.facts()).length).toBe(60);
        if (!crashes.happened) break;
        crashes.startAgain();
        await world.link();
        const { firstBad, last } = await verified(world);
        expect({ firstBad, sequence: last.sequence }, crashes.description).toEqual({
          firstBad: undefined,
          sequence: 60,
        });
      }
    }
  });
});

describe('housekeeping of the audit trail', () => {
  it('leaves a fact alone for a minute, then links it', async () => {
    const world = auditWorld();
    await world.write(1);
    world.clock.passSeconds(58);
    expect(await linkOverdueFacts(world.deps)).toMatchObject({ linked: 0, oldestSeconds: 0 });
    world.clock.passSeconds(31);
    const overdue = await linkOverdueFacts(world.deps);
    expect(overdue).toEqual({ linked: 1, stuckTenants: 0, oldestSeconds: 90 });
    expect(world.table.waitingIn(AUDIT_QUEUE)).toEqual([]);
  });

  it('says how long facts have waited and of how many tenants, and still does what it can', async () => {
    const world = auditWorld(failingFor(acme));
    await world.write(2);
    await world.write(1, globex);
    world.clock.passSeconds(397);
    const overdue = await linkOverdueFacts(world.deps);
    expect(overdue).toEqual({ linked: 1, stuckTenants: 1, oldestSeconds: 400 });
  });
});
