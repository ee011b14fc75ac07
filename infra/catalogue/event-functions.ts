import { envSchema as housekeepingEnv } from '#functions/schedule/housekeeping/env.ts';
import { envSchema as eventRelayEnv } from '#functions/stream/event-relay/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { LINKS_FACTS } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** What follows the table's stream, and what finds what the stream has lost. */
export const EVENT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'stream',
    folder: 'stream/event-relay',
    entity: 'outbox',
    batchSize: 100,
    lagMeans: 'nobody is told what happens',
    runbook: 'relay-lag',
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
    access: {
      table: ['UpdateItem', ...LINKS_FACTS],
      indexes: ['due'],
      publishEvents: true,
    },
    alarms: [
      {
        metric: 'OutboxOldestSeconds',
        above: 300,
        sentence: 'An event has waited more than five minutes for the bus: somebody was not told.',
        runbook: 'relay-lag',
      },
      {
        metric: 'AuditUnlinkedSeconds',
        above: 300,
        sentence:
          'An audit fact has waited more than five minutes for its place in the chain: nothing vouches for it yet.',
        runbook: 'audit-lag',
      },
    ],
  },
];
