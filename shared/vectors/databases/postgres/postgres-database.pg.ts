import type { PoolClient } from 'pg';
import * as z from 'zod';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { batchesOf } from '../batches.ts';
import type {
  DocumentVersion,
  KeptVectors,
  NearestQuery,
  NearRow,
  VectorDatabase,
  VectorRow,
  VersionRef,
  VersionVectors,
} from '../vector-database.ts';
import type { Dialect } from './dialect.ts';
import { schemaOf } from './schema.ts';
import { statementsOf } from './statements.ts';
import { TenantSessions } from './tenant-session.pg.ts';

/** Rows and bytes of one statement. */
const BATCH = { count: 500, bytes: 4 * 1024 * 1024 };
const PAGE = 1_000;

/** Vectors in PostgreSQL, a row each. Every search compares all rows that it may see: it is exact. */
export class PostgresDatabase implements VectorDatabase {
  readonly name: Dialect['name'];
  readonly #dialect: Dialect;
  readonly #sql: ReturnType<typeof statementsOf>;
  readonly #sessions: TenantSessions;

  constructor(dialect: Dialect, url: string) {
    this.name = dialect.name;
    this.#dialect = dialect;
    this.#sql = statementsOf(dialect);
    this.#sessions = new TenantSessions(url, schemaOf(dialect));
  }

  upsert(tenant: Tenant, { spaceId, rows, ...version }: VersionVectors): Promise<void> {
    const encoded = rows.map(({ ordinal, vector }) => ({
      ordinal,
      bytes: this.#dialect.encode(vector),
    }));
    return this.#sessions.as(tenant, async (client) => {
      const key = keyOf(tenant, spaceId, version);
      await client.query(this.#sql.lock, [JSON.stringify(key)]);
      await client.query(this.#sql.clear, key);
      for (const batch of batchesOf(encoded, BATCH, ({ bytes }) => bytes.byteLength)) {
        const values = batch.flatMap(({ ordinal, bytes }) => [ordinal, bytes]);
        const insert = this.#sql.insert(batch.length, this.#dialect.columnType);
        await client.query(insert, [...key, ...values]);
      }
    });
  }

  nearest(
    tenant: Tenant,
    { spaceId, vector, limit, among }: NearestQuery,
  ): Promise<readonly NearRow[]> {
    const query = this.#dialect.encode(vector);
    const versions = [
      among.map(({ document_id }) => document_id),
      among.map(({ version }) => version),
      among.map(({ content }) => content),
    ];
    return this.#sessions.as(tenant, (client) =>
      rowsOf(client, nearRow, this.#sql.nearest(this.#dialect.columnType), [
        tenant,
        spaceId,
        query,
        limit,
        ...versions,
      ]),
    );
  }

  read(tenant: Tenant, version: VersionRef, spaceId: string): Promise<readonly VectorRow[]> {
    return this.#sessions.as(tenant, async (client) => {
      const rows = await rowsOf(client, vectorRow, this.#sql.read, keyOf(tenant, spaceId, version));
      return rows.map(({ ordinal, vector }) => ({ ordinal, vector: Float32Array.from(vector) }));
    });
  }

  async remove(
    tenant: Tenant,
    { document_id, version }: DocumentVersion,
    content?: string,
  ): Promise<void> {
    const key = [tenant, document_id, version, content ?? null];
    await this.#sessions.as(tenant, (client) => client.query(this.#sql.remove, key));
  }

  async *versions(tenant: Tenant): AsyncIterable<KeptVectors> {
    let after: KeptVectors | undefined;
    do {
      const seen = [after?.spaceId ?? '', after?.document_id ?? '', after?.version ?? 0];
      const values = [tenant, ...seen, after?.content ?? '', PAGE];
      const page = await this.#sessions.as(tenant, (client) =>
        rowsOf(client, keptVectors, this.#sql.versions, values),
      );
      yield* page;
      after = page.length === PAGE ? page.at(-1) : undefined;
    } while (after);
  }

  /** Lets go of the connections. */
  close(): Promise<void> {
    return this.#sessions.close();
  }
}

const keyOf = (tenant: Tenant, spaceId: string, { document_id, version, content }: VersionRef) => [
  tenant,
  spaceId,
  document_id,
  version,
  content,
];

const versionRef = { document_id: z.string(), version: z.int(), content: z.string() };
const nearRow = z.object({ ...versionRef, ordinal: z.int(), score: z.number() });
const vectorRow = z.object({ ordinal: z.int(), vector: z.array(z.number()) });
const keptVectors = z.object({ ...versionRef, spaceId: z.string(), vectors: z.int() });

async function rowsOf<Row>(
  client: PoolClient,
  schema: z.ZodType<Row>,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const { rows } = await client.query(sql, [...values]);
  return z.array(schema).parse(rows);
}
