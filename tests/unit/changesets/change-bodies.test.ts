import { beforeEach, describe, expect, it } from 'vitest';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { isWhole, keepBody, wholeChangeset } from '#shared/changesets/change-bodies.ts';
import { type Changeset, countChanges, revised } from '#shared/changesets/changeset.ts';
import { findChangeset, putChangeset } from '#shared/changesets/changeset-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';
import { InMemoryChangeBodies } from '#tests/support/changesets/in-memory-change-bodies.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const TENANT = trustedTenant('acme');
const AT = new Date('2026-01-05T09:00:00.000Z');

const changesetOf = (count: number): Changeset =>
  proposeChangeset(
    {
      id: 'cs-1',
      title: 'Many shifts',
      origin: 'edit',
      requester: { user_id: 'ana', email: 'ana@acme.example', may_approve: true },
      changes: [
        creating(site()),
        ...Array.from({ length: count - 1 }, (_, n) => creating(shift(`S${n}`))),
      ],
      at: AT,
    },
    { version: 0, policyVersion: 0, settings: DEFAULT_SETTINGS },
  );

let table: InMemoryTable;
let bodies: InMemoryChangeBodies;
beforeEach(() => {
  table = new InMemoryTable();
  bodies = new InMemoryChangeBodies();
});

async function stored(changeset: Changeset): Promise<Changeset> {
  await table.transact(TENANT, [putChangeset(await keepBody(bodies, TENANT, changeset))]);
  const found = await findChangeset(table, TENANT, changeset.id);
  if (!found) throw new Error('It was just stored');
  return found;
}

describe('a changeset of up to fifty changes', () => {
  it('holds them itself', async () => {
    const found = await stored(changesetOf(50));
    expect(isWhole(found)).toBe(true);
    expect(found.changes).toHaveLength(50);
    expect(bodies.size).toBe(0);
  });
});

describe('a longer one', () => {
  it('shows the first, knows how many there are, and has all of them in its body', async () => {
    const changeset = changesetOf(200);
    const found = await stored(changeset);
    expect(found.changes).toEqual(changeset.changes.slice(0, 50));
    expect(countChanges(found)).toBe(200);
    const whole = await wholeChangeset(bodies, TENANT, found);
    expect(whole.changes).toEqual(changeset.changes);
    expect(isWhole(found)).toBe(false);
  });

  it('is not written before its body is, nor after its content has changed', async () => {
    const changeset = changesetOf(200);
    expect(() => putChangeset(changeset)).toThrow('not kept');
    const kept = await keepBody(bodies, TENANT, changeset);
    expect(() => putChangeset(revised(kept, { status: 'rejected' }, AT))).not.toThrow();
    const shorter = revised(kept, { changes: kept.changes.slice(0, 3) }, AT);
    expect(() => putChangeset(shorter)).toThrow('not kept');
    const again = await keepBody(bodies, TENANT, shorter);
    expect(again.body).toBeNull();
    expect(() => putChangeset(again)).not.toThrow();
  });

  it('keeps its hash through states, without its changes at hand', async () => {
    const found = await stored(changesetOf(200));
    const expired = revised(found, { status: 'expired' }, AT);
    expect(expired.revision_hash).toBe(found.revision_hash);
    expect((await wholeChangeset(bodies, TENANT, expired)).changes).toHaveLength(200);
  });

  it('is refused where its body is not what was decided about', async () => {
    const found = await stored(changesetOf(200));
    const name = { changesetId: found.id, revisionHash: found.revision_hash };
    const lines = await bodies.read(TENANT, name);
    await bodies.write(TENANT, name, lines.replace('"people":3', '"people":4'));
    await expect(wholeChangeset(bodies, TENANT, found)).rejects.toThrow('not those');
    await bodies.write(TENANT, name, lines.split('\n').slice(1).join('\n'));
    await expect(wholeChangeset(bodies, TENANT, found)).rejects.toThrow('not those');
  });

  it('is written once, and read only where its changes are not at hand', async () => {
    const kept = await keepBody(bodies, TENANT, changesetOf(200));
    const none = {
      write: () => Promise.reject(new Error('written again')),
      read: () => Promise.reject(new Error('read again')),
    };
    expect(await keepBody(none, TENANT, kept)).toBe(kept);
    expect(await wholeChangeset(none, TENANT, kept)).toBe(kept);
    const short = changesetOf(3);
    expect(await wholeChangeset(none, TENANT, await keepBody(none, TENANT, short))).toBe(short);
  });
});
