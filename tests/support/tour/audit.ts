import {
  exportAuditRoute,
  listAuditRoute,
  verifyAuditRoute,
} from '#functions/http/audit/contract.ts';
import { eventually } from '#infra/local/demo/eventually.ts';
import { AUDIT_QUEUE } from '#shared/store/audit-record.ts';
import { rewindDue } from '../notifications/rewind-due.ts';
import { somethingHappens } from './clockwork.ts';
import type { Company, Tour } from './tour.ts';

/** The trail, linked by the stream and by housekeeping, anchored, read, taken away and verified. */
export async function keepAudit(tour: Tour, company: Company): Promise<void> {
  await linkLate(tour, company);
  await tour.cloud.invoke('schedule/audit-anchor', {});
  const { admin } = company;
  const query = { limit: '1' };
  const { next_cursor } = await admin.call(listAuditRoute, 200, { query });
  await admin.call(listAuditRoute, 200, { query: { ...query, cursor: String(next_cursor) } });
  await admin.call(exportAuditRoute, 200);
  const { valid } = await admin.call(verifyAuditRoute, 200, { body: {} });
  if (!valid) throw new Error('The audit chain is broken');
}

/** A fact that the sequencer cannot link. */
async function linkLate({ cloud }: Tour, company: Company): Promise<void> {
  await cloud.drain();
  cloud.faults.conflict({ function: 'audit-sequencer', operation: 'Query', times: 1_000 });
  await somethingHappens(company);
  await eventually('a fact to wait', async () => {
    const waiting = await rewindDue(cloud.endpoints, AUDIT_QUEUE);
    return waiting > 0 || undefined;
  });
  await cloud.invoke('schedule/housekeeping', {});
  cloud.faults.clear();
  await cloud.drain();
}
