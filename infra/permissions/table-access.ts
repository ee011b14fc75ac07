import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Access } from '../catalogue/access.ts';
import { allow } from './statement.ts';

/**
 * How a function reaches the table: the one place where that is said. When tenant items are reached
 * through a role with a session tag, these statements move to that role.
 */
export function tableAccess(table: ITable, access: Access): readonly PolicyStatement[] {
  const { table: actions = [], indexes = [] } = access;
  const indexArns = indexes.map((index) => `${table.tableArn}/index/${index}`);
  return [
    ...(actions.length > 0 ? [allow('dynamodb', actions, [table.tableArn])] : []),
    ...(indexArns.length > 0 ? [allow('dynamodb', ['Query'], indexArns)] : []),
  ];
}
