import { routes as queryRoutes } from '#functions/http/conversation-queries/contract.ts';
import { envSchema as queriesEnv } from '#functions/http/conversation-queries/env.ts';
import { routes as processRoutes } from '#functions/http/process/contract.ts';
import { envSchema as processEnv } from '#functions/http/process/env.ts';
import { routes as startRoutes } from '#functions/http/start/contract.ts';
import { envSchema as startEnv } from '#functions/http/start/env.ts';
import { envSchema as turnEnv } from '#functions/queue/conversation-turn/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** The dialogue, and everything about conversations besides talking. */
export const CONVERSATION_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/start',
    routes: startRoutes,
    memoryMb: 1024,
    timeoutSeconds: 15,
    variables: variablesOf(startEnv),
    access: {
      table: [...WITH_CALLER, 'Query'],
      objects: ['GetObject'],
      readProviderKeys: true,
    },
  },
  {
    trigger: 'http',
    folder: 'http/process',
    routes: processRoutes,
    memoryMb: 1024,
    timeoutSeconds: 25,
    variables: variablesOf(processEnv),
    access: {
      table: [...WITH_CALLER, 'Query'],
      objects: ['GetObject'],
      readProviderKeys: true,
    },
  },
  {
    trigger: 'http',
    folder: 'http/conversation-queries',
    routes: queryRoutes,
    memoryMb: 512,
    // A request for news waits up to twenty seconds.
    timeoutSeconds: 28,
    variables: variablesOf(queriesEnv),
    access: { table: [...WITH_CALLER, 'Query'], readSigningKey: true },
  },
  {
    trigger: 'queue',
    folder: 'queue/conversation-turn',
    queue: 'conversation-turn',
    // A model takes seconds: nobody waits behind somebody else's turn.
    batchSize: 1,
    maxConcurrency: 10,
    memoryMb: 1024,
    variables: variablesOf(turnEnv),
    access: {
      table: ['GetItem', 'Query', 'PutItem', 'DeleteItem'],
      objects: ['GetObject'],
      readProviderKeys: true,
    },
  },
];
