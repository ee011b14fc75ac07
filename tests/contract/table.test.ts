import { describe } from 'vitest';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { describeTable } from '#tests/support/table-conformance/describe-table.ts';

describe('the table in memory', () => {
  describeTable(async () => new InMemoryTable());
});
