import { beforeEach, describe, expect, it } from 'vitest';
import { recordDecided } from '#shared/approvals/decided-by.ts';
import { type InboxFilter, readInbox } from '#shared/approvals/inbox.ts';
import { changesetSchema } from '#shared/changesets/changeset.ts';
import { putChangeset } from '#shared/changesets/changeset-store.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const ANYTHING: InboxFilter = {
  filter: 'all',
  minRisk: 0,
  maxRisk: 1,
  minAgeSeconds: 0,
  maxAgeSeconds: 1e9,
};
const LITTLE = [creating(shift('Day'))];
const MUCH = [creating(site()), ...Array.from({ length: 10 }, (_, n) => creating(shift(`S${n}`)))];

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
});

async function inboxOf(name: string, filter: Partial<InboxFilter> = {}, limit = 25) {
  const { items } = await readInbox(world, callerOf(name), { ...ANYTHING, ...filter }, { limit });
  return items;
}
const idsIn = async (...asked: Parameters<typeof inboxOf>) =>
  (await inboxOf(...asked)).map(({ changeset_id }) => changeset_id);

describe('the inbox', () => {
  it('shows everybody what waits, and to each what waits for them', async () => {
    const { id } = await world.submit('ana', MUCH);
    expect(await idsIn('ana')).toEqual([id]);
    expect(await idsIn('ana', { filter: 'mine' })).toEqual([]);
    expect(await idsIn('bob', { filter: 'mine' })).toEqual([id]);
    await world.decide('bob', { id });
    expect(await idsIn('bob', { filter: 'mine' })).toEqual([]);
    expect(await idsIn('bob')).toEqual([id]);
  });

  it('shows a person what they have decided, also when it is over, newest first', async () => {
    const first = await world.draft('mia', [creating(site())]);
    await world.decide('bob', first);
    const second = await world.submit('ana', MUCH.slice(1));
    await world.decide('bob', second, { decision: 'reject' });
    expect(await idsIn('bob', { filter: 'decided' })).toEqual([second.id, first.id]);
    expect(await idsIn('cem', { filter: 'decided' })).toEqual([]);
    const [rejected] = await inboxOf('bob', { filter: 'decided' });
    expect(rejected).toMatchObject({ status: 'rejected', can_decide: false });
  });

  it('passes over what a person has decided about and is gone', async () => {
    const changeset = await world.draft('mia', LITTLE);
    const there = recordDecided(callerOf('bob'), changeset);
    const gone = recordDecided(callerOf('bob'), { ...changeset, id: 'gone' });
    const odd = recordDecided(callerOf('b#b'), changeset);
    await world.table.transact(TENANT, [there, gone, odd]);
    expect(await idsIn('bob', { filter: 'decided' })).toEqual([changeset.id]);
    expect(await idsIn('b#b', { filter: 'decided' })).toEqual([changeset.id]);
    expect(odd.key.partition).toBe('DECIDED#b-b');
  });

  it('goes by kind, risk and age', async () => {
    const old = await world.draft('mia', LITTLE);
    world.clock.passSeconds(3600);
    const risky = await world.submit('ana', MUCH);
    expect(await idsIn('bob', { minRisk: risky.risk.score })).toEqual([risky.id]);
    expect(await idsIn('bob', { maxRisk: old.risk.score })).toEqual([old.id]);
    expect(await idsIn('bob', { minAgeSeconds: 3600 })).toEqual([old.id]);
    expect(await idsIn('bob', { maxAgeSeconds: 3599 })).toEqual([risky.id]);
    expect(await idsIn('bob', { kind: 'changeset' })).toEqual([old.id, risky.id]);
    expect(await idsIn('bob', { kind: 'draft' })).toEqual([]);
  });

  it('gives every item once, page by page, whatever is left out', async () => {
    const all = [];
    for (let n = 0; n < 9; n++) {
      all.push(await world.draft(n % 3 === 0 ? 'bob' : 'mia', [creating(shift(`S${n}`))]));
      world.clock.passSeconds(1);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = { limit: 2, ...(after !== undefined && { after }) };
      const filter: InboxFilter = { ...ANYTHING, filter: 'mine' };
      const { items, next } = await readInbox(world, callerOf('bob'), filter, page);
      expect(items.length).toBeLessThanOrEqual(2);
      seen.push(...items.map(({ changeset_id }) => changeset_id));
      after = next;
    } while (after !== undefined);
    const others = all.filter(({ requester }) => requester.user_id !== 'bob');
    expect(seen).toEqual(others.map(({ id }) => id));
  });

  it('says of a draft who is missing to decide about it', async () => {
    const alone = await approvalWorld(['ana']);
    await alone.draft('ana', LITTLE);
    const { items } = await readInbox(alone, callerOf('ana'), ANYTHING, { limit: 5 });
    expect(items).toMatchObject([
      { can_decide: false, missing: { missing: 1, roles: ['approver', 'admin'] } },
    ]);
  });

  it('takes the bounds of risk and age as within, and both ends of each', async () => {
    const { risk } = await world.draft('mia', LITTLE);
    world.clock.passSeconds(60);
    const within = {
      minRisk: risk.score,
      maxRisk: risk.score,
      minAgeSeconds: 60,
      maxAgeSeconds: 60,
    };
    expect(await inboxOf('bob', within)).toHaveLength(1);
    for (const beyond of [
      { minRisk: risk.score + 0.01 },
      { maxRisk: risk.score - 0.01 },
      { minAgeSeconds: 60.001 },
      { maxAgeSeconds: 59.999 },
    ])
      expect(await inboxOf('bob', beyond)).toEqual([]);
  });

  it('names the open approval, the first where there is none, and what was cited', async () => {
    const { id } = await world.submit('ana', MUCH);
    expect(await inboxOf('bob')).toMatchObject([
      { approval_id: `${id}~1`, kind: 'changeset', citations: [], can_decide: true, missing: null },
    ]);
    await world.decide('bob', { id });
    expect(await inboxOf('cem')).toMatchObject([{ approval_id: `${id}~2` }]);
    await world.decide('cem', { id });
    const [over] = await inboxOf('cem', { filter: 'decided' });
    expect(over).toMatchObject({ approval_id: `${id}~1`, can_decide: false });
    expect(over).not.toHaveProperty('missing');
  });

  it('calls what a conversation made a draft, with what its documents say', async () => {
    const citation = { document_id: 'doc-1', heading_path: ['Site'], page: 1, quote: 'An office.' };
    const { after } = creating(site());
    const changeset = await world.draft('mia', LITTLE);
    const recommendation = {
      recommendation_id: 'rec:site:OFF001',
      entity_type: 'site',
      action: 'create',
      data: after,
      confidence_score: 0.9,
      score_terms: [],
      reasons: [],
      citations: [citation],
    };
    const draft = changesetSchema.parse({
      ...changeset,
      id: 'session-1.001',
      origin: 'conversation',
      recommendations: [recommendation],
    });
    await world.table.transact(TENANT, [putChangeset(draft)]);
    expect(await inboxOf('bob', { kind: 'draft' })).toMatchObject([
      { changeset_id: 'session-1.001', kind: 'draft', citations: [citation] },
    ]);
  });

  it('lets the requester decide under auto, and nobody whom the policy does not ask', async () => {
    await world.draft('ana', LITTLE, true);
    expect(await inboxOf('ana', { filter: 'mine' })).toHaveLength(1);
    const single = { roles: [], people: ['bob'] };
    await world.setPolicy({ auto_below: 0, approvers: { single } });
    await world.policies.fresh(TENANT);
    const { id } = await world.draft('mia', LITTLE);
    expect(await idsIn('bob', { filter: 'mine' })).toContain(id);
    expect(await idsIn('cem', { filter: 'mine' })).not.toContain(id);
  });

  it('looks through five pages for one, and says where to go on', async () => {
    for (let n = 0; n < 12; n++) {
      await world.draft('bob', [creating(shift(`S${n}`))]);
      world.clock.passSeconds(1);
    }
    const filter: InboxFilter = { ...ANYTHING, filter: 'mine' };
    const first = await readInbox(world, callerOf('bob'), filter, { limit: 2 });
    expect(first.items).toEqual([]);
    const after = first.next ?? '';
    const rest = await readInbox(world, callerOf('ana'), filter, { limit: 9, after });
    expect(rest.items).toHaveLength(2);
    expect(rest.next).toBeUndefined();
  });
});
