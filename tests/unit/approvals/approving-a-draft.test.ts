import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ApproveRecommendations,
  approveRecommendations,
  previewApproval,
} from '#shared/approvals/approve-recommendations.ts';
import { previewDraft } from '#shared/approvals/preview-changes.ts';
import { proposeChangeset } from '#shared/approvals/propose-changeset.ts';
import { draftId, findDraftOfSession, putChangeset } from '#shared/changesets/changeset-store.ts';
import { DEFAULT_SETTINGS } from '#shared/tenants/settings.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, shift, site } from '#tests/support/changesets/drafts.ts';

const SESSION = 'session-1';
const SITE = 'rec:site:OFF001';
const DAY = 'rec:shift:OFF001/day';
const CHANGES = [site(), shift('Day'), shift('Night')].map(creating);

let world: ApprovalWorld;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob', 'cem']);
  await drafted(1, CHANGES.slice(0, 1));
  await drafted(2, CHANGES);
});

async function drafted(number: number, changes: typeof CHANGES) {
  const proposal = {
    id: draftId(SESSION, number),
    title: 'Office',
    origin: 'conversation' as const,
    requester: { user_id: 'mia', email: 'mia@acme.example', may_approve: false },
    changes,
    at: world.clock.now(),
  };
  const draft = proposeChangeset(proposal, {
    version: 0,
    policyVersion: 0,
    settings: DEFAULT_SETTINGS,
  });
  await world.table.transact(TENANT, [putChangeset(draft)]);
}

const NOTHING: ApproveRecommendations = {
  sessionId: SESSION,
  rejectedItems: [],
  reasons: {},
  modifications: {},
};
const approve = async (command: Partial<ApproveRecommendations>) => {
  const caller = callerOf('ana');
  return world.carryOut(
    caller,
    await approveRecommendations(world, caller, { ...NOTHING, ...command }),
  );
};
const ids = (changes: readonly { readonly entity_id: string }[]) =>
  changes.map(({ entity_id }) => entity_id);

describe('approving the draft of a conversation', () => {
  it('is about the last one, whole, where nothing else is said', async () => {
    const applied = await approve({});
    expect(applied).toMatchObject({ id: 'session-1.002', status: 'applied', revision: 1 });
    expect(applied.decisions).toMatchObject([{ reason: null }]);
    expect(await findDraftOfSession(world.table, TENANT, SESSION)).toMatchObject({
      id: 'session-1.002',
    });
  });

  it('takes what is approved and leaves what is rejected, which makes nobody an editor', async () => {
    const taken = await approve({ approvedItems: [SITE, DAY], rejectedItems: [DAY] });
    expect(taken).toMatchObject({ status: 'applied', revision: 2, editors: [] });
    expect(ids(taken.changes)).toEqual(['site:OFF001']);
  });

  it('leaves out what is rejected alone', async () => {
    const taken = await approve({ rejectedItems: [DAY] });
    expect(ids(taken.changes)).toEqual(['site:OFF001', 'shift:OFF001/night']);
    expect(taken.revised).toMatchObject({ kind: 'selection' });
  });

  it('keeps the reasons, one line for each item', async () => {
    const { decisions } = await approve({ reasons: { [SITE]: 'ours', [DAY]: 'as agreed' } });
    expect(decisions).toMatchObject([{ reason: `${SITE}: ours\n${DAY}: as agreed` }]);
  });

  it('with other values is an edit, which others decide about', async () => {
    const edited = await approve({ modifications: { [DAY]: { people: 9 } } });
    expect(edited).toMatchObject({
      status: 'pending_approval',
      editors: [{ user_id: 'ana' }],
      decisions: [],
    });
    expect(edited.changes[1]?.after).toMatchObject({ people: 9 });
  });

  it('is refused where a session has no draft', async () => {
    await expect(approve({ sessionId: 'session-2' })).rejects.toMatchObject({
      code: 'not_found',
      message: 'The session has no draft',
    });
  });
});

describe('looking at it first', () => {
  it('judges the draft as it would be, and writes nothing', async () => {
    const command = { ...NOTHING, rejectedItems: [DAY], modifications: { [SITE]: { name: 'HQ' } } };
    const seen = await previewApproval(world, callerOf('ana'), command);
    expect(ids(seen.changes)).toEqual(['site:OFF001', 'shift:OFF001/night']);
    expect(seen.changes[0]?.after).toMatchObject({ name: 'HQ' });
    expect(seen.policy.name).toBe('single');
    expect(await findDraftOfSession(world.table, TENANT, SESSION)).toMatchObject({ revision: 1 });
    const missing = { ...command, sessionId: 'session-2' };
    await expect(previewApproval(world, callerOf('ana'), missing)).rejects.toThrow('no draft');
  });

  it('shows who would have to agree', async () => {
    const seen = await previewDraft(world, callerOf('ana'), SESSION);
    expect(seen).toMatchObject({ missing: null, blockers: [], policy: { name: 'single' } });
    expect(seen.changes).toEqual(CHANGES);
  });
});
