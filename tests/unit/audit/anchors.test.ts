import { describe, expect, it } from 'vitest';
import { anchorHeads } from '#shared/audit/anchor-heads.ts';
import { ANCHOR_QUEUE } from '#shared/audit/chain-store.ts';
import { linkFacts } from '#shared/audit/link-facts.ts';
import { logger } from '#shared/runtime/logger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { anchorsSuite } from '#tests/support/audit/anchors-suite.ts';
import { auditWorld } from '#tests/support/audit/audit-world.ts';
import { InMemoryAnchors } from '#tests/support/audit/in-memory-anchors.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';

const acme = trustedTenant('acme');
logger.setLogLevel('SILENT');

anchorsSuite('memory', () => new InMemoryAnchors());

describe('anchoring', () => {
  it('keeps the head of every chain that has moved, once', async () => {
    const world = auditWorld();
    await world.write(3);
    await world.link();
    world.clock.passSeconds(900);
    expect(await world.anchor()).toEqual({ anchored: 1, failed: 0, oldestSeconds: 900 });
    const { sequence, hash } = (await world.head())?.item ?? {};
    expect(await world.anchors.after(acme, 0)).toEqual([{ sequence, hash }]);
    expect(sequence).toBe(3);
    expect(await world.anchor()).toEqual({ anchored: 0, failed: 0, oldestSeconds: 0 });
  });

  it('measures from the first record that no anchor covers', async () => {
    const world = auditWorld();
    await world.write(1);
    await world.link();
    await world.write(100);
    await world.link();
    expect(await world.anchor()).toMatchObject({ oldestSeconds: 100 });
  });

  it('leaves a chain waiting that moved on meanwhile, and disturbs nobody who links', async () => {
    const world = auditWorld();
    await world.write(1);
    await world.link();
    const put = world.anchors.put.bind(world.anchors);
    const anchors = new InMemoryAnchors();
    anchors.put = async (tenant, anchor) => {
      await put(tenant, anchor);
      await world.write(1);
      await world.link();
    };
    await anchorHeads({ ...world.deps, anchors });
    expect(await world.anchors.after(acme, 0)).toMatchObject([{ sequence: 1 }]);
    expect(world.table.waitingIn(ANCHOR_QUEUE)).toHaveLength(1);
    await world.anchor();
    expect(await world.anchors.after(acme, 0)).toMatchObject([{ sequence: 1 }, { sequence: 2 }]);
    expect(world.table.waitingIn(ANCHOR_QUEUE)).toEqual([]);
  });

  it('says of how many tenants it failed, and comes again', async () => {
    const world = auditWorld();
    await world.write(1);
    await world.link();
    const anchors = new InMemoryAnchors();
    anchors.put = async () => {
      throw new Error('no such bucket');
    };
    expect(await anchorHeads({ ...world.deps, anchors })).toMatchObject({ anchored: 0, failed: 1 });
    expect(await world.anchor()).toMatchObject({ anchored: 1 });
  });

  it('dies anywhere and anchors the same head in the end', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let nth = 1; ; nth++) {
        const crashes = new CrashPoints(nth, when);
        const methods = ['get', 'query', 'transact'] as const;
        const world = auditWorld((table) => crashes.around<Table>(table, methods));
        await world.write(2);
        await linkFacts({ ...world.deps, table: world.table }, acme, 10);
        await world.anchor();
        if (!crashes.happened) break;
        crashes.startAgain();
        await world.anchor();
        const anchored = await world.anchors.after(acme, 0);
        expect(anchored, crashes.description).toMatchObject([{ sequence: 2 }]);
        expect(world.table.waitingIn(ANCHOR_QUEUE), crashes.description).toEqual([]);
      }
    }
  });
});
