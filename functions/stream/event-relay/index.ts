import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBridgeBus } from '#shared/queue/event-bus.eventbridge.ts';
import { systemClock } from '#shared/runtime/clock.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectPlatformTable } from '#shared/store/connect-platform-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);

export const handler = createHandler({
  bus: new EventBridgeBus(new EventBridgeClient(), env.BUS_NAME),
  table: connectPlatformTable(env.TABLE_NAME),
  clock: systemClock,
});
