import { describe, expect, it } from 'vitest';
import {
  approvalEscalated,
  approvalExpired,
  approvalGranted,
  approvalRejected,
  approvalReminded,
  approvalRequested,
  changesetApplied,
  changesetFailed,
  changesetStale,
  summaryOf,
  templateDeployed,
} from '#shared/approvals/announce.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { creating, deleting, shift, site } from '#tests/support/changesets/drafts.ts';

const BOB = { user_id: 'bob', email: 'bob@acme.example' };

const changesetOf = (shifts: number, more: Partial<Changeset> = {}): Changeset => ({
  ...proposeChangeset(
    {
      id: 'cs-1',
      title: 'Office',
      origin: 'template',
      session_id: 'session-1',
      requester: { user_id: 'ana', email: 'ana@acme.example', may_approve: false },
      changes: [
        creating(site()),
        ...Array.from({ length: shifts }, (_, n) => creating(shift(`S${n}`))),
      ],
      at: new Date('2026-01-05T09:00:00.000Z'),
    },
    { version: 0, policyVersion: 0, settings: DEFAULT_SETTINGS },
  ),
  ...more,
});

const SMALL = changesetOf(1);
const ESSENCE = {
  changeset_id: 'cs-1',
  revision: 1,
  session_id: 'session-1',
  origin: 'template',
  title: 'Office',
  requester: { user_id: 'ana', email: 'ana@acme.example' },
  risk_score: 0.24,
  changes: 2,
};
const SUMMARY = [
  'create site:OFF001 – name: “Main Office”; code: OFF001; site_type: office; time_zone: Europe/Berlin; operating_hours: around_the_clock false, close 18:00, open 08:00; expected_users: 20',
  'create shift:OFF001/s0 – name: S0; site_code: OFF001; start: 08:00; end: 16:00; people: 3',
];
const DECIDABLE = {
  revision_hash: SMALL.revision_hash,
  expires_at: '2026-01-08T09:00:00.000Z',
};

describe('what is told of a changeset', () => {
  it('that waits: what it is, until when it is decided, by how many, and what it does', () => {
    expect(approvalRequested(SMALL)).toEqual({
      name: 'approval.requested.v1',
      data: {
        ...ESSENCE,
        ...DECIDABLE,
        policy: 'single',
        required_approvals: 1,
        summary: SUMMARY,
      },
    });
  });

  it('begins with what is gravest: sites that go, then whatever else goes', () => {
    const changes = [...changesetOf(30).changes, deleting(shift('Day')), deleting(site())];
    expect(
      summaryOf({ changes })
        .map((line) => line.split(' – ')[0])
        .slice(0, 3),
    ).toEqual(['delete site:OFF001', 'delete shift:OFF001/day', 'create site:OFF001']);
  });

  it('has no more than twenty lines, and no end where nothing expires', () => {
    expect(summaryOf(changesetOf(30))).toHaveLength(20);
    expect(approvalRequested({ ...SMALL, timers: [] }).data).toMatchObject({ expires_at: null });
  });

  it('that somebody agreed to, or was reminded of: how many more it takes, never less than none', () => {
    expect(approvalGranted(SMALL, BOB)).toEqual({
      name: 'approval.granted.v1',
      data: { ...ESSENCE, approver: BOB, conditions: null, still_required: 1 },
    });
    expect(approvalReminded(SMALL)).toEqual({
      name: 'approval.reminded.v1',
      data: { ...ESSENCE, ...DECIDABLE, still_required: 1, summary: SUMMARY },
    });
    const approved = (user_id: string) => ({
      decision: 'approve' as const,
      approver: { ...BOB, user_id },
      at: '2026-01-05T09:00:00.000Z',
      reason: null,
      conditions: null,
      revision_hash: SMALL.revision_hash,
    });
    const twice = { ...SMALL, decisions: [approved('bob'), approved('cem')] };
    expect(approvalGranted(twice, BOB).data).toMatchObject({ still_required: 0 });
  });

  it('that was refused, handed on or has run out: by whom and why', () => {
    expect(approvalRejected(SMALL, BOB, 'no')).toEqual({
      name: 'approval.rejected.v1',
      data: { ...ESSENCE, approver: BOB, reason: 'no', status: 'proposed' },
    });
    expect(approvalEscalated(SMALL, null, 'late')).toEqual({
      name: 'approval.escalated.v1',
      data: { ...ESSENCE, approver: null, reason: 'late' },
    });
    expect(approvalExpired(SMALL)).toEqual({ name: 'approval.expired.v1', data: ESSENCE });
  });

  it('that is applied: the first hundred of its resources', () => {
    expect(changesetApplied(SMALL)).toEqual({
      name: 'changeset.applied.v1',
      data: { ...ESSENCE, resources: ['site:OFF001', 'shift:OFF001/s0'] },
    });
    expect(changesetApplied(changesetOf(150)).data['resources']).toHaveLength(100);
  });

  it('that deploys a template: which version of it, and where', () => {
    const deployment = { template_version: '1.2.0', site_code: 'OFF001' };
    expect(templateDeployed({ ...SMALL, template_id: 'office', deployment })).toEqual([
      {
        name: 'template.deployed.v1',
        data: { template_id: 'office', changeset_id: 'cs-1', ...deployment },
      },
    ]);
    expect(templateDeployed(SMALL)).toEqual([]);
  });

  it('that took another back: the other one, and who did it', () => {
    expect(changesetApplied({ ...SMALL, rollback_of: 'cs-0' })).toEqual({
      name: 'changeset.rolled_back.v1',
      data: { ...ESSENCE, changeset_id: 'cs-0', rolled_back_by: 'cs-1' },
    });
  });

  it('that is stale, or stopped: what stood in the way, a hundred at most', () => {
    const many = Array.from({ length: 150 }, (_, n) => `shift:OFF001/s${n}`);
    expect(changesetStale(SMALL, many.slice(0, 1))).toEqual({
      name: 'changeset.stale.v1',
      data: { ...ESSENCE, conflicts: ['shift:OFF001/s0'] },
    });
    expect(changesetStale(SMALL, many).data['conflicts']).toHaveLength(100);
    const left = many.map((entity_id) => ({
      entity_id,
      code: 'changed_since' as const,
      reason: 'by others',
    }));
    expect(changesetFailed({ ...SMALL, reason: 'moved', left: left.slice(0, 2) })).toEqual({
      name: 'changeset.failed.v1',
      data: { ...ESSENCE, reason: 'moved', left: ['shift:OFF001/s0', 'shift:OFF001/s1'] },
    });
    expect(changesetFailed({ ...SMALL, left }).data['left']).toHaveLength(100);
    expect(changesetFailed(SMALL).data).toMatchObject({ reason: '', left: [] });
  });
});
