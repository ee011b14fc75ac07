import { describe, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { finishMove, rollBackMove } from '#shared/vectors/migration/end-move.ts';
import { IncompleteMigrationError, OtherMigrationError } from '#shared/vectors/migration/errors.ts';
import { migrateTenant } from '#shared/vectors/migration/migrate-tenant.ts';
import { createMove, NEAREST } from '#tests/support/vectors/create-move.ts';
import { documentAt } from '#tests/support/vectors/store-suite/store-world.ts';

const TO_CHROMA = { to: 'chroma', space: null } as const;

describe('a move to another database', () => {
  test('copies everything, and then search asks the new one alone', async () => {
    const { from, to, world, deps, tenant, kept } = await createMove();
    expect(await migrateTenant(deps, tenant, TO_CHROMA)).toEqual({ copied: 3, state: 'switched' });
    expect(await kept(to)).toEqual(['a1', 'b1', 'c1']);
    from.fault = new Error('nobody may ask me');
    expect(await world.nearest(0)).toEqual(NEAREST);
    expect(deps.failures).toEqual([]);
  });

  test('is seen by search at once, not document by document', async () => {
    const { from, to, world, deps, tenant } = await createMove();
    const asked: string[] = [];
    for (const database of [from, to]) {
      const nearest = database.nearest.bind(database);
      database.nearest = (...given) => {
        asked.push(database.name);
        return nearest(...given);
      };
    }
    const upsert = to.upsert.bind(to);
    to.upsert = async (...given) => {
      expect(await world.nearest(0)).toEqual(NEAREST);
      await upsert(...given);
      expect(await world.nearest(0)).toEqual(NEAREST);
    };
    await migrateTenant(deps, tenant, TO_CHROMA);
    expect(new Set(asked)).toEqual(new Set(['pgvector']));
    asked.length = 0;
    await world.nearest(0);
    expect(asked).toEqual(['chroma']);
  });

  test('loses nothing that is ingested, replaced, withdrawn or published while it copies', async () => {
    const { to, world, deps, tenant } = await createMove();
    const waiting = await world.stage(documentAt('waiting', 1, [9]));
    const upsert = to.upsert.bind(to);
    const meanwhile: (() => Promise<unknown>)[] = [
      () => world.publish(documentAt('new', 1, [0])),
      () => world.publish(documentAt('a', 2, [4])),
      () => world.withdraw('b'),
      () => world.show(waiting),
    ];
    to.upsert = async (...given) => {
      await upsert(...given);
      await meanwhile.shift()?.();
    };
    await migrateTenant(deps, tenant, TO_CHROMA);
    const after = ['new at 0', 'c at 3', 'a at 4', 'waiting at 9', 'c at 93'];
    expect(await world.nearest(0)).toEqual(after);
    await finishMove(deps, tenant);
    expect(await world.nearest(0)).toEqual(after);
  });

  test('still finds a version that was staged before it began and published after it ended', async () => {
    const { world, deps, tenant, from, kept } = await createMove();
    const upsert = deps.shelf.stage.bind(deps.shelf);
    // The worker read who serves before the move began; the rest of its work comes after the end.
    deps.shelf.stage = async (...given) => {
      deps.shelf.stage = upsert;
      await migrateTenant(deps, tenant, TO_CHROMA);
      await finishMove(deps, tenant);
      return upsert(...given);
    };
    await world.show(await world.stage(documentAt('late', 1, [0])));
    expect((await world.nearest(0)).slice(0, 2)).toEqual(['late at 0', 'a at 1']);
    expect(await kept(from)).toEqual(['late1']);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'goes on where it was after a kill at step %i',
    async (step) => {
      const { world, deps, tenant } = await createMove();
      let steps = 0;
      const transact = deps.table.transact.bind(deps.table);
      const killed = {
        ...deps,
        table: Object.assign(Object.create(deps.table), {
          get: deps.table.get.bind(deps.table),
          query: deps.table.query.bind(deps.table),
          transact: async (...given: Parameters<typeof transact>) => {
            steps += 1;
            if (steps === step) throw new Error('killed');
            return transact(...given);
          },
        }),
      };
      await migrateTenant(killed, tenant, TO_CHROMA).catch(() => undefined);
      expect(await world.nearest(0)).toEqual(NEAREST);
      const again = await migrateTenant(deps, tenant, TO_CHROMA);
      expect(again.state).toBe('switched');
      expect(await world.nearest(0)).toEqual(NEAREST);
    },
  );

  test('is taken back in one step, with what came since', async () => {
    const { from, to, world, deps, tenant, kept } = await createMove();
    await migrateTenant(deps, tenant, TO_CHROMA);
    await world.publish(documentAt('new', 1, [0]));
    expect(await rollBackMove(deps, tenant)).toMatchObject({ from: 'pgvector', to: 'chroma' });
    expect(await kept(to)).toEqual([]);
    to.fault = new Error('nobody may ask me');
    expect(await world.nearest(0)).toEqual(['new at 0', ...NEAREST]);
    await world.publish(documentAt('newer', 1, [0.5]));
    expect(await kept(from)).toEqual(['a1', 'b1', 'c1', 'new1', 'newer1']);
    expect(deps.failures).toEqual([]);
  });

  test('may be taken back half way, and begun anew', async () => {
    const { to, world, deps, tenant, kept } = await createMove();
    const upsert = to.upsert.bind(to);
    to.upsert = async () => {
      throw new Error('full');
    };
    await expect(migrateTenant(deps, tenant, TO_CHROMA)).rejects.toThrow('full');
    to.upsert = upsert;
    await rollBackMove(deps, tenant);
    expect(await kept(to)).toEqual([]);
    expect(await world.nearest(0)).toEqual(NEAREST);
    expect(await migrateTenant(deps, tenant, TO_CHROMA)).toMatchObject({ state: 'switched' });
  });

  test('frees the database of before when it is finished', async () => {
    const { from, world, deps, tenant, kept } = await createMove();
    await expect(finishMove(deps, tenant)).resolves.toBeUndefined();
    await migrateTenant(deps, tenant, TO_CHROMA);
    await finishMove(deps, tenant);
    expect(await kept(from)).toEqual([]);
    await world.publish(documentAt('new', 1, [0]));
    expect(await kept(from)).toEqual([]);
    expect(await world.nearest(0)).toEqual(['new at 0', ...NEAREST]);
  });

  test('is not mixed with another', async () => {
    const { to, deps, tenant } = await createMove();
    to.fault = new Error('down');
    await expect(migrateTenant(deps, tenant, TO_CHROMA)).rejects.toThrow('down');
    const elsewhere = { to: 'shelf', space: null } as const;
    await expect(migrateTenant(deps, tenant, elsewhere)).rejects.toThrow(OtherMigrationError);
    await expect(finishMove(deps, tenant)).rejects.toThrow(IncompleteMigrationError);
  });

  test('is nothing for a tenant without documents', async () => {
    const { deps } = await createMove();
    const moved = await migrateTenant(deps, trustedTenant('empty-tenant'), TO_CHROMA);
    expect(moved).toEqual({ copied: 0, state: 'nothing to move' });
  });

  test('to a backend that is not configured is refused before anything is copied', async () => {
    const { deps, tenant } = await createMove();
    const goal = { to: 'pinecone', space: null } as const;
    await expect(migrateTenant(deps, tenant, goal)).rejects.toThrow('not among the configured');
  });
});
