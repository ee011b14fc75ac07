import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inApplicationOrder } from '#shared/changesets/application-order.ts';
import { invertChanges } from '#shared/changesets/invert-changes.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { Configuration } from '#tests/support/changesets/configuration.ts';
import { changing, device, shift, site, user } from '#tests/support/changesets/drafts.ts';
import {
  changesTo,
  someConfiguration,
  type Wanted,
} from '#tests/support/changesets/random-configuration.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';

const empty = () => new Configuration(new InMemoryTable(), trustedTenant('acme'));

async function built(wanted: Wanted): Promise<Configuration> {
  const configuration = empty();
  const changes = changesTo(wanted, await configuration.states());
  if (changes.length > 0) await configuration.apply(changes);
  return configuration;
}

/** Quick on an idle machine, slow on a busy one. */
const PROPERTY = { timeout: 60_000 };

describe('taking changes back', () => {
  it(
    'leaves every kind of resource as it was, whatever it was and whatever changed',
    PROPERTY,
    async () => {
      await fc.assert(
        fc.asyncProperty(someConfiguration, someConfiguration, async (first, second) => {
          const configuration = await built(first);
          const [before, states] = [await configuration.data(), await configuration.states()];
          const changes = changesTo(second, states);
          await configuration.apply(changes);
          await configuration.apply(invertChanges(changes));
          expect(await configuration.data()).toEqual(before);
          expect(await configuration.miscounted()).toEqual([]);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('and taking that back leaves it changed; versions only ever grow', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(someConfiguration, someConfiguration, async (first, second) => {
        const configuration = await built(first);
        const changes = changesTo(second, await configuration.states());
        await configuration.apply(changes);
        const [after, versions] = [await configuration.data(), await configuration.states()];
        const inverse = invertChanges(changes);
        await configuration.apply(inverse);
        await configuration.apply(invertChanges(inverse));
        expect(await configuration.data()).toEqual(after);
        const again = await configuration.states();
        const grew = again.map(({ version }, n) => version - (versions[n]?.version ?? 0));
        expect(grew.filter((steps) => steps !== 0 && steps !== 2)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('works one change at a time, in the order of application and back', PROPERTY, async () => {
    await fc.assert(
      fc.asyncProperty(someConfiguration, someConfiguration, async (first, second) => {
        const configuration = await built(first);
        const before = await configuration.data();
        const changes = changesTo(second, await configuration.states());
        const ordered = inApplicationOrder(changes);
        for (const step of ordered) await configuration.apply([step]);
        expect((await configuration.data()).filter(Boolean)).toHaveLength(second.size);
        expect(await configuration.miscounted()).toEqual([]);
        for (const step of invertChanges(ordered)) await configuration.apply([step]);
        expect(await configuration.data()).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });

  it('goes backwards', () => {
    const changes = [changing(site(), undefined), changing(shift('Day'), undefined)];
    expect(invertChanges(changes)).toMatchObject([
      { entity_id: 'shift:OFF001/day', operation: 'delete', base_version: 1, after: null },
      { entity_id: 'site:OFF001', operation: 'delete', base_version: 1, after: null },
    ]);
  });
});

describe('an application', () => {
  const first = (...drafts: Parameters<typeof changing>[0][]) =>
    drafts.map((draft) => changing(draft, undefined));

  it('is refused where somebody changed the resource since', async () => {
    const configuration = empty();
    const changes = first(site('AAA'));
    await configuration.apply(changes);
    const [step] = changes;
    const now = { data: step?.after ?? null, version: 1 };
    await configuration.apply([changing(site('AAA', { name: 'Tower' }), now)]);
    await expect(configuration.apply(invertChanges(changes))).rejects.toThrow('refused');
  });

  it('needs every site and user that something belongs to', async () => {
    const configuration = empty();
    await expect(configuration.apply(first(shift('Day', 'AAA')))).rejects.toThrow('refused');
    const held = device('490154203237518', { assigned_user: 'uma@acme.example' });
    await expect(configuration.apply(first(held))).rejects.toThrow('refused');
    await configuration.apply(first(site('AAA'), shift('Day', 'AAA')));
    await configuration.apply(first(user('uma@acme.example'), held));
  });

  it('deletes nothing that something belongs to, however that came to belong to it', async () => {
    const configuration = empty();
    const made = first(site('AAA'), user('uma@acme.example'));
    await configuration.apply(made);
    await configuration.apply(first(shift('Day', 'AAA')));
    const held = device('490154203237518', { assigned_user: 'uma@acme.example' });
    await configuration.apply(first(held));
    for (const step of made)
      await expect(configuration.apply(invertChanges([step]))).rejects.toThrow('refused');
  });

  it('never takes a resource that was deleted and made again for the one it was', async () => {
    const configuration = empty();
    const made = first(site('AAA'));
    await configuration.apply(made);
    await configuration.apply(invertChanges(made));
    const again = changing(site('AAA'), { data: null, version: 2 });
    await configuration.apply([again]);
    await expect(configuration.apply(invertChanges(made))).rejects.toThrow('refused');
    await expect(configuration.apply(made)).rejects.toThrow('refused');
  });
});
