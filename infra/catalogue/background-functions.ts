import { envSchema as housekeepingEnv } from '#functions/schedule/housekeeping/env.ts';
import { envSchema as eventRelayEnv } from '#functions/stream/event-relay/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { variablesOf } from './variables.ts';

/** What works when nobody waits: off the stream, the queues and the clock. */
export const BACKGROUND_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'stream',
    folder: 'stream/event-relay',
    memoryMb: 512,
    timeoutSeconds: 30,
    entity: 'outbox',
    batchSize: 100,
    variables: variablesOf(eventRelayEnv),
    access: { table: ['UpdateItem'], publishEvents: true },
  },
  {
    trigger: 'schedule',
    folder: 'schedule/housekeeping',
    memoryMb: 512,
    timeoutSeconds: 60,
    everyMinutes: 5,
    variables: variablesOf(housekeepingEnv),
    access: { table: ['UpdateItem'], indexes: ['due'], publishEvents: true },
    alarms: [
      {
        metric: 'OutboxOldestSeconds',
        above: 300,
        sentence: 'An event has waited more than five minutes for the bus: somebody was not told.',
        runbook: 'relay-lag',
      },
    ],
  },
];
