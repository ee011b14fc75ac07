import { routes as approveRoutes } from '#functions/http/approve/contract.ts';
import { envSchema as approveEnv } from '#functions/http/approve/env.ts';
import { routes as changesetRoutes } from '#functions/http/changesets/contract.ts';
import { envSchema as changesetsEnv } from '#functions/http/changesets/env.ts';
import { routes as decideRoutes } from '#functions/http/decide/contract.ts';
import { envSchema as decideEnv } from '#functions/http/decide/env.ts';
import { routes as rollbackRoutes } from '#functions/http/rollback/contract.ts';
import { envSchema as rollbackEnv } from '#functions/http/rollback/env.ts';
import { envSchema as applyEnv } from '#functions/queue/apply-changeset/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER, WITH_CHANGESETS } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** From a draft to the applied configuration, and back. */
export const APPROVAL_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/approve',
    routes: approveRoutes,
    memoryMb: 1024,
    timeoutSeconds: 15,
    variables: variablesOf(approveEnv),
    access: { table: WITH_CHANGESETS, objects: ['GetObject', 'PutObject'] },
  },
  {
    trigger: 'http',
    folder: 'http/decide',
    routes: decideRoutes,
    memoryMb: 1024,
    timeoutSeconds: 15,
    variables: variablesOf(decideEnv),
    access: {
      table: WITH_CHANGESETS,
      objects: ['GetObject', 'PutObject'],
      readSigningKey: true,
    },
  },
  {
    trigger: 'http',
    folder: 'http/rollback',
    routes: rollbackRoutes,
    memoryMb: 1024,
    timeoutSeconds: 15,
    variables: variablesOf(rollbackEnv),
    access: { table: WITH_CHANGESETS, objects: ['GetObject', 'PutObject'] },
  },
  {
    trigger: 'http',
    folder: 'http/changesets',
    routes: changesetRoutes,
    memoryMb: 512,
    timeoutSeconds: 15,
    variables: variablesOf(changesetsEnv),
    access: {
      table: [...WITH_CALLER, 'Query'],
      indexes: ['inbox'],
      objects: ['GetObject', 'PutObject'],
      readSigningKey: true,
    },
  },
  {
    trigger: 'queue',
    folder: 'queue/apply-changeset',
    queue: 'apply-changeset',
    // One application at a time: each holds thousands of changes.
    batchSize: 1,
    maxConcurrency: 5,
    memoryMb: 1024,
    variables: variablesOf(applyEnv),
    access: {
      table: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
      objects: ['GetObject'],
    },
  },
];
