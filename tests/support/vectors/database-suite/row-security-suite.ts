import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Dialect } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import { TENANT_ROLE } from '#shared/vectors/databases/postgres/schema.ts';
import { at } from '../store-suite/store-world.ts';

interface Rows {
  readonly dialect: Dialect;
  readonly url: () => string;
  readonly database: () => PostgresDatabase;
}

/** The wall behind the statements: even one that forgets the tenant sees and writes nothing of another. */
export function rowSecuritySuite({ dialect, url, database }: Rows): void {
  const { name, table } = dialect;
  async function asRole(tenant: string | undefined, sql: string) {
    const client = new Client({ connectionString: url() });
    await client.connect();
    try {
      await client.query(`begin; set local role ${TENANT_ROLE}`);
      if (tenant) await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
      return (await client.query(sql)).rows;
    } finally {
      await client.end();
    }
  }

  describe(`rows of ${name}`, () => {
    test('are seen, changed and deleted by their tenant alone, whatever a statement forgets', async () => {
      const rows = [{ ordinal: 0, vector: at(1) }];
      const version = { document_id: 'd', version: 1, content: 'c', spaceId: 's', rows };
      for (const tenant of ['wall', 'wall-2'])
        await database().upsert(trustedTenant(tenant), version);
      const count = `select distinct tenant from ${table}`;
      expect(await asRole('wall', count)).toEqual([{ tenant: 'wall' }]);
      expect(await asRole(undefined, count)).toEqual([]);
      expect(
        await asRole('wall', `delete from ${table} where tenant = 'wall-2' returning 1`),
      ).toEqual([]);
      const theft = `update ${table} set tenant = 'wall-2' where tenant = 'wall'`;
      await expect(asRole('wall', theft)).rejects.toThrow('row-level security');
      expect(
        await asRole(
          'wall',
          `select rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user`,
        ),
      ).toEqual([{ passes: false }]);
    });

    test('are prepared for again without harm, by many at once', async () => {
      const others = [1, 2, 3].map(() => new PostgresDatabase(dialect, url()));
      const version = { document_id: 'd', version: 1, content: 'c' };
      const read = await Promise.all(
        others.map((other) => other.read(trustedTenant('wall'), version, 's')),
      );
      expect(read.map((found) => found.length)).toEqual([1, 1, 1]);
      for (const other of others) await other.close();
    });
  });
}
