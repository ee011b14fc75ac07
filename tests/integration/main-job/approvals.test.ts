import { describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { drafted, OFFICE } from '#tests/support/onboarding/office.ts';
import { eventsTold } from '#tests/support/onboarding/tenant-items.ts';

const cloud = useLocalCloud();
const KINDS = ['site', 'shift', 'staff_role', 'security_policy'];

const team = (tenant: string) =>
  company(cloud, tenant, {
    mia: ['member'],
    ann: ['approver'],
    bob: ['approver'],
    cid: ['approver'],
  });

/** The applied configuration, by id. */
async function configurationOf(person: Person): Promise<Record<string, unknown>> {
  const pages = await Promise.all(KINDS.map((kind) => person.get(`/resources?kind=${kind}`)));
  const items: { entity_id: string; data: unknown }[] = pages.flatMap(({ body }) => body.items);
  return Object.fromEntries(items.map(({ entity_id, data }) => [entity_id, data]));
}

const decide = (person: Person, changesetId: string, body: object = { decision: 'approve' }) =>
  person.post(`/approvals/${changesetId}~1/decide`, body);

const deploy = async (person: Person, template: string) =>
  (await person.post(`/templates/${template}/deploy`, { dry_run: false })).body.changeset_info;

describe('a draft that one person must approve', () => {
  it('is in the inbox, shows in a dry run what it would do, and is applied', async () => {
    const { mia, ann } = await team('single');
    const draft = (await drafted(mia)).body;
    const session_id = draft.conversation_id;
    await cloud.drain();
    const [waiting] = (await ann.get('/approvals')).body.items;
    expect(waiting).toMatchObject({ kind: 'draft', session_id, can_decide: true });

    const dry = (await ann.post('/recommendations/approve', { session_id })).body;
    expect(dry).toMatchObject({ dry_run: true, policy: { name: 'single', required_approvals: 1 } });
    expect(dry.changes).toHaveLength(draft.enhanced_recommendations.length);
    expect(await configurationOf(mia)).toEqual({});

    const real = (await ann.post('/recommendations/approve', { session_id, dry_run: false })).body;
    expect(real).toMatchObject({ status: 'applied', changes_applied: dry.changes.length });
    const expected = dry.changes.map(
      ({ entity_id, after }: { entity_id: string; after: unknown }) => [entity_id, after],
    );
    expect(await configurationOf(mia)).toEqual(Object.fromEntries(expected));
    expect((await mia.get(`/conversation/${session_id}`)).body.state).toBe('completed');
    await cloud.drain();
    expect((await ann.get('/approvals')).body.items).toEqual([]);
  });

  it('leaves out what is rejected, and that is no edit', async () => {
    const { mia, ann } = await team('partly');
    const { conversation_id: session_id, enhanced_recommendations } = (await drafted(mia)).body;
    const rejected = enhanced_recommendations.find(
      ({ entity_type }: { entity_type: string }) => entity_type === 'shift',
    );
    const rejected_items = [rejected.recommendation_id];
    const request = { session_id, rejected_items, dry_run: false };
    const { body } = await ann.post('/recommendations/approve', request);
    expect(body).toMatchObject({
      status: 'applied',
      changes_applied: enhanced_recommendations.length - 1,
    });
    expect(Object.keys(await configurationOf(mia)).filter((id) => id.startsWith('shift:'))).toEqual(
      [],
    );
  });

  it('goes back to its manager when it is rejected, with the reason, and can be drafted again', async () => {
    const { mia, ann } = await team('rejected');
    const { conversation_id, changeset_id } = (await drafted(mia)).body;
    const answer = await decide(ann, changeset_id, {
      decision: 'reject',
      reason: 'Too few guards',
    });
    expect(answer.body).toMatchObject({ changeset_status: 'rejected', changeset_applied: false });
    const session = (await mia.get(`/conversation/${conversation_id}`)).body;
    expect(session).toMatchObject({ state: 'in_progress', reason: 'Too few guards' });
    const again = await mia.post(`/conversation/${conversation_id}/process`, {
      user_input: 'as it is',
    });
    expect(again.body.state).toBe('awaiting_approval');
    expect(again.body.changeset_id).not.toBe(changeset_id);
    expect((await decide(ann, again.body.changeset_id)).body.changeset_applied).toBe(true);
  });

  it('is refused to whoever asked for it', async () => {
    const { mia } = await company(cloud, 'own-draft', {
      mia: ['approver'],
      ann: ['approver'],
      bob: ['approver'],
    });
    const big = {
      ...OFFICE,
      staff_roles: [
        'ADMIN',
        'SECURITY',
        'SUPERVISOR',
        'CLEANER',
        'COOK',
        'DRIVER',
        'GUARD',
        'NURSE',
        'TECH',
      ],
    };
    const { conversation_id: session_id } = (await drafted(mia, big)).body;
    const { status, body } = await mia.post('/recommendations/approve', {
      session_id,
      dry_run: false,
    });
    expect({ status, code: body.code }).toEqual({ status: 403, code: 'self_approval' });
  });
});

describe('a small change that an approver asks for', () => {
  it('needs nobody else: the owner of the draft applies it', async () => {
    const { ann } = await company(cloud, 'auto', { ann: ['approver'] });
    const { conversation_id: session_id } = (await drafted(ann)).body;
    const { body } = await ann.post('/recommendations/approve', { session_id, dry_run: false });
    expect(body).toMatchObject({ status: 'applied', two_person_approval_required: false });
  });
});

describe('a change that two must approve', () => {
  it('takes two others than the requester, and neither twice', async () => {
    const { ann, bob, cid, mia } = await team('two');
    const { changeset_id, status } = await deploy(ann, 'manufacturing_factory');
    expect(status).toBe('pending_approval');
    expect((await decide(ann, changeset_id)).body.code).toBe('self_approval');
    const first = (await decide(bob, changeset_id)).body;
    expect(first).toMatchObject({
      changeset_applied: false,
      approval_status: { approved: 1, pending: 1 },
    });
    expect((await decide(bob, changeset_id)).body.code).toBe('already_decided');
    expect(await configurationOf(mia)).toEqual({});
    expect((await decide(cid, changeset_id)).body.changeset_applied).toBe(true);
    expect(Object.keys(await configurationOf(mia))).toContain('site:MFG001');
  });

  it('starts over when somebody changes a value, and the editor counts no more', async () => {
    const { ann, bob, cid } = await team('edited');
    const { dee } = await company(cloud, 'edited', { dee: ['approver'] });
    const { changeset_id, revision_hash } = await deploy(ann, 'manufacturing_factory');
    await decide(bob, changeset_id);
    const modifications = { 'site:MFG001': { name: 'Plant One' } };
    const edited = (await decide(cid, changeset_id, { decision: 'approve', modifications })).body;
    expect(edited).toMatchObject({ revision: 2, approval_status: { approved: 0 } });
    expect((await decide(cid, changeset_id)).body.code).toBe('self_approval');
    const stale = await decide(bob, changeset_id, { decision: 'approve', revision_hash });
    expect(stale).toMatchObject({ status: 409, body: { code: 'revision_mismatch' } });
    await decide(bob, changeset_id);
    expect((await decide(dee, changeset_id)).body.changeset_applied).toBe(true);
    expect(await configurationOf(bob)).toMatchObject({ 'site:MFG001': { name: 'Plant One' } });
  });

  it('is refused where the tenant has too few people for it', async () => {
    const { ann } = await company(cloud, 'too-few', { ann: ['approver'], bob: ['approver'] });
    const path = '/templates/manufacturing_factory/deploy';
    const { status, body } = await ann.post(path, { dry_run: false });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'policy_unsatisfiable' });
  });
});

