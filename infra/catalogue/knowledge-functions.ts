import { routes as knowledgeRoutes } from '#functions/http/knowledge/contract.ts';
import { envSchema as knowledgeEnv } from '#functions/http/knowledge/env.ts';
import { envSchema as ingestEnv } from '#functions/queue/embedding-ingest/env.ts';
import { envSchema as reconcileEnv } from '#functions/schedule/reconcile/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** The tenant's documents: announced, read, found again. */
export const KNOWLEDGE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/knowledge',
    routes: knowledgeRoutes,
    memoryMb: 1024,
    timeoutSeconds: 25,
    variables: variablesOf(knowledgeEnv),
    encodesSentences: true,
    access: {
      table: [...WITH_CALLER, 'Query', 'UpdateItem'],
      // A presigned upload is allowed what the function itself is allowed.
      objects: ['GetObject', 'PutObject', 'DeleteObject'],
      readSigningKey: true,
      readProviderKeys: true,
    },
  },
  {
    trigger: 'queue',
    folder: 'queue/embedding-ingest',
    queue: 'embedding-ingest',
    batchSize: 1,
    maxConcurrency: 5,
    // Reading a file may take a gigabyte of it, in a process of its own.
    memoryMb: 2048,
    variables: variablesOf(ingestEnv),
    encodesSentences: true,
    access: {
      table: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      objects: ['GetObject', 'PutObject', 'DeleteObject'],
      listObjects: true,
      readProviderKeys: true,
      // Large documents are worked on in units, a message each.
      sendTo: ['embedding-ingest'],
    },
  },
  {
    trigger: 'schedule',
    folder: 'schedule/reconcile',
    everyMinutes: 15,
    memoryMb: 1024,
    timeoutSeconds: 300,
    variables: variablesOf(reconcileEnv),
    // It changes nothing of ours itself: the worker looks again at what it names.
    access: {
      table: ['GetItem', 'Query'],
      listObjects: true,
      readProviderKeys: true,
      sendTo: ['embedding-ingest'],
    },
    alarms: [
      {
        metric: 'KnowledgeDifferenceSeconds',
        above: 3600,
        sentence:
          'Search and the bucket have differed for more than an hour: a document is missing, or a deleted one still found.',
        runbook: 'knowledge-reconcile',
      },
    ],
  },
];
