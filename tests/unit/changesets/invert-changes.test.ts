import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from '#shared/changesets/apply-changes.ts';
import type { Change } from '#shared/changesets/change.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import { type Resource, resource, resourceKey } from '#shared/resources/resource-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { changing, deleting, shift, site, staffRole } from '#tests/support/changesets/drafts.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const TENANT = trustedTenant('acme');
const AT = new Date('2026-01-05T09:00:00.000Z');

const NAMES = ['A', 'B', 'C'];
const draftOf = (name: string, people: number): fc.Arbitrary<ResourceDraft> =>
  fc.constantFrom(shift(name, 'OFF001', { people }), staffRole(`R${name}`));
/** A wish for one resource: how it shall be, or that it shall go. */
const wish = fc
  .tuple(fc.constantFrom(...NAMES), fc.integer({ min: 1, max: 3 }), fc.boolean())
  .chain(([name, people, remove]) => draftOf(name, people).map((draft) => ({ draft, remove })));
interface Wish {
  readonly draft: ResourceDraft;
  readonly remove: boolean;
}

/** The configuration: resources by id, as the table holds them. */
class Configuration {
  readonly #table = new InMemoryTable();

  async find(entityId: string): Promise<Resource | undefined> {
    const item = await this.#table.get(TENANT, resourceKey(entityId));
    return item && resource.parse(item);
  }

  async apply(changes: readonly Change[]): Promise<void> {
    const application = { changesetId: 'changeset', changes, at: AT };
    await this.#table.transact(TENANT, applyChanges(application));
  }

  async data(): Promise<unknown> {
    const ids = NAMES.flatMap((name) => [
      changing(shift(name), undefined).entity_id,
      changing(staffRole(`R${name}`), undefined).entity_id,
    ]);
    return Promise.all(ids.map(async (id) => [id, (await this.find(id))?.data]));
  }
}

/** The changes that fulfil wishes; the last wish for a resource counts. */
async function plan(configuration: Configuration, wishes: readonly Wish[]): Promise<Change[]> {
  const byId = new Map(wishes.map((each) => [changing(each.draft, undefined).entity_id, each]));
  const steps = [...byId].map(async ([id, { draft, remove }]) => {
    const existing = await configuration.find(id);
    if (remove)
      return existing && [{ ...deleting(draft, existing.version), before: existing.data }];
    const same = existing && JSON.stringify(existing.data) === JSON.stringify(sorted(draft.data));
    return same ? [] : [changing(draft, existing)];
  });
  return (await Promise.all(steps)).flatMap((step) => step ?? []);
}

const sorted = (data: object) => Object.fromEntries(Object.entries(data).toSorted());

async function built(wishes: readonly Wish[]): Promise<Configuration> {
  const configuration = new Configuration();
  await configuration.apply([changing(site(), undefined)]);
  await configuration.apply(await plan(configuration, wishes));
  return configuration;
}

describe('taking changes back', () => {
  it('leaves the configuration as it was, whatever it was and whatever changed', async () => {
    const wishes = fc.array(wish, { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(wishes, wishes, async (first, second) => {
        const configuration = await built(first);
        const before = await configuration.data();
        const changes = await plan(configuration, second);
        await configuration.apply(changes);
        await configuration.apply(invertChanges(changes));
        expect(await configuration.data()).toEqual(before);
      }),
    );
  });

  it('and taking that back leaves it changed', async () => {
    const wishes = fc.array(wish, { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(wishes, async (wanted) => {
        const configuration = await built([]);
        const changes = await plan(configuration, wanted);
        await configuration.apply(changes);
        const after = await configuration.data();
        const inverse = invertChanges(changes);
        await configuration.apply(inverse);
        await configuration.apply(invertChanges(inverse));
        expect(await configuration.data()).toEqual(after);
      }),
    );
  });

  it('goes backwards', () => {
    const changes = [changing(site(), undefined), changing(shift('Day'), undefined)];
    expect(invertChanges(changes)).toMatchObject([
      { entity_id: 'shift:OFF001/day', operation: 'delete', base_version: 1, after: null },
      { entity_id: 'site:OFF001', operation: 'delete', base_version: 1, after: null },
    ]);
  });

  it('is refused where somebody changed the resource since', async () => {
    const configuration = await built([]);
    const changes = [changing(shift('A'), undefined)];
    await configuration.apply(changes);
    const existing = await configuration.find('shift:OFF001/a');
    await configuration.apply([changing(shift('A', 'OFF001', { people: 9 }), existing)]);
    await expect(configuration.apply(invertChanges(changes))).rejects.toThrow('refused');
  });

  it('belongs to a site that is there', async () => {
    const configuration = new Configuration();
    const orphan = [changing(shift('A'), undefined)];
    await expect(configuration.apply(orphan)).rejects.toThrow('refused');
    await configuration.apply([changing(site(), undefined), ...orphan]);
  });
});
