import { describe, expect, it } from 'vitest';
import { GENESIS } from '#shared/audit/chain.ts';
import { withoutEntity } from '#shared/audit/chain-store.ts';
import { verifyAudit } from '#shared/audit/verify-audit.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { type AuditWorld, auditWorld } from '#tests/support/audit/audit-world.ts';
import { rewrittenFrom } from '#tests/support/audit/chain-of.ts';

const acme = trustedTenant('acme');

/** Twenty records, the first twelve of them anchored. */
async function anchoredWorld() {
  const world = auditWorld();
  await world.write(12);
  await world.link();
  await world.anchor();
  await world.write(8);
  await world.link();
  return world;
}

const firstBad = async (world: AuditWorld) =>
  (await verifyAudit(world.deps, acme, GENESIS)).firstBad;

async function recordAt(world: AuditWorld, sequence: number) {
  const record = (await world.chain())[sequence - 1];
  if (!record) throw new RangeError(`There is no record ${sequence}`);
  return record;
}

describe('the stored chain', () => {
  it('is good when nobody touched it, anchors included, and when there is none yet', async () => {
    const good = { complete: true, firstBad: undefined };
    expect(await verifyAudit((await anchoredWorld()).deps, acme, GENESIS)).toMatchObject({
      ...good,
      last: { sequence: 20 },
      anchorsHeld: 1,
    });
    expect(await verifyAudit(auditWorld().deps, acme, GENESIS)).toMatchObject({
      ...good,
      last: { sequence: 0 },
    });
  });

  it('is bad where a record was changed', async () => {
    const world = await anchoredWorld();
    await world.tamper(await recordAt(world, 7), { target: 'another thing' });
    expect(await firstBad(world)).toMatchObject({ fault: 'altered', sequence: 7 });
  });

  it('is bad where a record was deleted, and at the end only by its head', async () => {
    const world = await anchoredWorld();
    await world.remove(await recordAt(world, 20));
    expect(await firstBad(world)).toMatchObject({ fault: 'cut', sequence: 20 });
    await world.remove(await recordAt(world, 7));
    expect(await firstBad(world)).toMatchObject({ fault: 'missing', sequence: 7 });
  });

  it('is bad where two records changed places', async () => {
    const world = await anchoredWorld();
    const [five, six] = [await recordAt(world, 5), await recordAt(world, 6)];
    await world.tamper(five, six.item);
    await world.tamper(six, five.item);
    expect(await firstBad(world)).toMatchObject({ fault: 'missing', sequence: 5 });
  });

  it('is bad where a record was put behind its end', async () => {
    const world = await anchoredWorld();
    const last = await recordAt(world, 20);
    const key = { ...last.key, sort: '0000000000000021' };
    await world.tamper({ key, item: last.item }, {});
    expect(await firstBad(world)).toMatchObject({ fault: 'out_of_place', sequence: 20 });
  });

  it('is bad where tail and head were cut together, by its anchor', async () => {
    const world = await anchoredWorld();
    for (const record of (await world.chain()).slice(9)) await world.remove(record);
    const head = await world.head();
    const { sequence = 0, hash = '' } = (await recordAt(world, 9)).item;
    if (head) await world.tamper(head, { sequence, hash });
    expect(await firstBad(world)).toMatchObject({ fault: 'cut', sequence: 10 });
  });

  it('is bad where it was written anew with honest hashes, by its anchor', async () => {
    const world = await anchoredWorld();
    const chain = await world.chain();
    const records = chain.map(({ item }) => withoutEntity(item));
    const forged = rewrittenFrom(records, 4, (fact) => ({ ...fact, target: 'x' }));
    for (const [index, found] of chain.entries()) await world.tamper(found, forged[index] ?? {});
    const head = await world.head();
    if (head) await world.tamper(head, { hash: forged.at(-1)?.hash ?? '' });
    expect(await firstBad(world)).toMatchObject({ fault: 'rewritten', sequence: 12 });
  });

  it('is bad where its head is gone or says something else', async () => {
    const world = await anchoredWorld();
    const head = await world.head();
    if (!head) throw new Error('There is no head');
    await world.tamper(head, { hash: 'f'.repeat(64) });
    expect(await firstBad(world)).toMatchObject({ fault: 'head_altered', sequence: 20 });
    await world.tamper(head, { sequence: 18 });
    expect(await firstBad(world)).toMatchObject({ fault: 'beyond_head', sequence: 19 });
    await world.remove(head);
    expect(await firstBad(world)).toMatchObject({ fault: 'head_altered', sequence: 20 });
  });

  it('is bad when a fact was not linked in time', async () => {
    const world = await anchoredWorld();
    await world.write(1);
    expect(await firstBad(world)).toBeUndefined();
    world.clock.passSeconds(300);
    const [fact] = await world.facts();
    expect(await firstBad(world)).toEqual({
      fault: 'not_linked',
      sequence: null,
      audit_id: fact?.item['audit_id'],
      detail: 'The fact was written and not linked in time.',
    });
  });
});

describe('a verification', () => {
  it('of a long chain stops in time and goes on where it stopped', async () => {
    const world = auditWorld();
    await world.write(1_200);
    await world.link();
    const late = { ...world.deps, clock: hurried() };
    const first = await verifyAudit(late, acme, GENESIS);
    expect(first).toMatchObject({ complete: false, last: { sequence: 500 } });
    const second = await verifyAudit(world.deps, acme, first.last);
    expect(second).toMatchObject({ complete: true, firstBad: undefined, last: { sequence: 1200 } });
  });

  it('is not confused by a chain that grows meanwhile', async () => {
    let growing = false;
    const world: AuditWorld = auditWorld((table) => ({
      get: (...key) => table.get(...key),
      getMany: (...keys) => table.getMany(...keys),
      transact: (...writes) => table.transact(...writes),
      query: async (...selection) => {
        const page = await table.query(...selection);
        if (growing) {
          growing = false;
          await world.write(3);
          await world.link();
          await world.anchor();
        }
        return page;
      },
    }));
    await world.write(5);
    await world.link();
    growing = true;
    const done = await verifyAudit(world.deps, acme, GENESIS);
    expect(done).toMatchObject({ complete: true, firstBad: undefined, last: { sequence: 8 } });
  });
});

/** Six seconds pass with every look at it. */
function hurried() {
  let ms = Date.parse('2026-01-05T00:00:00.000Z');
  return {
    now: () => {
      ms += 6_000;
      return new Date(ms);
    },
  };
}
