import { APPLICATION_QUEUE } from '#shared/approvals/apply-task-store.ts';
import { GENESIS } from '#shared/audit/chain.ts';
import { ANCHOR_QUEUE } from '#shared/audit/chain-store.ts';
import { type VerifyAuditDeps, verifyAudit } from '#shared/audit/verify-audit.ts';
import { changesetSchema } from '#shared/changesets/changeset.ts';
import { sessionSchema } from '#shared/conversation/session.ts';
import { parentsOf } from '#shared/resources/references.ts';
import { resourceKind } from '#shared/resources/resource.ts';
import { resource, resourceKey } from '#shared/resources/resource-store.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { AUDIT_QUEUE } from '#shared/store/audit-record.ts';
import { OUTBOX_QUEUE } from '#shared/store/outbox.ts';
import type { Storage } from '../machinery/storage.ts';
import type { Configuration } from './configuration-follows.ts';
import { must } from './violation.ts';

/** What is on its way still: partitions that wait for the relay, the sequencer, an anchor or a worker. */
export const stuckIn = (storage: Storage): readonly string[] =>
  [OUTBOX_QUEUE, AUDIT_QUEUE, ANCHOR_QUEUE, APPLICATION_QUEUE].flatMap((queue) =>
    storage.waitingIn(queue).map(({ key }) => key.partition),
  );

/** Once everything has come to its end nothing is stuck on its way. */
export function nothingStuck(storage: Storage): void {
  const left = stuckIn(storage);
  must(left.length === 0, () => `${left} wait for ever`);
}

/** The stored chain is good by the product's own verification, up to its head and every anchor. */
export async function chainVerified(deps: VerifyAuditDeps, tenant: Tenant): Promise<void> {
  const { firstBad, complete } = await verifyAudit(deps, tenant, GENESIS);
  must(complete && !firstBad, () => `the chain is bad: ${JSON.stringify(firstBad)}`);
}

/** Nothing is being applied, and no conversation waits for what has ended. */
export async function everythingEnded(storage: Storage, tenant: Tenant): Promise<void> {
  const { found } = await storage.query(tenant, { partition: 'CHANGESET' });
  for (const { item } of found) {
    const { id, status, session_id } = changesetSchema.parse(item);
    must(!['applying', 'approved'].includes(status), () => `${id} is ${status} for ever`);
    if (session_id && id.startsWith(session_id))
      await requireFree(storage, tenant, session_id, status);
  }
}

const RETURNED = ['rejected', 'expired', 'withdrawn'];

async function requireFree(storage: Storage, tenant: Tenant, id: string, status: string) {
  const item = await storage.get(tenant, { partition: `SESSION#${id}`, sort: 'STATE' });
  const { state } = sessionSchema.parse(item);
  must(state !== 'generating', () => `conversation ${id} generates for ever`);
  if (RETURNED.includes(status))
    must(state === 'in_progress', () => `conversation ${id} is ${state}, its draft ${status}`);
}

/** The stored configuration is the fold of what was applied, and counts its dependents right. */
export async function configurationStored(
  storage: Storage,
  tenant: Tenant,
  folded: Configuration,
): Promise<void> {
  const live = [...folded].filter(([, { data }]) => data);
  const parents = live.flatMap(([id, { data }]) => parentsOf(kindOf(id), data));
  for (const [id, { data, version }] of live) {
    const stored = resource.parse(await storage.get(tenant, resourceKey(id)));
    must(
      stored.version === version && parents.every((parent) => folded.get(parent)?.data),
      () => `${id} is at version ${stored.version}, or belongs to nothing`,
    );
    const count = parents.filter((parent) => parent === id).length;
    must(stored.dependents === count, () => `${id} counts ${stored.dependents} of ${count}`);
    must(data !== null, () => `${id} is there and should not be`);
  }
}

const kindOf = (id: string) => resourceKind.parse(id.split(':')[0]);
