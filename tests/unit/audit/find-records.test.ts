import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/http/audit/handler.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { type AuditWorld, auditWorld } from '#tests/support/audit/audit-world.ts';
import { callApi } from '#tests/support/http/call-api.ts';

let world: AuditWorld;
let handler: ReturnType<typeof createHandler>;
beforeEach(() => {
  world = auditWorld();
  handler = createHandler({
    ...world.deps,
    directory: new PeopleDirectory(world.deps),
    cursors: new Cursors({ read: async () => 'a signing key' }),
  });
});

const ask = (query: Readonly<Record<string, string>>) =>
  callApi(handler, { route: 'GET /audit', query });

type Items = readonly { readonly target: string; readonly action: string }[];

/** All that fits, page by page, and how many pages it took. */
async function findAll(filter: Readonly<Record<string, string>>) {
  const targets: string[] = [];
  let pages = 0;
  let cursor: string | null = null;
  do {
    const { body } = await ask(cursor ? { ...filter, cursor } : filter);
    const items: Items = body.items;
    targets.push(...items.map(({ target }) => target));
    cursor = body.next_cursor;
    pages += 1;
  } while (cursor);
  return { targets, pages };
}

describe('GET audit with a filter', () => {
  it('finds by person, action, family of actions and target, in the chain and before it', async () => {
    await world.write(3);
    await world.link();
    await world.write(2);
    expect((await findAll({ target: 'thing 2' })).targets).toEqual(['thing 2', 'thing 2']);
    expect((await findAll({ action: 'thing.done' })).targets).toHaveLength(5);
    expect((await findAll({ action: 'thing' })).targets).toHaveLength(5);
    expect((await findAll({ action: 'thin' })).targets).toEqual([]);
    expect((await findAll({ actor: 'ANN', target: 'thing 3' })).targets).toEqual(['thing 3']);
    expect((await findAll({ actor: 'ana@acme.example' })).targets).toEqual(['acme-ana']);
  });

  it('finds what was done from one time on and before another', async () => {
    const start = world.clock.now().getTime();
    const second = (n: number) => new Date(start + n * 1000).toISOString();
    await world.write(10);
    await world.link();
    const filter = { actor: 'ann', from: second(3), to: second(6) };
    expect((await findAll(filter)).targets).toEqual(['thing 6', 'thing 5', 'thing 4']);
  });

  it('shows each that fits once, whatever the size of the pages', async () => {
    await world.write(130);
    await world.link();
    await world.write(20);
    for (const limit of ['7', '100']) {
      const { targets } = await findAll({ action: 'thing.done', limit, target: 'thing 7' });
      expect(targets, `pages of ${limit}`).toEqual(['thing 7', 'thing 7']);
      const all = await findAll({ action: 'thing', limit });
      expect(all.targets, `pages of ${limit}`).toHaveLength(150);
    }
  });

  it('passes over a bounded number of records for a page, and goes on in the next', async () => {
    await world.write(1_050);
    await world.link();
    const { targets, pages } = await findAll({ target: 'thing 1' });
    expect({ targets, pages }).toEqual({ targets: ['thing 1'], pages: 2 });
  });

  it('looks no further back than it has to', async () => {
    await world.write(5);
    world.clock.passSeconds(3600);
    const from = world.clock.now().toISOString();
    await world.write(1_200);
    await world.link();
    expect((await findAll({ from, limit: '100', target: 'thing 9' })).pages).toBe(2);
  });

  it('refuses what is no time, and a cursor of another filter', async () => {
    await world.write(3);
    expect((await ask({ from: 'yesterday' })).status).toBe(400);
    const { body } = await ask({ actor: 'ann', limit: '1' });
    const foreign = await ask({ actor: 'bob', limit: '1', cursor: body.next_cursor });
    expect(foreign).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });
});
