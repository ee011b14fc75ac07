import { afterAll, beforeAll, describe } from 'vitest';
import { DynamoPlatformTable } from '#shared/store/platform-table.dynamo.ts';
import { DynamoTable } from '#shared/store/table.dynamo.ts';
import { platformTableSuite } from '#tests/support/platform-table-suite.ts';
import { startSingleTable } from '#tests/support/single-table.ts';

describe('the due index in DynamoDB', () => {
  let started: Awaited<ReturnType<typeof startSingleTable>>;
  beforeAll(async () => {
    started = await startSingleTable();
  });
  afterAll(() => started.stop());

  platformTableSuite(() => {
    const { client, tableName } = started;
    return {
      tenants: new DynamoTable(() => client, tableName),
      platform: new DynamoPlatformTable(client, tableName),
    };
  });
});
