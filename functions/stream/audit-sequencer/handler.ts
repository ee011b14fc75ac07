import { linkFacts } from '#shared/audit/link-facts.ts';
import { type StreamedItem, streamConsumer } from '#shared/queue/stream-consumer.ts';
import { tenantOfImage } from '#shared/queue/tenant-of-image.ts';
import { logger } from '#shared/runtime/logger.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { CommitDeps } from '#shared/store/commit.ts';

/**
 * Above the size of a batch: each record is one fact, so whatever is left waiting has records that are
 * still to come.
 */
const MOST_AT_ONCE = 1_000;

/**
 * Audit facts → their tenant's chain. A record only wakes; what is to be linked is read from the table,
 * so that records may come twice, late, out of order, or not at all.
 */
export const createHandler = (deps: CommitDeps) =>
  streamConsumer(async (items) => {
    const failed = await Promise.all(
      [...byTenant(items)].map(async ([tenant, numbers]) =>
        (await isLinked(deps, tenant)) ? [] : numbers,
      ),
    );
    return failed.flat();
  });

async function isLinked(deps: CommitDeps, tenant: Tenant): Promise<boolean> {
  try {
    await linkFacts(deps, tenant, MOST_AT_ONCE);
    return true;
  } catch (error) {
    logger.error('facts not linked', { tenant, error: String(error) });
    return false;
  }
}

function byTenant(items: readonly StreamedItem[]): ReadonlyMap<Tenant, readonly string[]> {
  const numbers = new Map<Tenant, string[]>();
  for (const { sequenceNumber, image } of items) {
    const tenant = tenantOfImage(image);
    numbers.set(tenant, [...(numbers.get(tenant) ?? []), sequenceNumber]);
  }
  return numbers;
}
