import * as z from 'zod';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';
import { type Account, tableArn } from './arns.ts';
import type { Permission } from './permission.ts';

const key = z.looseObject({ PK: z.object({ S: z.string() }) });
const onItem = z
  .object({ TableName: z.string(), Key: key.optional(), Item: key.optional() })
  .transform(({ TableName, Key, Item }) => ({ table: TableName, keys: [keyIn(Key ?? Item)] }));

const keyIn = (item: z.output<typeof key> | undefined): string => {
  if (item) return item.PK.S;
  throw new TypeError('A call names no key');
};

const query = z.object({
  TableName: z.string(),
  IndexName: z.string().optional(),
  ExpressionAttributeValues: z.looseObject({ ':pk': z.object({ S: z.string() }) }),
});

const batchGet = z.object({
  RequestItems: z.record(z.string(), z.object({ Keys: z.array(key) })),
});

const transactWrite = z.object({
  TransactItems: z.array(
    z.object({ Put: onItem, Update: onItem, Delete: onItem, ConditionCheck: onItem }).partial(),
  ),
});

/** What a call to DynamoDB is authorised as. @throws Error for a call that the product never makes */
export function tablePermissions(
  { operation, parameters }: SdkCall,
  account: Account,
): readonly Permission[] {
  const ask = (action: string, table: string, keys: string[], index?: string): Permission => ({
    action: `dynamodb:${action}`,
    resource: tableArn(account, table, index),
    context: { 'dynamodb:LeadingKeys': keys },
  });
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem': {
      const { table, keys } = onItem.parse(parameters);
      return [ask(operation, table, keys)];
    }
    case 'Query': {
      const { TableName, IndexName, ExpressionAttributeValues: values } = query.parse(parameters);
      return [ask(operation, TableName, [values[':pk'].S], IndexName)];
    }
    case 'BatchGetItem': {
      const { RequestItems } = batchGet.parse(parameters);
      return Object.entries(RequestItems).map(([table, { Keys }]) =>
        ask(operation, table, Keys.map(keyIn)),
      );
    }
    case 'TransactWriteItems':
      return transactWrite
        .parse(parameters)
        .TransactItems.flatMap((item) =>
          Object.entries(item).map(([kind, { table, keys }]) => ask(`${kind}Item`, table, keys)),
        );
    default:
      throw new Error(`DynamoDB's ${operation} is not known here`);
  }
}
