import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Clock, systemClock } from '#shared/runtime/clock.ts';
import { createLocalTable, type LocalTable } from './dynamo-table.ts';
import { createExpiry, type ExpiredKeys } from './dynamo-ttl.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import type { LocalIdentity } from './local-identity.ts';

export interface DynamoOptions {
  readonly identity: LocalIdentity;
  /** Where the data lives between runs; without it everything is in memory. */
  readonly dataFolder?: string;
  /** A DynamoDB that runs elsewhere. @default the variable LOCAL_DYNAMODB_ENDPOINT */
  readonly endpoint?: string;
  readonly clock?: Clock;
  readonly sweepIntervalMs?: number;
}

export interface LocalDynamo {
  readonly endpoint: string;
  /** Which items the sweeper removed, so that the stream can say so. */
  readonly expiredKeys: ExpiredKeys;
  /**
   * Makes the table of a template, or finds it again in the data folder.
   * @param properties of AWS::DynamoDB::Table or AWS::DynamoDB::GlobalTable, intrinsics resolved
   * @throws Error if a property is not known here, or the stored table was made from another template
   */
  createTable(tableName: string, properties: unknown): Promise<LocalTable>;
  /** Removes what is past its time to live now; it also runs on its own every `sweepIntervalMs`. */
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

/** DynamoDB with transactions, indexes, streams and time to live, on a free loopback port. */
export async function startDynamo(options: DynamoOptions): Promise<LocalDynamo> {
  const engine = await startEngine(options);
  const { region, credentials } = options.identity;
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region, credentials });
  const expiry = createExpiry(client, {
    clock: options.clock ?? systemClock,
    intervalMs: options.sweepIntervalMs ?? 60_000,
  });
  return {
    endpoint: engine.endpoint,
    expiredKeys: expiry.expiredKeys,
    async createTable(tableName, properties) {
      const table = await createLocalTable(client, options.identity, tableName, properties);
      expiry.watch(table);
      return table;
    },
    sweep: expiry.sweep,
    async stop() {
      await expiry.stop();
      client.destroy();
      await engine.stop();
    },
  };
}

async function startEngine(options: DynamoOptions): Promise<EngineProcess> {
  const endpoint = options.endpoint ?? process.env.LOCAL_DYNAMODB_ENDPOINT;
  if (endpoint) return { endpoint, stop: async () => {} };
  const { dataFolder } = options;
  const storage = dataFolder ? ['--db-path', join(dataFolder, 'dynamo.db')] : [];
  return startEngineProcess({
    binary: engineBinary(),
    arguments: (port) => ['--host', '127.0.0.1', '--port', String(port), ...storage],
    ready: /listening on/,
  });
}

function engineBinary(): string {
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch {
    throw new Error(
      'The built-in DynamoDB runs on Linux x64 only: start DynamoDB Local yourself and set LOCAL_DYNAMODB_ENDPOINT to its URL.',
    );
  }
}
