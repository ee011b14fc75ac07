import { seededRandom } from '#infra/local/engines/seeded-random.ts';
import { linkedRecords, unlinkedFacts, withoutEntity } from '#shared/audit/chain-store.ts';
import { linkOverdueFacts } from '#shared/audit/link-overdue-facts.ts';
import { logger } from '#shared/runtime/logger.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { type CommitDeps, commit } from '#shared/store/commit.ts';
import type { Item } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import { InMemoryDueIndex } from '../in-memory-due-index.ts';
import { InMemoryTable } from '../in-memory-table.ts';
import { VirtualClock } from '../virtual-clock.ts';
import { RoughStream } from './rough-stream.ts';
import { roughTable } from './rough-table.ts';

export interface Storm {
  readonly seed: number;
  readonly writers: number;
  readonly factsEach: number;
}

export interface Aftermath {
  readonly chain: readonly Item[];
  readonly unlinked: number;
  /** The chain as it was in the middle of it. */
  readonly midway: readonly Item[];
  /** What housekeeping had to link, because the stream never told of it. */
  readonly linkedLate: number;
}

const tenant = trustedTenant('acme');

/**
 * Many write at once while sequencers die, collide and are told twice, out of order or never. What is
 * left then is housekeeping's.
 */
export async function auditStorm({ seed, writers, factsEach }: Storm): Promise<Aftermath> {
  const dice = seededRandom(seed);
  const table = new InMemoryDueIndex(new InMemoryTable());
  const clock = new VirtualClock();
  const stream = new RoughStream(dice, { doubled: 0.3, lost: 0.02 });
  const depsOn = (used: Table): CommitDeps => ({ table: used, clock, pause: async () => {} });
  // Somebody who links does a hundred facts while somebody who writes does one.
  const writing = { rests: 0.9, collides: 0.3, answerLost: 0, crashes: 0 };
  const linking = { rests: 0.3, collides: 0.3, answerLost: 0.05, crashes: 0.05 };

  return quietly(async () => {
    const sequencers = stream.run(depsOn(roughTable(table, dice, linking)));
    const deps = depsOn(roughTable(stream.follow(table), dice, writing));
    const all = Array.from({ length: writers }, (_, n) => write(deps, `w${n}`, factsEach / 2));
    await Promise.all(all);
    const midway = await chainIn(table);
    await Promise.all(all.map((_, n) => write(deps, `w${n}`, factsEach / 2, factsEach / 2)));
    stream.end();
    await sequencers;
    clock.passSeconds(120);
    const { linked: linkedLate } = await linkOverdueFacts({ ...depsOn(table), waiting: table });
    const { found } = await unlinkedFacts(table, tenant, {});
    return { chain: await chainIn(table), unlinked: found.length, midway, linkedLate };
  });
}

async function write(deps: CommitDeps, who: string, facts: number, from = 0): Promise<void> {
  const command = { tenant, actor: { id: who }, correlationId: who };
  for (let n = from; n < from + facts; n++)
    await commit(deps, command, {
      writes: [],
      events: [],
      audit: [{ action: 'thing.done', target: `${who} ${n}` }],
      response: undefined,
    });
}

async function chainIn(table: Table): Promise<readonly Item[]> {
  const { found } = await linkedRecords(table, tenant, {});
  return found.map(({ item }) => withoutEntity(item));
}

/** Sequencers say each time that they have died. */
async function quietly<Value>(act: () => Promise<Value>): Promise<Value> {
  logger.setLogLevel('SILENT');
  try {
    return await act();
  } finally {
    logger.setLogLevel('INFO');
  }
}
