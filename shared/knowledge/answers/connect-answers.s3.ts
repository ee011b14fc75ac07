import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';

/**
 * Answers from the tenant's documents. Search is loaded with the first question: most conversations ask
 * none.
 */
export function connectAnswers(table: Table, bucketName: string) {
  const loaded = onFirstUse(async () => {
    const { openAnswers } = await import('./open-answers.s3.ts');
    return openAnswers(table, bucketName);
  });
  return {
    answer: async (tenant: Tenant, question: string) => (await loaded()).answer(tenant, question),
  };
}
