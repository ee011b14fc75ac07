import { routes as notificationRoutes } from '#functions/http/notifications/contract.ts';
import { envSchema as notificationsEnv } from '#functions/http/notifications/env.ts';
import { envSchema as deliverEnv } from '#functions/queue/deliver/env.ts';
import { envSchema as notifierEnv } from '#functions/queue/notifier/env.ts';
import { envSchema as dueTimersEnv } from '#functions/schedule/due-timers/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** From an event to the people and systems that must hear of it. */
export const NOTIFICATION_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/notifications',
    routes: notificationRoutes,
    memoryMb: 512,
    timeoutSeconds: 15,
    variables: variablesOf(notificationsEnv),
    access: { table: [...WITH_CALLER, 'Query'], readSigningKey: true },
  },
  {
    trigger: 'queue',
    folder: 'queue/notifier',
    queue: 'notifier',
    batchSize: 10,
    maxConcurrency: 10,
    memoryMb: 512,
    variables: variablesOf(notifierEnv),
    access: { table: ['Query', 'PutItem'], sendTo: ['deliver'] },
  },
  {
    trigger: 'queue',
    folder: 'queue/deliver',
    queue: 'deliver',
    batchSize: 5,
    maxConcurrency: 20,
    memoryMb: 512,
    variables: variablesOf(deliverEnv),
    access: {
      table: ['GetItem', 'PutItem', 'UpdateItem'],
      sendTo: ['deliver'],
      sendEmail: true,
      readSigningKey: true,
    },
  },
  {
    trigger: 'schedule',
    folder: 'schedule/due-timers',
    everyMinutes: 1,
    memoryMb: 512,
    timeoutSeconds: 50,
    variables: variablesOf(dueTimersEnv),
    access: { table: ['GetItem', 'PutItem', 'UpdateItem'], indexes: ['due'], sendTo: ['deliver'] },
  },
];
