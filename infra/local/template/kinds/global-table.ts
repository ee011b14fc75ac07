import * as z from 'zod';
import { defineKind } from '../resource-kind.ts';
import { identifyTable, tableShape, tableWithoutEffect } from './table.ts';

/** `TableV2` of the CDK: a table with its one replica in the region itself. */
export const globalTableKind = defineKind({
  type: 'AWS::DynamoDB::GlobalTable',
  properties: z.strictObject({
    ...tableShape,
    Replicas: z.array(z.looseObject({ Region: z.string() })).length(1),
  }),
  withoutEffect: tableWithoutEffect,
  identify: identifyTable,
});
