import type { Clock } from '#shared/runtime/clock.ts';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/**
 * Answers and passages from the tenant's documents. Search is loaded with the first question or draft:
 * most turns of a conversation are neither.
 */
export function connectAnswers(table: Table, clock: Clock, bucketName: string) {
  const loaded = onFirstUse(async () => {
    const { openAnswers } = await import('./open-answers.s3.ts');
    return openAnswers(table, clock, bucketName);
  });
  return {
    answer: async (tenant: Tenant, question: string) => (await loaded()).answer(tenant, question),
    passages: async (tenant: Tenant, topic: string) => (await loaded()).passages(tenant, topic),
  };
}
