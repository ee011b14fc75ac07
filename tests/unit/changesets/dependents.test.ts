import { describe, expect, it } from 'vitest';
import { siteCodeOf } from '#shared/changesets/change.ts';
import { countIn, findDependents } from '#shared/changesets/dependents.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { Configuration } from '#tests/support/changesets/configuration.ts';
import {
  between,
  changing,
  creating,
  deleting,
  device,
  shift,
  site,
  user,
} from '#tests/support/changesets/drafts.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const TENANT = trustedTenant('acme');
const RADIO = device('490154203237518', { assigned_user: 'uma@acme.example' });

async function office(): Promise<InMemoryTable> {
  const table = new InMemoryTable();
  const there = [site(), shift('Day'), shift('Night'), user('uma@acme.example'), RADIO];
  const steps = there.map((draft) => changing(draft, undefined));
  await new Configuration(table, TENANT).apply(steps);
  return table;
}

describe('what relies on changed resources', () => {
  it('is what belongs to those that are updated or deleted, but for what is changed itself', async () => {
    const changes = [
      between(site(), site('OFF001', { name: 'Tower' })),
      deleting(user('uma@acme.example')),
      deleting(shift('Day')),
      creating(site('NEW')),
    ];
    const dependents = await findDependents(await office(), TENANT, changes);
    expect(Object.fromEntries(dependents)).toEqual({
      'site:OFF001': ['shift:OFF001/night'],
      'user:uma@acme.example': ['device:490154203237518'],
    });
    expect(countIn(dependents)('site:OFF001')).toBe(1);
    expect(countIn(dependents)('site:NEW')).toBe(0);
  });
});

describe('the site of a change', () => {
  it('is that which it belongs to now, or belonged to; none of what belongs to none', () => {
    expect(siteCodeOf(creating(shift('Day', 'off001')))).toBe('OFF001');
    expect(siteCodeOf(deleting(shift('Day', 'AAA')))).toBe('AAA');
    const moved = between(
      device('1'.repeat(15), { site_code: 'AAA' }),
      device('1'.repeat(15), { site_code: 'BBB' }),
    );
    expect(siteCodeOf(moved)).toBe('BBB');
    expect(siteCodeOf(creating(site()))).toBeNull();
    expect(siteCodeOf(creating(user('uma@acme.example')))).toBeNull();
  });
});
