import { sessionOrigins } from '#shared/conversation/session-outcome.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { SettingsStore } from '#shared/tenants/settings-store.ts';
import { InMemoryChangeBodies } from '../changesets/in-memory-change-bodies.ts';
import { InMemoryDueIndex } from '../in-memory-due-index.ts';
import { InMemoryTable } from '../in-memory-table.ts';
import { VirtualClock } from '../virtual-clock.ts';

/** What the composition roots give to handlers, in memory; and a look at what was written. */
export function inMemoryApi() {
  const table = new InMemoryDueIndex(new InMemoryTable());
  const clock = new VirtualClock();
  const kit = { table, clock, pause: async () => {} };
  const people = new PeopleDirectory(kit);
  return {
    ...kit,
    directory: people,
    people,
    policies: new SettingsStore(table, clock),
    origins: sessionOrigins(table),
    bodies: new InMemoryChangeBodies(),
    ids: randomIds,
    cursors: new Cursors({ read: async () => 'a signing key' }),
    /** Names of the events that wait for the bus, oldest first. */
    events: () => table.waitingIn(OUTBOX_QUEUE).map(({ item }) => String(item['detail_type'])),
    /** Actions of a tenant's audit trail, oldest first. */
    async audited(tenant: string) {
      const { found } = await table.query(trustedTenant(tenant), { partition: 'AUDIT' });
      return found.map(({ item }) => String(item['action']));
    },
  };
}

export type InMemoryApi = ReturnType<typeof inMemoryApi>;