describe('taking back', () => {
  it('is the inverse: what was there before is there again', async () => {
    const { ann, bob, cid } = await team('back');
    const before = await configurationOf(ann);
    const { changeset_id } = await deploy(ann, 'office_corporate');
    const dry = (await ann.post(`/changesets/${changeset_id}/rollback`, { dry_run: true })).body;
    expect(dry).toMatchObject({
      complexity: 'simple',
      cannot_undo: [],
      policy: { name: 'two_person' },
    });
    const { body } = await ann.post(`/changesets/${changeset_id}/rollback`, {
      reason: 'A mistake',
    });
    await decide(bob, body.changeset_id);
    expect((await decide(cid, body.changeset_id)).body.changeset_applied).toBe(true);
    expect(await configurationOf(ann)).toEqual(before);
    expect((await ann.get(`/changesets/${changeset_id}`)).body.status).toBe('rolled_back');
    expect(await eventsTold(cloud.endpoints, 'back')).toContain('changeset.rolled_back.v1');
  });

  it('is refused a second time', async () => {
    const { ann, bob, cid } = await team('back-twice');
    const { changeset_id } = await deploy(ann, 'office_corporate');
    const { body } = await ann.post(`/changesets/${changeset_id}/rollback`);
    for (const person of [bob, cid]) await decide(person, body.changeset_id);
    const again = await ann.post(`/changesets/${changeset_id}/rollback`);
    expect(again).toMatchObject({ status: 409, body: { code: 'invalid_state' } });
  });
});

