import { envSchema as housekeepingEnv } from '#functions/schedule/housekeeping/env.ts';
import { envSchema as eventRelayEnv } from '#functions/stream/event-relay/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { variablesOf } from './variables.ts';

/** From the outbox to the bus, with nothing lost on the way. */
export const EVENT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'stream',
    folder: 'stream/event-relay',
    entity: 'outbox',
    batchSize: 100,
    memoryMb: 512,
    timeoutSeconds: 30,
    variables: variablesOf(eventRelayEnv),
    access: { table: ['UpdateItem'], publishEvents: true },
  },
  {
    trigger: 'schedule',
    folder: 'schedule/housekeeping',
    everyMinutes: 5,
    memoryMb: 512,
    timeoutSeconds: 60,
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
