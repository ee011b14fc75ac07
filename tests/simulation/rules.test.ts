import '#tests/support/simulation/quiet.ts';
import { describe, expect, it } from 'vitest';
import type { Write } from '#shared/store/write.ts';
import type { Sabotage } from '#tests/support/simulation/machinery/storage.ts';
import { simulate } from '#tests/support/simulation/simulate.ts';

const MOST_SEEDS = 60;

/** A table that checks nothing about the items of a partition. */
const careless =
  (partition: string): Sabotage =>
  (write) =>
    write.key.partition.startsWith(partition) ? unchecked(write) : write;

/** A check has nothing else, so it becomes one that others make as well. */
function unchecked(write: Write): Write {
  if (write.action === 'check')
    return { action: 'update', key: { partition: 'NOTHING', sort: write.key.sort } };
  const { condition: _, ...rest } = write;
  return rest;
}

/** A table that takes some items and keeps nothing of them. */
const losing =
  (partition: string): Sabotage =>
  (write) =>
    write.key.partition.startsWith(partition) && write.action === 'put'
      ? { ...write, key: { partition: 'LOST', sort: `${write.key.partition} ${write.key.sort}` } }
      : write;

/** The first violation that any seed brings about. @param from spares what shows only now and then */
async function violationUnder(sabotage: Sabotage, from = 1): Promise<string | undefined> {
  for (let seed = from; seed < from + MOST_SEEDS; seed++) {
    const { violation } = await simulate(seed, sabotage);
    if (violation !== undefined) return violation;
  }
  return undefined;
}

describe('the rules notice a table that', { timeout: 60_000 }, () => {
  it.each([
    ['lets calls through twice', 'IDEMPOTENCY#', /effect twice/],
    ['takes changesets that have moved on', 'CHANGESET', /went from/],
    ['takes resources that have moved on', 'RESOURCE#', /without a version|went from|was at/],
    [
      'lets two workers through',
      'APPLICATION#',
      /went from|became|tried again|is stale|changes resources/,
      60,
    ],
    ['takes heads of the audit chain that have moved on', 'AUDIT_HEAD', /the head is at/],
    ['does not look at the policy', 'POLICY', /by policy|went from/],
  ])('%s', async (_, partition, expected, from?: number) => {
    expect(await violationUnder(careless(partition), from)).toMatch(expected);
  });

  it.each([
    ['events', 'OUTBOX#', /told/],
    ['audit facts', 'AUDIT', /audit facts tell/],
    ['revisions', 'REVISIONS#', /was not kept/],
  ])('loses %s', async (_, partition, expected) => {
    expect(await violationUnder(losing(partition))).toMatch(expected);
  });
});
