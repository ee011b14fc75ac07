import { describe } from 'vitest';
import { InMemoryDueIndex } from '#tests/support/in-memory-due-index.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { platformTableSuite } from '#tests/support/platform-table-suite.ts';

describe('the due index in memory', () => {
  const both = new InMemoryDueIndex(new InMemoryTable());
  platformTableSuite(() => ({ tenants: both, platform: both }));
});
