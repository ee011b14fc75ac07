import type { Anchors } from '#shared/audit/anchors.ts';
import type { ChangeBodies } from '#shared/changesets/change-bodies.ts';
import type { EventBus } from '#shared/queue/event-bus.ts';
import type { PlatformTable } from '#shared/store/platform-table.ts';
import type { Table } from '#shared/store/table.ts';
import type { Faults } from './faults.ts';
import type { Instance } from './instance.ts';
import type { Scheduler } from './scheduler.ts';
import type { Storage } from './storage.ts';

/** What the ports of every instance lead to, and what stands between. */
export interface Behind {
  readonly storage: Storage;
  readonly bus: EventBus;
  readonly anchors: Anchors;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  readonly note: (what: string) => void;
}

interface Ports {
  readonly table: Table;
  readonly waiting: PlatformTable;
  readonly bodies: ChangeBodies;
  readonly bus: EventBus;
  readonly anchors: Anchors;
}

/** The ports as one instance has them: each use waits for its turn, and may go wrong. */
export function portsOf(behind: Behind, instance: Instance): Ports {
  const { storage, bus, anchors } = behind;
  const use = <Value>(what: string, act: () => Promise<Value>) =>
    useOnce(behind, instance, what, act);
  return {
    table: {
      get: (tenant, key) => use(`get ${key.partition}`, () => storage.get(tenant, key)),
      getMany: (tenant, keys) => use('getMany', () => storage.getMany(tenant, keys)),
      query: (tenant, wanted) =>
        use(`query ${wanted.partition}`, () => storage.query(tenant, wanted)),
      transact: (tenant, writes) =>
        use('transact', () => storage.transactBy(instance, tenant, writes)),
    },
    waiting: {
      async *due(queue, until) {
        yield* await use(`due ${queue}`, () => storage.allDue(queue, until));
      },
      postpone: (due, until) => use('postpone', () => storage.postpone(due, until)),
      settle: (address) => use('settle', () => storage.settle(address)),
    },
    bodies: {
      write: (...body) => use('write body', () => storage.bodies.write(...body)),
      read: (...body) => use('read body', () => storage.bodies.read(...body)),
    },
    bus: { publish: (events) => use('publish', () => bus.publish(events)) },
    anchors: {
      put: (tenant, anchor) => use('anchor', () => anchors.put(tenant, anchor)),
      after: (tenant, sequence) => use('anchors', () => anchors.after(tenant, sequence)),
    },
  };
}

function useOnce<Value>(
  { scheduler, faults, note }: Behind,
  instance: Instance,
  what: string,
  act: () => Promise<Value>,
): Promise<Value> {
  const label = `${instance.name}: ${what}`;
  return scheduler.use(label, async () => {
    if (!instance.isAlive) throw new Error('the process is dead');
    const isTransaction = what === 'transact';
    return faults.around(instance, isTransaction, act, (fault) => note(`${label}: ${fault}`));
  });
}
