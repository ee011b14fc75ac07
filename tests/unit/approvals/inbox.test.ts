import { beforeEach, describe, expect, it } from 'vitest';
import { type InboxFilter, readInbox } from '#shared/approvals/inbox.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
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
});
