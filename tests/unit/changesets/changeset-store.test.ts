import { beforeEach, describe, expect, it } from 'vitest';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { timersFrom } from '#shared/changesets/approval-timer.ts';
import { requireWithinLimit } from '#shared/changesets/change-limit.ts';
import { type Changeset, revised } from '#shared/changesets/changeset.ts';
import {
  draftId,
  findChangeset,
  findDraftOfSession,
  listChangesets,
  markRolledBack,
  putChangeset,
} from '#shared/changesets/changeset-store.ts';
import { ChangesetMovedError, TargetMovedError } from '#shared/changesets/errors.ts';
import { keepRevision, listRevisions } from '#shared/changesets/past-revision.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { absent, equals } from '#shared/store/write.ts';
import type { ApprovalPolicy } from '#shared/tenants/approval-policy.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const TENANT = trustedTenant('acme');
const AT = new Date('2026-01-05T09:00:00.000Z');

const changesetOf = (id: string, more: Partial<Changeset> = {}): Changeset => ({
  ...proposeChangeset(
    {
      id,
      title: 'Office',
      origin: 'edit',
      requester: { user_id: 'ana', email: 'ana@acme.example', may_approve: true },
      changes: [creating(site())],
      at: AT,
    },
    { version: 5, policyVersion: 3, settings: DEFAULT_SETTINGS },
  ),
  ...more,
});

let table: InMemoryTable;
beforeEach(() => {
  table = new InMemoryTable();
});
const store = (...changesets: readonly Changeset[]) =>
  table.transact(
    TENANT,
    changesets.map((changeset) => putChangeset(changeset)),
  );

describe('a first revision', () => {
  it('has been decided by nobody, and waits from now on', () => {
    const { changes, risk, policy, revision_hash, ...rest } = changesetOf('cs-1');
    expect(rest).toEqual({
      id: 'cs-1',
      title: 'Office',
      origin: 'edit',
      requester: { user_id: 'ana', email: 'ana@acme.example', may_approve: true },
      session_id: null,
      template_id: null,
      rollback_of: null,
      rollback: null,
      deployment: null,
      body: null,
      recommendations: [],
      consensus_confidence: null,
      revision: 1,
      revised: null,
      editors: [],
      revisers: [],
      submitted_under: { version: 3, approval_policy: DEFAULT_SETTINGS.approval_policy },
      status: 'proposed',
      decisions: [],
      timers: [
        { kind: 'remind', at: '2026-01-06T09:00:00.000Z' },
        { kind: 'escalate', at: '2026-01-07T09:00:00.000Z' },
        { kind: 'expire', at: '2026-01-08T09:00:00.000Z' },
      ],
      created_at: AT.toISOString(),
      updated_at: AT.toISOString(),
      applied_at: null,
      rolled_back_by: null,
      left: [],
      reason: null,
      version: 0,
    });
    expect(policy.version).toBe(3);
  });
});

describe('a changeset that is written', () => {
  it('is new, or the version after the one that was read', () => {
    expect(putChangeset(changesetOf('cs-1'))).toMatchObject({
      key: { partition: 'CHANGESET', sort: 'cs-1' },
      condition: absent,
      item: { version: 1 },
    });
    const next = putChangeset(changesetOf('cs-1', { version: 4 }));
    expect(next).toMatchObject({ condition: equals({ version: 4 }), item: { version: 5 } });
    expect(next.refused?.(undefined)).toBeInstanceOf(ChangesetMovedError);
    expect(next.refused?.(undefined)).toMatchObject({
      code: 'invalid_state',
      message: 'The changeset was changed at the same time',
    });
  });

  it.each<[Changeset['status'], boolean]>([
    ['proposed', true],
    ['pending_approval', true],
    ['approved', false],
    ['applying', false],
    ['applied', false],
    ['stale', false],
  ])('as %s waits for a decision: %s', (status, waits) => {
    const changeset = changesetOf('cs-1', { status });
    const write = putChangeset(changeset);
    const index = {
      inbox: { partition: 'APPROVALS', sort: `${AT.toISOString()}#cs-1` },
      due: { queue: 'APPROVAL_TIMERS', at: '2026-01-06T09:00:00.000Z' },
    };
    expect(write).toMatchObject({ item: { timers: waits ? changeset.timers : [] } });
    expect('index' in write && write.index).toEqual(waits ? index : {});
  });

  it('waits for nothing to run out where no timer is left', () => {
    const write = putChangeset(changesetOf('cs-1', { timers: [] }));
    expect(write).not.toHaveProperty('index.due');
    expect(write).toHaveProperty('index.inbox');
  });
});

