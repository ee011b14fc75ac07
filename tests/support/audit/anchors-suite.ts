import { describe, expect, test } from 'vitest';
import type { Anchors } from '#shared/audit/anchors.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';

const acme = trustedTenant('acme');
const acme2 = trustedTenant('acme2');
const link = (sequence: number, digit = 'a') => ({ sequence, hash: digit.repeat(64) });
const at = '2026-01-05T00:00:00.000Z';

/** What every place for anchors guarantees. */
export function anchorsSuite(name: string, create: () => Anchors): void {
  describe(`${name} as the place of anchors`, () => {
    test('gives the links behind a sequence in their order, of one tenant alone', async () => {
      const anchors = create();
      for (const sequence of [9, 1000, 10])
        await anchors.put(acme, { tenant_id: acme, ...link(sequence), at });
      await anchors.put(acme2, { tenant_id: acme2, ...link(11), at });
      expect(await anchors.after(acme, 0)).toEqual([link(9), link(10), link(1000)]);
      expect(await anchors.after(acme, 9)).toEqual([link(10), link(1000)]);
      expect(await anchors.after(acme, 1000)).toEqual([]);
    });

    test('keeps what is there: the same link twice is one, another one stands beside it', async () => {
      const anchors = create();
      const tenant = trustedTenant('twice');
      await anchors.put(tenant, { tenant_id: tenant, ...link(5, 'b'), at });
      await anchors.put(tenant, { tenant_id: tenant, ...link(5, 'b'), at: '2027' });
      expect(await anchors.after(tenant, 0)).toEqual([link(5, 'b')]);
      await anchors.put(tenant, { tenant_id: tenant, ...link(5, 'c'), at });
      expect(await anchors.after(tenant, 0)).toEqual([link(5, 'b'), link(5, 'c')]);
    });
  });
}
