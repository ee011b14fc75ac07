import type { TableAction } from './access.ts';

/**
 * What every route with a caller does before and beside its own work: reads the person, admits whom
 * the token brings for the first time (and takes up their invitation), keeps the result of an
 * idempotent call, records a step over the tenant's boundary.
 */
export const WITH_CALLER = [
  'GetItem',
  'BatchGetItem',
  'PutItem',
  'DeleteItem',
] as const satisfies readonly TableAction[];

/** What it takes besides to decide and apply a changeset: approvers, policy check, marks. */
export const WITH_CHANGESETS = [
  ...WITH_CALLER,
  'Query',
  'UpdateItem',
  'ConditionCheckItem',
] as const satisfies readonly TableAction[];

/** What it takes to link audit facts: each leaves where it waited and becomes a record, beside the head. */
export const LINKS_FACTS = [
  'GetItem',
  'Query',
  'PutItem',
  'DeleteItem',
] as const satisfies readonly TableAction[];
