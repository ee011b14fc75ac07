import { describe, expect, it } from 'vitest';
import { createHandler } from '#functions/http/audit/handler.ts';
import { verifyExport } from '#shared/audit/verify-export.ts';
import { Cursors } from '#shared/http/cursor.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import { auditWorld } from '#tests/support/audit/audit-world.ts';
import { type ApiCall, callApi } from '#tests/support/http/call-api.ts';

/** A tenant whose admin is in the directory already: that they came is a fact like any other. */
async function auditApi() {
  const world = auditWorld();
  const handler = createHandler({
    ...world.deps,
    directory: new PeopleDirectory(world.deps),
    cursors: new Cursors({ read: async () => 'a signing key' }),
  });
  const send = (route: string, more: Partial<ApiCall> = {}) => callApi(handler, { route, ...more });
  await send('GET /audit');
  return { world, send };
}

const sequencesOf = (items: readonly { readonly sequence: number | null }[]) =>
  items.map(({ sequence }) => sequence);

describe('GET audit', () => {
  it('shows who did what, newest first, what is not linked yet before all else', async () => {
    const { world, send } = await auditApi();
    await world.write(2);
    await world.link();
    await world.write(1);
    const { body } = await send('GET /audit');
    expect(sequencesOf(body.items)).toEqual([null, 3, 2, 1]);
    expect(body.items[0]).toMatchObject({ previous_hash: null, hash: null, target: 'thing 1' });
    expect(body.items[3]).toMatchObject({
      action: 'person.added',
      actor: { id: 'acme-ana', email: 'ana@acme.example' },
      previous_hash: '0'.repeat(64),
    });
    expect(body.items[1].previous_hash).toBe(body.items[2].hash);
  });

  it('shows every record once, page by page', async () => {
    const { world, send } = await auditApi();
    await world.write(6);
    await world.link();
    await world.write(4);
    for (const limit of ['1', '3', '4', '5', '100']) {
      const seen: (number | null)[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, string> = cursor ? { limit, cursor } : { limit };
        const { body } = await send('GET /audit', { query });
        seen.push(...sequencesOf(body.items));
        cursor = body.next_cursor;
      } while (cursor);
      expect(seen, `pages of ${limit}`).toEqual([null, null, null, null, 7, 6, 5, 4, 3, 2, 1]);
    }
  });

  it('is for admins, and of their own tenant', async () => {
    const { world, send } = await auditApi();
    await world.write(3);
    await world.link();
    for (const route of ['GET /audit', 'GET /audit/export', 'POST /audit/verify'])
      expect((await send(route, { groups: ['approver', 'curator'] })).status).toBe(403);
    const { text } = await send('GET /audit', { tenant: 'globex' });
    expect(text).not.toContain('thing');
  });
});

describe('GET audit/export', () => {
  it('is the whole trail as lines that verify, facts that are not linked at the end', async () => {
    const { world, send } = await auditApi();
    await world.write(4);
    await world.link();
    await world.write(1);
    const { text, headers } = await send('GET /audit/export');
    expect(headers).toMatchObject({ 'content-type': 'application/x-ndjson' });
    expect(headers).not.toHaveProperty('link');
    const lines = text.trimEnd().split('\n');
    expect(sequencesOf(lines.map((line) => JSON.parse(line)))).toEqual([1, 2, 3, 4, 5, null]);
    expect(await verifyExport(lines)).toMatchObject({ firstBad: undefined, unlinked: 1 });
  });

  it('goes on behind a record that somebody has', async () => {
    const { world, send } = await auditApi();
    await world.write(4);
    await world.link();
    const { text } = await send('GET /audit/export', { query: { after: '3' } });
    expect(
      sequencesOf(
        text
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
      ),
    ).toEqual([4, 5]);
    expect((await send('GET /audit/export', { query: { after: '5' } })).text).toBe('');
    expect((await send('GET /audit/export', { query: { after: '-1' } })).status).toBe(400);
  });

  it('comes in parts that an answer can hold, each leading to the next', async () => {
    const { world, send } = await auditApi();
    const [first] = await world.facts();
    await world.link();
    const key = { partition: 'AUDIT', sort: '' };
    for (let n = 0; n < 30; n++)
      await world.tamper(
        { key: { ...key, sort: `2026-01-06#${n}` }, item: first?.item ?? {} },
        { audit_id: `${n}`, target: 'x'.repeat(200_000) },
      );
    await world.link();
    const lines: string[] = [];
    let query: Record<string, string> = {};
    for (let parts = 1; ; parts++) {
      const { text, headers } = await send('GET /audit/export', { query });
      expect(JSON.stringify(text).length).toBeLessThan(6_000_000);
      lines.push(...text.trimEnd().split('\n'));
      const after = /^<.*\/audit\/export\?after=(\d+)>; rel="next"$/.exec(
        `${headers['link']}`,
      )?.[1];
      if (!after) {
        expect(parts).toBe(3);
        break;
      }
      query = { after };
    }
    expect(await verifyExport(lines)).toMatchObject({
      firstBad: undefined,
      last: { sequence: 31 },
    });
  });
});

describe('POST audit/verify', () => {
  it('says that the chain is good, and which record is not once it was changed', async () => {
    const { world, send } = await auditApi();
    await world.write(4);
    await world.link();
    await world.anchor();
    const good = await send('POST /audit/verify');
    expect(good.body).toEqual({
      valid: true,
      complete: true,
      verified_through: 5,
      anchors_held: 1,
      first_bad: null,
      next_cursor: null,
    });
    const record = (await world.chain())[2];
    if (record) await world.tamper(record, { target: 'nothing' });
    const bad = await send('POST /audit/verify', { body: {} });
    expect(bad.body).toMatchObject({
      valid: false,
      verified_through: 2,
      first_bad: { fault: 'altered', sequence: 3, audit_id: record?.item['audit_id'] },
    });
  });

  it('goes on from its own cursor, and from no other', async () => {
    const { world, send } = await auditApi();
    await world.write(600);
    await world.link();
    const now = world.clock.now.bind(world.clock);
    let looks = 0;
    world.clock.now = () => new Date(now().getTime() + 6_000 * looks++);
    const first = await send('POST /audit/verify');
    expect(first.body).toMatchObject({ valid: true, complete: false, verified_through: 500 });
    world.clock.now = now;
    const cursor = first.body.next_cursor;
    const second = await send('POST /audit/verify', { body: { cursor } });
    expect(second.body).toMatchObject({ valid: true, complete: true, verified_through: 601 });
    const foreign = await send('POST /audit/verify', { body: { cursor }, tenant: 'globex' });
    expect(foreign.status).toBe(400);
    const listed = await send('GET /audit', { query: { cursor } });
    expect(listed.status).toBe(400);
  });
});

it('writes down nothing when it is read or verified', async () => {
  const { world, send } = await auditApi();
  const before = [await world.facts(), await world.chain()];
  await send('GET /audit');
  await send('GET /audit/export');
  await send('POST /audit/verify');
  expect([await world.facts(), await world.chain()]).toEqual(before);
  expect(await world.facts(trustedTenant('globex'))).toEqual([]);
});
