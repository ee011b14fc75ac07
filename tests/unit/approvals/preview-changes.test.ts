import { beforeEach, describe, expect, it } from 'vitest';
import { previewChanges, previewDraft, previewEdit } from '#shared/approvals/preview-changes.ts';
import type { WantedChange } from '#shared/changesets/wanted-changes.ts';
import { NotFoundError } from '#shared/runtime/app-error.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  await world.submit('ana', [creating(site())]);
  await world.submit('ana', [creating(shift('Day')), creating(shift('Night'))]);
});

const preview = (...wanted: WantedChange[]) => previewChanges(world, callerOf('ana'), wanted);
const RENAME: WantedChange = {
  operation: 'update',
  entity_id: 'site:OFF001',
  data: { name: 'Tower' },
};

describe('a preview', () => {
  it('plans on what is there, and counts what relies on it', async () => {
    const { changes, risk, policy, missing, blockers } = await preview(RENAME);
    expect(changes).toMatchObject([
      { operation: 'update', before: { name: 'Main Office' }, after: { name: 'Tower' } },
    ]);
    expect(risk.terms).toContainEqual({
      name: 'dependents',
      value: 0.2,
      reason: 'site:OFF001 (2)',
    });
    expect({ policy: policy.name, missing, blockers }).toEqual({
      policy: 'single',
      missing: null,
      blockers: [],
    });
  });

  it('names what forbids a deletion, and who is missing to agree to it', async () => {
    const two = await approvalWorld(['ana', 'bob']);
    await two.submit('ana', [creating(site())]);
    await two.submit('ana', [creating(shift('Day'))]);
    const wanted: WantedChange = { operation: 'delete', entity_id: 'site:OFF001' };
    const seen = await previewChanges(two, callerOf('ana'), [wanted]);
    expect(seen.blockers).toEqual(['shift:OFF001/day']);
    expect(seen.missing).toMatchObject({ required_approvals: 2, missing: 1 });
  });

  it('is nothing where everything is so already', async () => {
    const same = { ...RENAME, data: { name: 'Main Office' } };
    expect((await preview(same)).changes).toEqual([]);
  });

  it.each<[string, WantedChange, string]>([
    [
      'creates what is there',
      { operation: 'create', entity_type: 'site', data: creating(site()).after ?? {} },
      '/changes/0',
    ],
    ['updates what is not there', { ...RENAME, entity_id: 'site:NOWHERE' }, '/changes/0'],
    [
      'deletes what is not there',
      { operation: 'delete', entity_id: 'user:a@b.example' },
      '/changes/0',
    ],
    ['does not fit', { ...RENAME, data: { expected_users: 0 } }, '/changes/0/data/expected_users'],
    ['would be another resource', { ...RENAME, data: { code: 'HQ1' } }, '/changes/0'],
  ])('of a change that %s is refused, and says where', async (_, wanted, pointer) => {
    await expect(preview(wanted)).rejects.toMatchObject({
      code: 'validation_failed',
      extensions: { errors: [{ pointer }] },
    });
  });

  it('of two changes of one resource is refused', async () => {
    await expect(preview(RENAME, RENAME)).rejects.toMatchObject({
      extensions: { errors: [{ pointer: '/changes/1', detail: 'site:OFF001 is there twice' }] },
    });
  });

  it('of an edit shows the changeset as it would be, with one person less to decide', async () => {
    const pending = await world.submit('ana', [
      ...Array.from({ length: 11 }, (_, n) => creating(shift(`S${n}`))),
    ]);
    const edit = {
      removals: [],
      modifications: { 'shift:OFF001/s0': { people: 9 } },
      additions: [],
    };
    const command = { changesetId: pending.id, ...edit };
    const seen = await previewEdit(world, callerOf('bob'), command);
    expect(seen.changes[0]?.after).toMatchObject({ people: 9 });
    expect(seen.missing).toMatchObject({ missing: 1 });
    expect(await world.read(pending.id)).toMatchObject({ revision: 1, editors: [] });
  });

  it('of a session without a draft finds nothing', async () => {
    const attempt = previewDraft(world, callerOf('ana'), crypto.randomUUID());
    await expect(attempt).rejects.toBeInstanceOf(NotFoundError);
  });

  it('writes nothing', async () => {
    const told = world.events();
    await preview(RENAME);
    expect(world.events()).toEqual(told);
  });
});
