import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Key } from '#shared/store/item.ts';
import type { Table } from '#shared/store/table.ts';
import type { Write } from '#shared/store/write.ts';

const KEY: Key = { partition: 'TEMPLATES', sort: 'CHOICES' };

/** Counts that the tenant deployed a template. */
export const countChoice = (templateId: string): Write => ({
  action: 'update',
  key: KEY,
  add: { [templateId]: 1 },
});

/** The templates the tenant has deployed, once per deployment: what similar onboardings chose. */
export async function readChoices(table: Table, tenant: Tenant): Promise<readonly string[]> {
  const counts = Object.entries((await table.get(tenant, KEY)) ?? {});
  return counts.flatMap(([templateId, count]) =>
    Array<string>(Math.min(Number(count), MAX_COUNTED)).fill(templateId),
  );
}

/** More deployments of one template say nothing new. */
const MAX_COUNTED = 50;
