import { readCounter } from '#shared/budgets/counter-store.ts';
import { TableLedger } from '#shared/budgets/table-ledger.ts';
import { cloudSpace, type SpaceFacts } from '#shared/embeddings/cloud-space.ts';
import { connectEmbeddingClient } from '#shared/embeddings/embedding-client.openai.ts';
import type { EmbeddingClient } from '#shared/embeddings/embedding-client.ts';
import type { EmbeddingServer } from '#shared/embeddings/embedding-server.ts';
import type { EmbeddingOutcome } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import type { ObservedBatch } from '#shared/embeddings/provider-embedder.ts';
import { serveSpaces } from '#shared/embeddings/serve-spaces.ts';
import { SpaceRouter } from '#shared/embeddings/space-router.ts';
import { TableVectorCache } from '#shared/embeddings/table-vector-cache.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import { CollidingTable } from '#tests/support/colliding-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const CENT = 1_000_000;
const MONTH = '2026-01';

const SMALL = { model: 'text-embedding-3-small', dimensions: 1536 } as const;

export const openaiAt = (baseUrl: string, facts: SpaceFacts = SMALL): EmbeddingServer => ({
  ...facts,
  kind: 'openai',
  payee: 'openai',
  apiKey: 'test',
  baseUrl,
});

export const azureAt = (endpoint: string, facts: SpaceFacts = SMALL): EmbeddingServer => ({
  ...facts,
  kind: 'azure',
  payee: 'azure',
  apiKey: 'test',
  endpoint,
  deployment: facts.model,
  apiVersion: '2024-10-21',
});

/** A tenant with budgets and servers; the table is in memory and time passes only in pauses. */
export class EmbeddingWorld {
  readonly tenant = trustedTenant('acme');
  readonly clock = new VirtualClock('2026-01-05T10:00:00.000Z');
  readonly table = new CollidingTable();
  readonly observed: ObservedBatch[] = [];
  readonly pauses: number[] = [];
  remainingMs = 900_000;
  dailyCents = 1000;
  /** Stands between the service and its servers. */
  connect: (server: EmbeddingServer) => EmbeddingClient = connectEmbeddingClient;
  #nextId = 0;

  /** One more instance of the service; all share the table. */
  instance(...servers: readonly EmbeddingServer[]): SpaceRouter {
    const { table, clock } = this;
    const pause = async (milliseconds: number) => {
      this.pauses.push(milliseconds);
      await new Promise(setImmediate);
      clock.moveTo(clock.ms + milliseconds);
    };
    const budgets = {
      openai_daily_cents: this.dailyCents,
      azure_daily_cents: this.dailyCents,
      monthly_cents: 10_000,
    };
    const allowances = { current: async () => ({ settings: { budgets, time_zone: 'UTC' } }) };
    const ids = { uuid: () => `reservation-${this.#nextId++}` };
    const served = serveSpaces(
      {
        clock,
        pause,
        ledger: new TableLedger({ table, clock, pause: this.#wait, ids, allowances }),
        circuits: circuitsIn(table, clock),
        cache: new TableVectorCache(table, clock),
        connect: (server) => this.connect(server),
        remainingMs: () => this.remainingMs,
        observe: (batch) => this.observed.push(batch),
      },
      servers,
    );
    return new SpaceRouter(served, freeEmbeddings(localHashProvider));
  }

  /** The ledger's own waiting takes no time of the calls. */
  readonly #wait = async (): Promise<void> => {
    await new Promise(setImmediate);
  };

  /** What is booked, by provider (micro-cents). */
  async spent(): Promise<Readonly<Record<string, number | undefined>>> {
    const { spent } = await readCounter(this.table, this.tenant, MONTH);
    return spent['2026-01-05'] ?? {};
  }

  async holds(): Promise<readonly string[]> {
    return Object.keys((await readCounter(this.table, this.tenant, MONTH)).holds);
  }

  static cents(microcents: number): number {
    return microcents / CENT;
  }
}

/** Where a text's request goes. */
export const SMALL_SPACE = cloudSpace(SMALL).spaceId;

export const documents = (texts: readonly string[], spaceId = SMALL_SPACE) =>
  ({ spaceId, inputType: 'document', texts }) as const;
export const queries = (texts: readonly string[], spaceId = SMALL_SPACE) =>
  ({ spaceId, inputType: 'query', texts }) as const;

/** `ok`, or why not. */
export const kindOf = (outcome: EmbeddingOutcome): string =>
  'failed' in outcome ? outcome.failed : 'ok';