describe('changesets that are looked for', () => {
  it('are found by their id, and the last draft of a session by that of the session', async () => {
    await store(
      ...['s-1.002', 's-1.010', 's-1.001', 's-10.011', 'other'].map((id) => changesetOf(id)),
    );
    expect(await findChangeset(table, TENANT, 'other')).toMatchObject({ id: 'other', version: 1 });
    expect(await findChangeset(table, TENANT, 'nothing')).toBeUndefined();
    expect(await findDraftOfSession(table, TENANT, 's-1')).toMatchObject({ id: 's-1.010' });
    expect(await findDraftOfSession(table, TENANT, 's-2')).toBeUndefined();
    expect(draftId('s-1', 7)).toBe('s-1.007');
  });

  it('are listed newest first, page by page', async () => {
    await store(...['a', 'c', 'b'].map((id) => changesetOf(id)));
    const first = await listChangesets(table, TENANT, { limit: 2 });
    expect(first.changesets.map(({ id }) => id)).toEqual(['c', 'b']);
    const rest = await listChangesets(table, TENANT, { limit: 2, after: first.next ?? '' });
    expect(rest.changesets.map(({ id }) => id)).toEqual(['a']);
  });
});

describe('a changeset that another takes back', () => {
  const left = Array.from({ length: 120 }, (_, n) => ({
    entity_id: `shift:OFF001/s${n}`,
    code: 'changed_since' as const,
    reason: 'by others',
  }));

  it('must be as it was found, and names a hundred of what is left', () => {
    const write = markRolledBack('cs-1', { by: 'cs-2', from: 'failed', to: 'rolled_back', left });
    expect(write).toMatchObject({
      action: 'update',
      key: { partition: 'CHANGESET', sort: 'cs-1' },
      condition: equals({ status: 'failed' }),
      set: { status: 'rolled_back', rolled_back_by: 'cs-2', left: left.slice(0, 100) },
    });
    const refusal = write.refused?.(undefined);
    expect(refusal).toBeInstanceOf(TargetMovedError);
    expect(refusal?.message).toBe('The changeset is not failed any more');
  });
});

describe('the hash of a changeset', () => {
  it('stays with its state, and changes with its content', () => {
    const changeset = changesetOf('cs-1');
    const later = new Date('2026-01-06T09:00:00.000Z');
    const hashOf = (next: Partial<Changeset>) => revised(changeset, next, later).revision_hash;
    expect(hashOf({ status: 'rejected' })).toBe(changeset.revision_hash);
    expect(hashOf({ revision: 2 })).not.toBe(changeset.revision_hash);
    expect(hashOf({ changes: [creating(shift('Day'))] })).not.toBe(changeset.revision_hash);
    const policy = { ...changeset.policy, version: 9 };
    expect(hashOf({ policy })).not.toBe(changeset.revision_hash);
    expect(revised(changeset, {}, later).updated_at).toBe(later.toISOString());
  });
});

describe('the revisions of a changeset', () => {
  it('are kept once each, and read newest first', async () => {
    const numbers = [1, 2, 10];
    const writes = numbers.map((revision) => keepRevision(changesetOf('cs-1', { revision }), AT));
    await table.transact(TENANT, writes);
    const { revisions, next } = await listRevisions(table, TENANT, 'cs-1', { limit: 2 });
    expect(revisions.map(({ revision }) => revision)).toEqual([10, 2]);
    const rest = await listRevisions(table, TENANT, 'cs-1', { limit: 2, after: next ?? '' });
    expect(rest.revisions).toMatchObject([{ revision: 1, replaced_at: AT.toISOString() }]);
    expect(await listRevisions(table, TENANT, 'cs-2', { limit: 2 })).toEqual({ revisions: [] });
    const [write] = writes;
    expect(write?.condition).toEqual(absent);
    expect(write?.refused?.(undefined)).toBeInstanceOf(ChangesetMovedError);
    expect(write?.refused?.(undefined).message).toBe('The changeset was revised at the same time');
  });

  it('keep the first fifty changes, the rest is in the body', () => {
    const changes = Array.from({ length: 60 }, (_, n) => creating(shift(`S${n}`)));
    const write = keepRevision(changesetOf('cs-1', { changes }), AT);
    expect(write).toMatchObject({ item: { changes: { length: 50 } } });
  });
});

describe('the most changes of a changeset', () => {
  const step = creating(site());
  const many = (length: number) => Array.from({ length }, () => step);

  it('are five thousand', () => {
    expect(() => requireWithinLimit(many(5000))).not.toThrow();
    expect(() => requireWithinLimit(many(5001))).toThrow(
      expect.objectContaining({
        message: 'These are too many changes for one changeset',
        extensions: {
          errors: [{ pointer: '', detail: '5001 changes; one changeset holds at most 5000' }],
        },
      }),
    );
  });
});
describe('the timers of a changeset', () => {
  const timersOf = (times: Partial<ApprovalPolicy>) =>
    timersFrom(AT, { ...DEFAULT_SETTINGS.approval_policy, ...times });

  it('come in the order in which they run out, whatever comes first', () => {
    const early = { escalate_after_seconds: 60, reminder_after_seconds: 120 };
    expect(timersOf({ ...early, expire_after_seconds: 180 })).toEqual([
      { kind: 'escalate', at: '2026-01-05T09:01:00.000Z' },
      { kind: 'remind', at: '2026-01-05T09:02:00.000Z' },
      { kind: 'expire', at: '2026-01-05T09:03:00.000Z' },
    ]);
  });
});
