import { describe, expect, it } from 'vitest';
import {
  type Asking,
  distinct,
  goesBy,
  hasDecided,
  isAsked,
  mayCount,
  samePerson,
} from '#shared/approvals/approvers.ts';
import { countedApprovals, isSatisfied, isVetoed } from '#shared/approvals/policy.ts';
import { missingAmong, missingApprovers, requireQuorum } from '#shared/approvals/quorum.ts';
import type { DecisionRecord } from '#shared/changesets/changeset.ts';
import type { Person } from '#shared/tenants/person.ts';
import { TENANT } from '#tests/support/approvals/approval-world.ts';

const HASH = 'a'.repeat(64);

const person = (name: string, roles: Person['roles'] = ['approver']): Person => ({
  user_id: name,
  email: `${name}@acme.example`,
  name,
  roles,
  language: 'en',
  active: true,
  managed: true,
  version: 1,
});

const refOf = (user_id: string) => ({ user_id, email: `${user_id}@acme.example` });

const deciding = (
  user_id: string,
  decision: DecisionRecord['decision'] = 'approve',
  revision_hash = HASH,
): DecisionRecord => ({
  decision,
  approver: refOf(user_id),
  at: '2026-01-05T00:00:00.000Z',
  reason: null,
  conditions: null,
  revision_hash,
});

/** Asked for by mia, edited by eva, to be agreed to by two. */
const asking = (
  decisions: readonly DecisionRecord[] = [],
  policy: Partial<Asking['policy']> = {},
): Asking => ({
  requester: { user_id: 'mia', email: 'mia@acme.example', may_approve: true },
  editors: [refOf('eva')],
  decisions: [...decisions],
  revision_hash: HASH,
  policy: {
    name: 'two_person',
    required_approvals: 2,
    reasons: [],
    approvers: null,
    submitted_approvers: null,
    veto: 'one_reject',
    version: 0,
    ...policy,
  },
});

describe('an approval counts', () => {
  it.each<[string, DecisionRecord[], number]>([
    ['of anybody else', [deciding('ana')], 1],
    ['of two people', [deciding('ana'), deciding('bob')], 2],
    ['of one person once', [deciding('ana'), deciding('ana')], 1],
    ['not of the requester', [deciding('mia')], 0],
    ['not of an editor', [deciding('eva')], 0],
    ['not about another revision', [deciding('ana', 'approve', 'b'.repeat(64))], 0],
    ['not where it is a rejection', [deciding('ana', 'reject')], 0],
    ['not where it hands it on', [deciding('ana', 'escalate')], 0],
  ])('%s', (_, decisions, counted) => {
    expect(countedApprovals(asking(decisions))).toBe(counted);
    expect(isSatisfied(asking(decisions))).toBe(counted >= 2);
  });
});

describe('a rejection ends it', () => {
  const isOver = (veto: 'one_reject' | 'majority', required_approvals: number, ...who: string[]) =>
    isVetoed(
      asking(
        who.map((name) => deciding(name, 'reject')),
        { veto, required_approvals },
      ),
    );

  it('at once where one is enough, even of the requester', () => {
    expect(isOver('one_reject', 2)).toBe(false);
    expect(isOver('one_reject', 2, 'ana')).toBe(true);
    expect(isOver('one_reject', 2, 'mia')).toBe(true);
  });

  it('under the majority with more than half of what is asked for, by those who count', () => {
    expect(isOver('majority', 2, 'ana')).toBe(false);
    expect(isOver('majority', 2, 'ana', 'bob')).toBe(true);
    expect(isOver('majority', 3, 'ana', 'bob')).toBe(true);
    expect(isOver('majority', 4, 'ana', 'bob')).toBe(false);
    expect(isOver('majority', 2, 'mia', 'eva', 'ana')).toBe(false);
  });

  it('only about this revision, and only where it is one', () => {
    const others = [deciding('ana', 'reject', 'b'.repeat(64)), deciding('bob', 'escalate')];
    expect(isVetoed(asking(others))).toBe(false);
  });
});

