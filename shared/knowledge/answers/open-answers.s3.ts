import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Table } from '#shared/store/table.ts';
import { PassageFinder } from '../passages/passage-finder.ts';
import { connectSearch } from '../search/connect-search.s3.ts';
import { answerQuestion } from './answer-question.ts';

/** Answers and passages from the tenant's documents, with everything that search needs. */
export function openAnswers(table: Table, clock: Clock, bucketName: string) {
  const search = connectSearch(table, bucketName);
  const finder = new PassageFinder({ ...search, clock });
  return {
    answer: (tenant: Tenant, question: string) => answerQuestion(search, tenant, question),
    passages: (tenant: Tenant, topic: string) => finder.find(tenant, topic),
  };
}
