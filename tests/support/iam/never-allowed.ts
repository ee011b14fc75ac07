import type { Permission } from './permission.ts';

/**
 * What no function may do, made of what the functions do: it would read the whole table, change what
 * is deployed, or reach past the prefix, the bus and the queues of the product.
 */
export function neverAllowed(needs: readonly Permission[]): readonly Permission[] {
  const found = (action: string): string => {
    const need = needs.find((one) => one.action === action);
    if (need) return need.resource;
    throw new Error(`Nobody ever needs ${action}`);
  };
  const table = found('dynamodb:GetItem');
  const [bucket = ''] = found('s3:GetObject').split('/');
  const queue = found('sqs:SendMessage');
  const bus = found('events:PutEvents');
  const secret = found('secretsmanager:GetSecretValue');
  return [
    ...['Scan', 'DeleteTable', 'UpdateTable', 'PartiQLSelect', 'BatchWriteItem'].map((action) => ({
      action: `dynamodb:${action}`,
      resource: table,
    })),
    { action: 'dynamodb:GetItem', resource: `${table}2` },
    { action: 'dynamodb:Query', resource: `${table}/index/another` },
    { action: 's3:GetObject', resource: `${bucket}/platform/secret.txt` },
    { action: 's3:PutObject', resource: `${bucket}-other/tenants/acme/knowledge/a/a.md` },
    { action: 's3:DeleteBucket', resource: bucket },
    { action: 'sqs:SendMessage', resource: `${queue}-other` },
    { action: 'sqs:PurgeQueue', resource: queue },
    { action: 'events:PutEvents', resource: bus.replace(/[^/]+$/, 'default') },
    { action: 'secretsmanager:PutSecretValue', resource: secret },
    { action: 'secretsmanager:GetSecretValue', resource: `${secret}2` },
  ];
}
