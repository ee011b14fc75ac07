import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { connectSearch } from '../search/connect-search.s3.ts';
import { answerQuestion } from './answer-question.ts';

/** Answers from the tenant's documents, with everything that search needs. */
export function openAnswers(table: Table, bucketName: string) {
  const search = connectSearch(table, bucketName);
  return {
    answer: (tenant: Tenant, question: string) => answerQuestion(search, tenant, question),
  };
}
