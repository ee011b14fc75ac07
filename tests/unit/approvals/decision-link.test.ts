import { SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideByLink, holderOf, showLinkedDecision } from '#shared/approvals/decide-by-link.ts';
import { DecisionLinks } from '#shared/approvals/decision-link.ts';
import { RevisionMismatchError } from '#shared/approvals/errors.ts';
import type { Changeset } from '#shared/changesets/changeset.ts';
import { ForbiddenError, InvalidStateError, NotFoundError } from '#shared/runtime/app-error.ts';
import { findPerson, putPerson } from '#shared/tenants/people-store.ts';
import type { Person } from '#shared/tenants/person.ts';
import {
  type ApprovalWorld,
  approvalWorld,
  callerOf,
  TENANT,
} from '#tests/support/approvals/approval-world.ts';
import { creating, site } from '#tests/support/changesets/drafts.ts';

const SECRET = 'a key that only the installation knows';
const CHANGES = [creating(site())];

let world: ApprovalWorld;
let links: DecisionLinks;
let draft: Changeset;
beforeEach(async () => {
  world = await approvalWorld(['ana', 'bob']);
  links = new DecisionLinks({ read: async () => SECRET }, world.clock);
  draft = await world.draft('mia', CHANGES);
});

const linkFor = (userId: string, decision: 'approve' | 'reject' = 'approve') => ({
  tenant: TENANT,
  userId,
  changesetId: draft.id,
  revisionHash: draft.revision_hash,
  decision,
});
const inHours = (hours: number) => new Date(world.clock.ms + hours * 3_600_000).toISOString();

describe('a token in a link', () => {
  it('brings back what was sealed, until it expires', async () => {
    const token = await links.seal(linkFor('ana'), inHours(1));
    expect(await links.open(token)).toEqual(linkFor('ana'));
    world.clock.passSeconds(3601);
    await expect(links.open(token)).rejects.toBeInstanceOf(InvalidStateError);
  });

  it('opens nothing once a single character is another', async () => {
    const token = await links.seal(linkFor('ana'), inHours(1));
    const at = token.indexOf('.') + 5;
    const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    await expect(links.open(forged)).rejects.toBeInstanceOf(NotFoundError);
  });

  it.each([
    ['of another key', (sign: SignJWT) => sign.sign(new TextEncoder().encode('another key'))],
    ['for another use', (sign: SignJWT) => sign.setAudience('cursor').sign(bytes(SECRET))],
  ])('opens nothing when it is %s', async (_what, forge) => {
    const { tenant, changesetId: changeset, revisionHash: revision, decision } = linkFor('ana');
    const unsigned = new SignJWT({ tenant, changeset, revision, decision })
      .setProtectedHeader({ alg: 'HS256' })
      .setAudience('decision-link')
      .setSubject('ana')
      .setExpirationTime(new Date(inHours(1)));
    await expect(links.open(await forge(unsigned))).rejects.toBeInstanceOf(NotFoundError);
  });

  it('opens nothing unsigned', async () => {
    const [, payload = ''] = (await links.seal(linkFor('ana'), inHours(1))).split('.');
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    await expect(links.open(`${header}.${payload}.`)).rejects.toBeInstanceOf(NotFoundError);
  });

  it('says what is wrong with it, and hides no failure of the key', async () => {
    const token = await links.seal(linkFor('ana'), inHours(1));
    await expect(links.open('nonsense')).rejects.toThrow('There is no such link');
    const broken = new Error('no key');
    const keyless = new DecisionLinks({ read: () => Promise.reject(broken) }, world.clock);
    await expect(keyless.open(token)).rejects.toBe(broken);
    world.clock.passSeconds(3601);
    await expect(links.open(token)).rejects.toThrow('This link has expired; decide in the console');
  });

  const bytes = (text: string) => new TextEncoder().encode(text);
});

describe('a link', () => {
  const decideAs = async (name: string, decision: 'approve' | 'reject' = 'approve') => {
    const holder = await holderOf(world.table, linkFor(name));
    const caller = { ...callerOf(name), ...holder };
    return world.carryOut(
      caller,
      await decideByLink(world, caller, linkFor(name, decision), { reason: '', conditions: '' }),
    );
  };

  it('shows what it would decide, and decides nothing by that', async () => {
    const shown = await showLinkedDecision(world, linkFor('ana'));
    expect(shown).toMatchObject({ email: 'ana@acme.example', obstacle: undefined });
    expect(await world.read(draft.id)).toMatchObject({ status: 'proposed', decisions: [] });
  });

  it('is the decision of the person it was made for', async () => {
    expect(await decideAs('ana')).toMatchObject({
      status: 'applied',
      decisions: [{ decision: 'approve', approver: { user_id: 'ana' } }],
    });
  });

  it('does not decide about a revision that the mail did not show', async () => {
    await world.setPolicy({ auto_below: 0.3 });
    await expect(decideAs('ana')).rejects.toBeInstanceOf(RevisionMismatchError);
    expect(await showLinkedDecision(world, linkFor('ana'))).toMatchObject({
      obstacle: 'It was revised since this mail was sent.',
    });
  });

  it('ends with the role: who is inactive, or no approver any more, is refused', async () => {
    const ana = await findPerson(world.table, TENANT, 'ana');
    if (!ana) throw new Error('ana is there');
    const asOf = (change: Partial<Person>, version: number) =>
      world.table.transact(TENANT, [
        putPerson({ ...ana, ...change, version: version + 1 }, version),
      ]);
    await asOf({ active: false }, 1);
    await expect(holderOf(world.table, linkFor('ana'))).rejects.toBeInstanceOf(ForbiddenError);
    await asOf({ roles: ['member'] }, 2);
    await expect(holderOf(world.table, linkFor('ana'))).rejects.toBeInstanceOf(ForbiddenError);
    await expect(holderOf(world.table, linkFor('eve'))).rejects.toBeInstanceOf(ForbiddenError);
  });

  it('says why it decides nothing: by whom it is decided, or who asked for it', async () => {
    await world.setPolicy({ two_person_over_changes: 0 });
    await world.policies.fresh(TENANT);
    draft = await world.draft('mia', CHANGES);
    await world.decide('ana', draft);
    const obstacleFor = async (name: string) =>
      (await showLinkedDecision(world, linkFor(name))).obstacle;
    expect(await obstacleFor('ana')).toBe('You have decided.');
    expect(await obstacleFor('bob')).toBeUndefined();
    draft = await world.draft('ana', CHANGES);
    expect(await obstacleFor('ana')).toBe('You have asked for it, or edited it.');
  });

  it('keeps the reason and the conditions that were given with it, and none that were not', async () => {
    const caller = callerOf('ana');
    const decide = async (reason: string, conditions: string) => {
      const said = { reason, conditions };
      return (await decideByLink(world, caller, linkFor('ana'), said)).response.decisions;
    };
    expect(await decide('fine', '')).toMatchObject([{ reason: 'fine', conditions: null }]);
    expect(await decide('', 'in May')).toMatchObject([{ reason: null, conditions: 'in May' }]);
  });

  it('names its holder as the directory does today', async () => {
    expect(await holderOf(world.table, linkFor('ana'))).toEqual({
      tenant: TENANT,
      userId: 'ana',
      email: 'ana@acme.example',
      roles: ['approver'],
    });
  });

  it('is told apart from a decision that was made meanwhile', async () => {
    await decideAs('bob', 'reject');
    expect(await showLinkedDecision(world, linkFor('ana'))).toMatchObject({
      obstacle: 'It is rejected.',
    });
  });
});
