import { escapeLiteral, Pool, type PoolClient } from 'pg';
import { onFirstUse } from '#shared/runtime/on-first-use.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { TENANT_ROLE } from './schema.ts';

/** An instance asks little at once; many instances share the server's connections. */
const CONNECTIONS = 4;
const CONNECT_MS = 5_000;

/** Connections on which a transaction sees one tenant's rows and no others. */
export class TenantSessions {
  readonly #pool: Pool;
  readonly #prepared: () => Promise<unknown>;

  /** `schema` is run once, before the first transaction. */
  constructor(url: string, schema: string) {
    this.#pool = new Pool({
      connectionString: url,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      // An idle connection keeps no process alive.
      allowExitOnIdle: true,
    });
    // The server closed an idle connection: the next caller gets a new one.
    this.#pool.on('error', () => undefined);
    this.#prepared = onFirstUse(() => this.#pool.query(schema));
  }

  /** Runs work in one transaction that the policies hold to the tenant. */
  async as<Result>(tenant: Tenant, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    await this.#prepared();
    const client = await this.#pool.connect();
    try {
      await client.query(
        `begin; set local role ${TENANT_ROLE}; set local app.tenant = ${escapeLiteral(tenant)}`,
      );
      const result = await work(client);
      await client.query('commit');
      client.release();
      return result;
    } catch (error) {
      // Whatever is left of the transaction goes with the connection.
      client.release(true);
      throw error;
    }
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