describe('a draft that nobody decides about', () => {
  it('is reminded of and escalated by mail, expires, and goes back to its conversation', async () => {
    const { ada, mia, ann } = await company(cloud, 'waiting', {
      ada: ['admin', 'approver'],
      mia: ['member'],
      ann: ['approver'],
    });
    const times = { reminder_after_seconds: 1, escalate_after_seconds: 2, expire_after_seconds: 3 };
    await ada.put('/settings', { approval_policy: times });
    const { conversation_id } = (await drafted(mia)).body;
    await new Promise((resolve) => setTimeout(resolve, 3_100));
    await cloud.invoke('schedule/due-timers', {});
    await cloud.drain();
    const told = await eventsTold(cloud.endpoints, 'waiting');
    expect(told.filter((name) => name.startsWith('approval')).sort()).toEqual([
      'approval.escalated.v1',
      'approval.expired.v1',
      'approval.reminded.v1',
      'approval.requested.v1',
    ]);
    const { state, reply } = (await mia.get(`/conversation/${conversation_id}`)).body;
    expect(state).toBe('in_progress');
    expect(reply).not.toBe('');
    const [changeset] = (await ann.get('/changesets')).body.items;
    expect(changeset).toMatchObject({ status: 'expired', timers: [] });
    const to = (await cloud.mails())
      .filter(({ subject }) => /^(Still waiting|Escalated)/.test(subject))
      .map(({ subject, destination }) => `${subject.split(' ')[0]} ${destination.to}`);
    expect(to.sort()).toEqual([
      expect.stringMatching(/^Escalated ada/),
      expect.stringMatching(/^Still ada/),
      expect.stringMatching(/^Still ann/),
    ]);
  });
});

describe('a link in the mail of an approver', () => {
  it('shows a page, decides only when it is sent, and only once', async () => {
    const { mia, ann } = await company(cloud, 'by-mail', { mia: ['member'], ann: ['approver'] });
    const { conversation_id } = (await drafted(mia)).body;
    await cloud.drain();
    const mail = (await cloud.mails()).find(({ destination }) =>
      destination.to.includes(ann.email),
    );
    const link = /Approve: (\S+)/.exec(mail?.body.text ?? '')?.[1] ?? '';
    const page = await fetch(link, { headers: { accept: 'text/html' } });
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(await page.text()).toContain(`Approve as ${ann.email}`);
    expect((await mia.get(`/conversation/${conversation_id}`)).body.state).toBe(
      'awaiting_approval',
    );

    const accept = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
    const sent = await fetch(link, { method: 'POST', headers: accept, body: 'reason=fine' });
    expect(await sent.text()).toContain('The changeset is now: applied.');
    expect((await mia.get(`/conversation/${conversation_id}`)).body.state).toBe('completed');
    const again = await fetch(link, { method: 'POST', headers: accept, body: 'reason=fine' });
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await fetch(`${link}x`)).status).toBe(404);
  });
});
