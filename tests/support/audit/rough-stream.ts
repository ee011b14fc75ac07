import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { createHandler } from '#functions/stream/audit-sequencer/handler.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { AUDIT_FACTS } from '#shared/store/audit-record.ts';
import type { CommitDeps } from '#shared/store/commit.ts';
import type { Table } from '#shared/store/table.ts';
import { lambdaContext } from '../lambda-context.ts';
import { streamed } from './streamed-fact.ts';

type Dice = () => number;

/** How likely a record of the stream comes twice, or never. */
export interface Delivery {
  readonly doubled: number;
  readonly lost: number;
}

/** Up to as many records as the mapping of the sequencer hands over at once. */
const MOST = 100;

/** The stream of a table in two shards that share everything between them, and do it badly. */
export class RoughStream {
  readonly #shards: DynamoDBRecord[][] = [[], []];
  readonly #dice: Dice;
  readonly #delivery: Delivery;
  #written = 0;
  #isOver = false;

  constructor(dice: Dice, delivery: Delivery) {
    this.#dice = dice;
    this.#delivery = delivery;
  }

  /** The table, seen by the stream. */
  follow(table: Table): Table {
    return {
      get: (...key) => table.get(...key),
      getMany: (...keys) => table.getMany(...keys),
      query: (...selection) => table.query(...selection),
      transact: async (tenant, writes) => {
        await table.transact(tenant, writes);
        for (const write of writes)
          if (write.action === 'put' && write.key.partition === AUDIT_FACTS)
            this.#tell(tenant, write);
      },
    };
  }

  /** Feeds two instances of the sequencer until the end is near and nothing is left. */
  async run(deps: CommitDeps): Promise<void> {
    await Promise.all(this.#shards.map((shard) => this.#feed(shard, createHandler(deps))));
  }

  end(): void {
    this.#isOver = true;
  }

  #tell(tenant: Tenant, put: Parameters<typeof streamed>[1]): void {
    const record = streamed(tenant, put, `${this.#written++}`);
    if (this.#dice() < this.#delivery.lost) return;
    this.#anyShard().push(record);
    if (this.#dice() < this.#delivery.doubled) this.#anyShard().push(record);
  }

  #anyShard(): DynamoDBRecord[] {
    return this.#shards[this.#dice() < 0.5 ? 0 : 1] ?? [];
  }

  async #feed(shard: DynamoDBRecord[], handler: ReturnType<typeof createHandler>): Promise<void> {
    while (!this.#isOver || shard.length > 0) {
      await new Promise(setImmediate);
      const batch = shard
        .splice(0, Math.ceil(this.#dice() * MOST))
        .toSorted(() => this.#dice() - 0.5);
      if (batch.length === 0) continue;
      const { batchItemFailures } = await invoke(handler, { Records: batch });
      const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
      shard.unshift(...batch.filter(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? '')));
    }
  }
}

/** A function that dies has failed its whole batch. */
async function invoke(
  handler: ReturnType<typeof createHandler>,
  event: DynamoDBStreamEvent,
): Promise<DynamoDBBatchResponse> {
  try {
    return await handler(event, lambdaContext);
  } catch {
    const numbers = event.Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
    return { batchItemFailures: numbers.map((itemIdentifier) => ({ itemIdentifier })) };
  }
}
