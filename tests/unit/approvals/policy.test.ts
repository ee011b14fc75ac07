import { describe, expect, it } from 'vitest';
import { judgePolicy } from '#shared/approvals/policy.ts';
import type { Change } from '#shared/changesets/change.ts';
import type { ApprovalPolicy } from '#shared/tenants/approval-policy.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import { creating, deleting, shift, site } from '#tests/support/changesets/drafts.ts';

const judge = (
  score: number,
  { mayApprove = true, changes = [creating(shift('Day'))], policy = {} }: Judged = {},
) =>
  judgePolicy(
    { version: 4, approval_policy: { ...DEFAULT_SETTINGS.approval_policy, ...policy } },
    { risk: { score, terms: [] }, changes, mayBeAuto: mayApprove },
  );

interface Judged {
  readonly mayApprove?: boolean;
  readonly changes?: readonly Change[];
  readonly policy?: Partial<ApprovalPolicy>;
}

const many = (count: number) =>
  Array.from({ length: count }, (_, n) => creating(shift(`Shift ${n}`)));

const TABLE: readonly [string, ReturnType<typeof judge>['name'], number, Judged][] = [
  ['no risk, asked for by an approver', 'auto', 0, {}],
  ['little risk', 'auto', 0.399999, {}],
  ['just enough risk', 'single', 0.4, {}],
  ['much risk', 'single', 0.699999, {}],
  ['too much risk for one', 'two_person', 0.7, {}],
  ['all the risk there is', 'two_person', 1, {}],
  ['no risk, asked for by a member', 'single', 0, { mayApprove: false }],
  ['ten changes', 'auto', 0.1, { changes: many(10) }],
  ['eleven changes', 'two_person', 0.1, { changes: many(11) }],
  ['a deleted shift', 'auto', 0.1, { changes: [deleting(shift('Day'))] }],
  ['a deleted site', 'two_person', 0.1, { changes: [deleting(site())] }],
  ['a tenant that never decides alone', 'single', 0, { policy: { auto_below: 0 } }],
  ['a tenant that always asks two', 'two_person', 0, { policy: { two_person_from: 0 } }],
  [
    'a tenant that asks two for every change',
    'two_person',
    0,
    { policy: { two_person_over_changes: 0 } },
  ],
];

describe('the approval policy', () => {
  it.each(TABLE)('of %s is %s', (_, name, score, judged) => {
    expect(judge(score, judged)).toMatchObject({ name, version: 4 });
  });

  it('asks for as many people as the tenant says, and never without a reason', () => {
    expect(judge(0.1)).toMatchObject({ required_approvals: 0 });
    expect(judge(0.5)).toMatchObject({ required_approvals: 1 });
    expect(judge(0.9)).toMatchObject({ required_approvals: 2 });
    expect(judge(0.9, { policy: { quorum: 3 } })).toMatchObject({ required_approvals: 3 });
    for (const score of [0.1, 0.5, 0.9]) expect(judge(score).reasons).not.toEqual([]);
  });

  it('gives every reason why it takes two', () => {
    const changes = [...many(11), deleting(site())];
    expect(judge(0.8, { changes }).reasons).toHaveLength(3);
  });
});

describe('the words of the approval policy', () => {
  it('say which number was held against which', () => {
    expect(judge(0.1).reasons).toEqual(['risk 0.1 is below 0.4, asked for by an approver']);
    expect(judge(0.5).reasons).toEqual(['risk 0.5 is below 0.7']);
    expect(judge(0.8, { changes: [...many(11), deleting(site())] }).reasons).toEqual([
      'risk 0.8 is 0.7 or more',
      '12 changes are more than 10',
      'a site is deleted',
    ]);
  });
});

describe('whom the approval policy asks', () => {
  const single = { roles: [], people: ['ana'] };
  const two_person = { roles: ['admin' as const], people: [] };
  const named = { policy: { approvers: { single, two_person }, veto: 'majority' as const } };

  it('is set for each level, and nobody under auto', () => {
    const asked = [0.1, 0.5, 0.9].map((score) => judge(score, named));
    expect(asked.map(({ approvers }) => approvers)).toEqual([null, single, two_person]);
    expect(asked.map(({ veto }) => veto)).toEqual(['majority', 'majority', 'majority']);
  });

  it('is everybody, with one rejection enough, where the tenant says nothing', () => {
    const { approvers: _, veto: __, ...bare } = DEFAULT_SETTINGS.approval_policy;
    for (const score of [0.1, 0.5, 0.9]) {
      const input = { risk: { score, terms: [] }, changes: [], mayBeAuto: true };
      const policy = { version: 0, approval_policy: bare };
      expect(judgePolicy(policy, input)).toMatchObject({ approvers: null, veto: 'one_reject' });
    }
  });
});
