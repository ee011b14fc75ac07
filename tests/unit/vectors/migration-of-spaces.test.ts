import { describe, expect, test } from 'vitest';
import { finishMove, rollBackMove } from '#shared/vectors/migration/end-move.ts';
import { IncompleteMigrationError } from '#shared/vectors/migration/errors.ts';
import { migrateTenant } from '#shared/vectors/migration/migrate-tenant.ts';
import { createDatabaseStore } from '#tests/support/vectors/create-database-store.ts';
import { createMove, keptOf, NEAREST } from '#tests/support/vectors/create-move.ts';
import { InMemoryDatabase } from '#tests/support/vectors/in-memory-database.ts';
import { documentAt, SPACE, StoreWorld } from '#tests/support/vectors/store-suite/store-world.ts';

describe('a move from and to the shelf', () => {
  async function createShelved() {
    const database = new InMemoryDatabase('pgvector');
    const built = createDatabaseStore([database], { preferred: 'shelf', shelvedSpaces: [SPACE] });
    const world = new StoreWorld(built);
    const deps = { ...built, embed: async () => undefined };
    await world.publish(documentAt('a', 1, [1, 2]));
    return { database, world, deps };
  }

  test('takes the vectors that the shelf has', async () => {
    const { database, world, deps } = await createShelved();
    await migrateTenant(deps, world.acme, { to: 'pgvector', space: null });
    const [kept] = await keptOf(database, world.acme);
    expect(kept).toMatchObject({ document_id: 'a', vectors: 2 });
    expect(await world.nearest(0)).toEqual(['a at 1', 'a at 2']);
  });

  test('goes back where the shelf has every space', async () => {
    const { database, world, deps } = await createShelved();
    await migrateTenant(deps, world.acme, { to: 'pgvector', space: null });
    await finishMove(deps, world.acme);
    await migrateTenant(deps, world.acme, { to: 'shelf', space: null });
    await finishMove(deps, world.acme);
    expect(await keptOf(database, world.acme)).toEqual([]);
    expect(await world.nearest(0)).toEqual(['a at 1', 'a at 2']);
  });

  test('is refused where only a database has vectors of a space', async () => {
    const { world, deps } = await createShelved();
    await migrateTenant(deps, world.acme, { to: 'pgvector', space: null });
    await finishMove(deps, world.acme);
    await world.publish(documentAt('b', 1, [3], [SPACE, 'cloud']));
    const back = migrateTenant(deps, world.acme, { to: 'shelf', space: null });
    await expect(back).rejects.toThrow('ingest those documents again');
  });
});

describe('a move to another space', () => {
  const TO_SPACE = { to: 'pgvector', space: 'new-2' } as const;

  test('is used by search when every document has it, and not before', async () => {
    const { from, world, deps, tenant } = await createMove();
    const covered: number[] = [];
    const upsert = from.upsert.bind(from);
    from.upsert = async (...given) => {
      await upsert(...given);
      covered.push((await world.store.open(tenant)).coverage('new-2').withVector);
    };
    await migrateTenant(deps, tenant, TO_SPACE);
    expect(covered).toEqual([0, 0, 0]);
    const view = await world.store.open(tenant);
    expect(view.coverage('new-2')).toEqual({ chunks: 6, withVector: 6 });
    expect(await world.nearest(0, { spaceId: 'new-2', limit: 3 })).toEqual([
      'a at 1',
      'b at 2',
      'c at 3',
    ]);
    await finishMove(deps, tenant);
    expect(await world.nearest(0, { spaceId: 'new-2' })).toHaveLength(6);
    expect(await world.nearest(0)).toEqual(NEAREST);
  });

  test('waits where vectors cannot be had, and goes on later', async () => {
    const { world, deps, tenant } = await createMove();
    let budget = 2;
    const poor = {
      ...deps,
      embed: async (...given: Parameters<typeof deps.embed>) => {
        budget -= 1;
        return budget < 0 ? undefined : deps.embed(...given);
      },
    };
    await expect(migrateTenant(poor, tenant, TO_SPACE)).rejects.toThrow(IncompleteMigrationError);
    expect(await world.nearest(0, { spaceId: 'new-2' })).toEqual([]);
    budget = 9;
    expect(await migrateTenant(poor, tenant, TO_SPACE)).toEqual({ copied: 1, state: 'switched' });
  });

  test('is taken back with its vectors', async () => {
    const { from, world, deps, tenant } = await createMove();
    await migrateTenant(deps, tenant, TO_SPACE);
    await rollBackMove(deps, tenant);
    expect(await world.nearest(0, { spaceId: 'new-2' })).toEqual([]);
    expect(await world.nearest(0)).toEqual(NEAREST);
    const kept = await keptOf(from, tenant);
    expect(new Set(kept.map(({ spaceId }) => spaceId))).toEqual(new Set([SPACE]));
  });
});