describe('a person', () => {
  it('counts who has neither asked nor edited', () => {
    expect(['ana', 'mia', 'eva'].map((name) => mayCount(asking(), refOf(name)))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('goes by id and by e-mail address, in any case', () => {
    expect(goesBy(person('ana'), 'ANA')).toBe(true);
    expect(goesBy(person('Ana'), 'ana@ACME.example')).toBe(true);
    expect(goesBy(person('ana'), 'an')).toBe(false);
  });

  it('goes by a name with an @ only where that is the address, and by any other only as an id', () => {
    const twisted = { user_id: 'bob@acme.example', email: 'ana' };
    expect(goesBy(twisted, 'bob@acme.example')).toBe(false);
    expect(goesBy(twisted, 'ana')).toBe(false);
    expect(goesBy(person('ana'), ' Ana@acme.example ')).toBe(true);
  });

  it('is one human under every account with the same address, and nobody by an empty one', () => {
    const again = { user_id: 'ana2', email: ' ANA@acme.example' };
    const third = { user_id: 'ana2', email: 'other@acme.example' };
    const nobody = { user_id: 'x', email: '' };
    expect(samePerson(person('ana'), again)).toBe(true);
    expect(samePerson(nobody, { user_id: 'y', email: ' ' })).toBe(false);
    const people = [refOf('ana'), again, third, nobody, { user_id: 'y', email: '' }];
    expect(distinct(people).map(({ user_id }) => user_id)).toEqual(['ana', 'x', 'y']);
    const both = [deciding('ana'), { ...deciding('bob'), approver: again }];
    expect(countedApprovals(asking(both))).toBe(1);
  });

  it('has decided by an approval or a rejection of this revision', () => {
    const decisions = [
      deciding('ana'),
      deciding('bob', 'reject'),
      deciding('cem', 'escalate'),
      deciding('dua', 'approve', 'b'.repeat(64)),
    ];
    const decided = ['ana', 'bob', 'cem', 'dua', 'eva'].map((name) =>
      hasDecided(asking(decisions), refOf(name)),
    );
    expect(decided).toEqual([true, true, false, false, false]);
  });

  it('is asked where nobody is named, by a role, or by name', () => {
    const asks = (approvers: Asking['policy']['approvers'], who: Person) =>
      isAsked(asking([], { approvers }), who);
    expect(asks(null, person('ana'))).toBe(true);
    expect(asks({ roles: [], people: [] }, person('ana'))).toBe(false);
    expect(asks({ roles: ['admin'], people: ['ana'] }, person('ana'))).toBe(true);
    expect(asks({ roles: ['admin'], people: ['ana', 'cem'] }, person('bob'))).toBe(false);
    expect(asks({ roles: ['admin', 'approver'], people: [] }, person('bob'))).toBe(true);
  });
});

describe('who is missing for a quorum', () => {
  const PEOPLE = ['ana', 'bob', 'mia', 'eva'].map((name) => person(name));

  it('is nobody where enough are left who have not decided', () => {
    expect(missingAmong(PEOPLE, asking())).toBeUndefined();
    expect(missingAmong(PEOPLE, asking([deciding('ana')]))).toBeUndefined();
    const both = asking([deciding('ana'), deciding('bob')]);
    expect(missingAmong(PEOPLE, both)).toBeUndefined();
  });

  it('is as many more as have approved and are no approvers any more', () => {
    const both = asking([deciding('ana'), deciding('bob')]);
    expect(missingAmong(PEOPLE.slice(1), both)).toMatchObject({ missing: 1 });
    expect(missingAmong([], both)).toMatchObject({ missing: 2 });
  });

  it('is one more where somebody has rejected', () => {
    expect(missingAmong(PEOPLE, asking([deciding('ana', 'reject')]))).toMatchObject({ missing: 1 });
  });

  it('is told in words: how many of how many, with which roles', () => {
    expect(missingAmong(PEOPLE.slice(0, 1), asking())).toEqual({
      required_approvals: 2,
      missing: 1,
      roles: ['approver', 'admin'],
      people: [],
      detail:
        'The policy two_person needs 2 approvals by others than the requester and the editors; 1 more approvers are missing, with the role approver or admin',
    });
  });

  it('is told by name where the policy names people, without those who can decide', () => {
    const approvers = { roles: ['admin' as const], people: ['ANA', 'mia', 'zoe'] };
    expect(missingAmong(PEOPLE, asking([], { approvers }))).toMatchObject({
      missing: 1,
      roles: ['admin'],
      people: ['mia', 'zoe'],
      detail: expect.stringMatching(/missing, with the role admin, or named mia, zoe$/),
    });
    const named = { roles: [], people: ['zoe'] };
    expect(missingAmong(PEOPLE, asking([], { approvers: named }))).toMatchObject({
      missing: 2,
      detail: expect.stringMatching(/2 more approvers are missing, named zoe$/),
    });
  });

  it('is asked of the directory again before anybody is refused, and not otherwise', async () => {
    let fresh = 0;
    const people = (held: readonly Person[], there: readonly Person[]) => ({
      approvers: async () => held,
      freshApprovers: async () => {
        fresh += 1;
        return there;
      },
    });
    await requireQuorum({ people: people(PEOPLE, []) }, TENANT, asking());
    expect(fresh).toBe(0);
    await requireQuorum({ people: people([], PEOPLE) }, TENANT, asking());
    expect(fresh).toBe(1);
    const nobody = { people: people([], []) };
    const missing = await missingApprovers(nobody, TENANT, asking());
    await expect(requireQuorum(nobody, TENANT, asking())).rejects.toMatchObject({
      code: 'policy_unsatisfiable',
      message: missing?.detail,
      extensions: { missing },
    });
  });
});
