import { anchorHeads } from '#shared/audit/anchor-heads.ts';
import { linkFacts } from '#shared/audit/link-facts.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { commit } from '#shared/store/commit.ts';
import type { Item } from '#shared/store/item.ts';
import type { Found, Table } from '#shared/store/table.ts';
import { InMemoryDueIndex } from '../in-memory-due-index.ts';
import { InMemoryTable } from '../in-memory-table.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { InMemoryAnchors } from './in-memory-anchors.ts';

const ACME = trustedTenant('acme');

/** A table with facts in it, and what links, anchors and tampers with them. */
export function auditWorld(around: (table: InMemoryDueIndex) => Table = (table) => table) {
  const inMemory = new InMemoryDueIndex(new InMemoryTable());
  const clock = new VirtualClock();
  const anchors = new InMemoryAnchors();
  const kit = { table: around(inMemory), clock, pause: async () => {} };
  const deps = { ...kit, waiting: inMemory, anchors };
  const all = async (partition: string, tenant = ACME): Promise<readonly Found[]> =>
    (await inMemory.query(tenant, { partition })).found;
  return {
    deps,
    clock,
    anchors,
    /** Past whatever is around it. */
    table: inMemory,
    async write(facts: number, tenant = ACME): Promise<void> {
      const command = { tenant, actor: { id: 'ann' }, correlationId: 'request' };
      const decision = { writes: [], events: [], response: undefined };
      for (let n = 1; n <= facts; n++) {
        const audit = [{ action: 'thing.done', target: `thing ${n}`, after: { n } }];
        await commit({ ...kit, table: inMemory }, command, { ...decision, audit });
        clock.passSeconds(1);
      }
    },
    link: (tenant = ACME) => linkFacts(kit, tenant, 10_000),
    anchor: () => anchorHeads(deps),
    facts: (tenant = ACME) => all('AUDIT', tenant),
    chain: (tenant = ACME) => all('AUDIT_CHAIN', tenant),
    head: async () => (await all('AUDIT_HEAD'))[0],
    /** As somebody could who may write to the table. */
    async tamper({ key, item }: Found, change: Item): Promise<void> {
      await inMemory.transact(ACME, [{ action: 'put', key, item: { ...item, ...change } }]);
    },
    async remove({ key }: Found): Promise<void> {
      await inMemory.transact(ACME, [{ action: 'delete', key }]);
    },
  };
}

export type AuditWorld = ReturnType<typeof auditWorld>;
