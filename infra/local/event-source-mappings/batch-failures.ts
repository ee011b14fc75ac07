import * as z from 'zod';
import type { Outcome } from '../lambda/invocation.ts';

/** Which records of a batch failed: all of them, or those named. */
export type BatchFailures = 'all' | ReadonlySet<string>;

const responseSchema = z
  .object({
    batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish(),
  })
  .nullable();

/**
 * Reads a function's answer to a batch as Lambda does: null, empty or no list is full success; an
 * answer that is malformed or names a record which is not in the batch fails the whole batch.
 * Source: "Reporting batch item failures", Lambda developer guide.
 */
export function readBatchFailures(
  { functionError, payload }: Outcome,
  ids: readonly string[],
  reportsFailures: boolean,
): BatchFailures {
  if (functionError) return 'all';
  if (!reportsFailures) return new Set();
  const response = responseSchema.safeParse(JSON.parse(payload));
  if (!response.success) return isObject(payload) ? 'all' : new Set();
  const failed =
    response.data?.batchItemFailures?.map(({ itemIdentifier }) => itemIdentifier) ?? [];
  return failed.every((id) => ids.includes(id)) ? new Set(failed) : 'all';
}

const isObject = (payload: string): boolean => payload.startsWith('{');
