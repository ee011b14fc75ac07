import { describeConditions } from './conditions.ts';
import { describeItems } from './items.ts';
import { describeQueries } from './queries.ts';
import type { OpenTable } from './things.ts';
import { describeTransactions } from './transactions.ts';

/** What every `Table` guarantees: the fake that tests use and the adapter of DynamoDB both pass. */
export function describeTable(open: OpenTable): void {
  describeItems(open);
  describeTransactions(open);
  describeConditions(open);
  describeQueries(open);
}
