import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Item } from '#shared/store/item.ts';
import { streamed } from '../../audit/streamed-fact.ts';
import type { Dice } from './dice.ts';
import type { Transaction } from './transaction.ts';

/** One function's view of the table's stream: which items it is told of. */
export type StreamConsumer = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

const SHARDS = 2;
const LARGEST_BATCH = 10;
const DOUBLED = 0.3;
const LOST = 0.02;
/** A reader that took too long still runs when another is given the same records. */
const READ_BY_TWO = 0.1;

/** A new item, as the rules know it. */
export interface Arrival {
  readonly tenant: Tenant;
  readonly item: Item;
}

/**
 * The stream as one function gets it: in two shards, records doubled, late, in any order, some never,
 * and now and then the same ones by two readers at once.
 */
export class Stream {
  readonly #shards: DynamoDBRecord[][] = Array.from({ length: SHARDS }, () => []);
  readonly #busy = new Set<number>();
  readonly #arrivals = new Map<string, Arrival>();
  readonly #entity: string;
  readonly #dice: Dice;
  #told = 0;
  /** How often two readers had the same records. */
  readByTwo = 0;

  constructor(entity: string, dice: Dice) {
    this.#entity = entity;
    this.#dice = dice;
  }

  follow({ tenant, all }: Transaction): void {
    for (const { write, before, after } of all) {
      if (before || after?.['entity'] !== this.#entity) continue;
      if (this.#dice.chance(LOST)) continue;
      const put = { action: 'put', key: write.key, item: after } as const;
      const number = String(this.#told++);
      const record = streamed(tenant, put, number);
      this.#arrivals.set(number, { tenant, item: after });
      this.#anyShard().push(record);
      if (this.#dice.chance(DOUBLED)) this.#anyShard().push(record);
    }
  }

  /** Shards that have records and nobody reading them. */
  get ready(): readonly number[] {
    return this.#shards.flatMap((records, n) =>
      records.length > 0 && !this.#busy.has(n) ? [n] : [],
    );
  }

  /**
   * Hands some records of a shard over; what fails, or dies with its reader, comes again. Returns what
   * the reader says is done.
   */
  async deliver(shard: number, consume: StreamConsumer): Promise<readonly Arrival[]> {
    const records = this.#shards[shard] ?? [];
    const batch = this.#dice.shuffled(records.splice(0, 1 + this.#dice.below(LARGEST_BATCH)));
    const isReadByTwo = this.#dice.chance(READ_BY_TWO);
    if (isReadByTwo) {
      this.readByTwo += 1;
      records.unshift(...batch);
    } else this.#busy.add(shard);
    const failed = await consume({ Records: [...batch] }).then(failedOf, () => undefined);
    const isDone = (record: DynamoDBRecord) => failed?.has(numberOf(record)) === false;
    if (!isReadByTwo) {
      records.unshift(...batch.filter((record) => !isDone(record)));
      this.#busy.delete(shard);
    }
    return batch.filter(isDone).flatMap((record) => this.#arrivals.get(numberOf(record)) ?? []);
  }

  #anyShard(): DynamoDBRecord[] {
    return this.#shards[this.#dice.below(SHARDS)] ?? [];
  }
}

const failedOf = ({ batchItemFailures }: DynamoDBBatchResponse): ReadonlySet<string> =>
  new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));

const numberOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.SequenceNumber ?? '';
