import { securityPolicyOf } from '#shared/recommendations/maker.ts';
import { entityIdOf } from '#shared/resources/entity-id.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import { resourceKey } from '#shared/resources/resource-store.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Table } from '#shared/store/table.ts';

const shift = (code: string, name: string, start: string, end: string): ResourceDraft => ({
  kind: 'shift',
  data: { site_code: code, name, start, end, people: 4 },
});

const partsOf = (code: string, name: string): readonly ResourceDraft[] => [
  {
    kind: 'site',
    data: {
      code,
      name,
      site_type: 'office',
      time_zone: 'Europe/Berlin',
      operating_hours: { open: '08:00', close: '18:00', around_the_clock: false },
      expected_users: 30,
    },
  },
  securityPolicyOf('basic', code),
  shift(code, 'Day', '08:00', '13:00'),
  shift(code, 'Late', '13:00', '18:00'),
];

/** A site as it is once its changeset was applied: with its policy and two shifts. */
export async function configureSite(
  table: Table,
  tenant: string,
  code: string,
  name: string,
): Promise<void> {
  const writes = partsOf(code, name).map((draft) => {
    const entity_id = entityIdOf(draft);
    const item = {
      entity_id,
      kind: draft.kind,
      data: draft.data,
      version: 1,
      changeset_id: 'cs-1',
      updated_at: '2026-01-05T00:00:00.000Z',
      deleted: false,
      ...(draft.kind === 'site' && { dependents: 3 }),
    };
    return { action: 'put', key: resourceKey(entity_id), item } as const;
  });
  await table.transact(trustedTenant(tenant), writes);
}
