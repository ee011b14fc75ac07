import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { EventBridgeBus } from '#shared/queue/event-bus.eventbridge.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { connectPlatformTable } from '#shared/store/connect-platform-table.dynamo.ts';
import { connectCommit } from '#shared/store/connect-table.dynamo.ts';
import { envSchema } from './env.ts';
import { createHandler } from './handler.ts';

const env = readEnv(envSchema);
const kit = connectCommit(env.TABLE_NAME);
const waiting = connectPlatformTable(env.TABLE_NAME);

export const handler = createHandler({
  events: {
    bus: new EventBridgeBus(new EventBridgeClient(), env.BUS_NAME),
    table: waiting,
    clock: kit.clock,
  },
  facts: { ...kit, waiting },
});
