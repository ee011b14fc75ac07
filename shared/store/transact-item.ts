import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { indexAttributes, itemKey } from './keys.ts';
import { marshallable, marshallableValue } from './marshallable.ts';
import type { Condition, Put, Update, Write } from './write.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** A write as DynamoDB's TransactWriteItems spells it. Attribute names are always placeholders. */
export function toTransactItem(tableName: string, tenant: Tenant, write: Write): TransactItem {
  const names = new Placeholders();
  const condition = write.condition && conditionExpression(write.condition, names);
  const shared = {
    TableName: tableName,
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    ...(condition && { ConditionExpression: condition }),
  } as const;
  const Key = itemKey(tenant, write.key);
  switch (write.action) {
    case 'put':
      return { Put: { ...shared, Item: fullItem(tenant, write), ...names.attributes() } };
    case 'update': {
      const UpdateExpression = updateExpression(write, names);
      return { Update: { ...shared, Key, UpdateExpression, ...names.attributes() } };
    }
    case 'delete':
      return { Delete: { ...shared, Key, ...names.attributes() } };
    case 'check':
      return {
        ConditionCheck: {
          ...shared,
          Key,
          ConditionExpression: condition ?? '',
          ...names.attributes(),
        },
      };
  }
}

const fullItem = (tenant: Tenant, write: Put) => ({
  ...marshallable(write.item),
  ...itemKey(tenant, write.key),
  ...indexAttributes(tenant, write.index),
  ...(write.expiresAt && { expires_at: Math.floor(Date.parse(write.expiresAt) / 1000) }),
});

function conditionExpression(condition: Condition, names: Placeholders): string {
  const found = `attribute_exists(${names.name('PK')})`;
  switch (condition.kind) {
    case 'absent':
      return `attribute_not_exists(${names.name('PK')})`;
    case 'present':
      return found;
    case 'equals':
      return [found, ...assignments(condition.values, names)].join(' AND ');
    case 'absent_or_before': {
      const attribute = names.name(condition.attribute);
      return `attribute_not_exists(${names.name('PK')}) OR ${attribute} < ${names.value(condition.at)}`;
    }
  }
}

function updateExpression(write: Update, names: Placeholders): string {
  const add = Object.entries(write.add ?? {});
  const clauses = [
    ['SET', assignments(write.set ?? {}, names)],
    ['REMOVE', (write.remove ?? []).map((name) => names.name(name))],
    ['ADD', add.map(([name, amount]) => `${names.name(name)} ${names.value(amount)}`)],
  ] as const;
  return clauses
    .filter(([, parts]) => parts.length > 0)
    .map(([verb, parts]) => `${verb} ${parts.join(', ')}`)
    .join(' ');
}

const assignments = (values: object, names: Placeholders): string[] =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${names.name(name)} = ${names.value(marshallableValue(value))}`);

/** Hands out `#n0` and `:v0`, so that no attribute name can be a reserved word or an injection. */
class Placeholders {
  readonly #names = new Map<string, string>();
  readonly #values: unknown[] = [];

  name(attribute: string): string {
    const known = this.#names.get(attribute);
    if (known) return known;
    const placeholder = `#n${this.#names.size}`;
    this.#names.set(attribute, placeholder);
    return placeholder;
  }

  value(value: unknown): string {
    this.#values.push(value);
    return `:v${this.#values.length - 1}`;
  }

  attributes() {
    const names = Object.fromEntries([...this.#names].map(([name, key]) => [key, name]));
    const values = Object.fromEntries(this.#values.map((value, index) => [`:v${index}`, value]));
    return {
      ...(this.#names.size > 0 && { ExpressionAttributeNames: names }),
      ...(this.#values.length > 0 && { ExpressionAttributeValues: values }),
    };
  }
}
