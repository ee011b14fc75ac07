import { beforeEach, describe, expect, it } from 'vitest';
import { auditView } from '#shared/audit/chain.ts';
import { PeopleDirectory } from '#shared/tenants/people-directory.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob']);
});

async function factOf(action: string) {
  const { found } = await world.table.query(TENANT, { partition: 'AUDIT' });
  const fact = found.find(({ item }) => item['action'] === action);
  return auditView.parse({ previous_hash: null, hash: null, ...fact?.item });
}

describe('a fact says who did it, in which role, from where, by what request', () => {
  it('of the request that lets somebody in for the first time, and what was written', async () => {
    const mia = callerOf('mia', ['member']);
    await new PeopleDirectory(world).rolesOf(mia);
    expect(await factOf('person.added')).toMatchObject({
      actor: { id: 'mia', email: mia.email, roles: ['member'], via: null },
      source_ip: mia.sourceIp,
      correlation_id: mia.correlationId,
      before_hash: null,
      after_hash: expect.any(String),
    });
  });

  it('of the worker that applies in batches: whose application it is, and which function', async () => {
    await world.setPolicy({ auto_below: 1, two_person_from: 1, two_person_over_changes: 1000 });
    await world.policies.fresh(TENANT);
    const shifts = Array.from({ length: 60 }, (_, n) => creating(shift(`S${n}`)));
    const changeset = await world.submit('ana', [creating(site()), ...shifts]);
    await world.work(changeset);
    const { sourceIp, correlationId, email } = callerOf('ana');
    expect(await factOf('changeset.applied')).toMatchObject({
      actor: { id: 'ana', email, roles: ['approver'], via: 'queue/apply-changeset' },
      source_ip: sourceIp,
      correlation_id: correlationId,
    });
  });

  it('of a timer, that nobody asked for it', async () => {
    await world.draft('mia', [creating(site())]);
    world.clock.passSeconds(73 * 3600);
    await world.fireTimers();
    expect(await factOf('approval.expired')).toMatchObject({
      actor: { id: 'due-timers', email: null, roles: null, via: 'schedule/due-timers' },
      source_ip: null,
    });
  });
});
