import { afterAll, beforeAll, expect, test } from 'vitest';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { PGVECTOR } from '#shared/vectors/databases/postgres/dialect.ts';
import { PostgresDatabase } from '#shared/vectors/databases/postgres/postgres-database.pg.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { keptOf } from '#tests/support/vectors/create-move.ts';
import { startPglite } from '#tests/support/vectors/engines/pglite.ts';
import { runMigration } from '#tests/support/vectors/run-migration.ts';

const environment: Record<string, string> = { VECTOR_STORES: 'shelf,pgvector' };
let server: Awaited<ReturnType<typeof startPglite>>;
let database: PostgresDatabase;

// Before the cloud, whose functions are told where it is.
beforeAll(async () => {
  server = await startPglite();
  environment['DATABASE_URL'] = server.url;
  database = new PostgresDatabase(PGVECTOR, server.url);
});

const cloud = useLocalCloud({ environment });

afterAll(async () => {
  await database?.close();
  await server?.close();
});

async function upload(curator: Person, title: string, content: string): Promise<string> {
  const body = { title, file_name: `${title}.md`, content_type: 'text/markdown' };
  const announced = await curator.post('/knowledge/documents', body);
  const { url, method, headers } = announced.body.upload;
  await fetch(url, { method, headers, body: content });
  await cloud.drain();
  return announced.body.document_id;
}

async function found(curator: Person, query: string) {
  const path = `/knowledge/search?mode=semantic&q=${encodeURIComponent(query)}`;
  const { body } = await curator.get(path);
  expect(body.degraded).toBe(false);
  return body.results.map(({ document_id }: { document_id: string }) => document_id);
}

const keptDocuments = async () =>
  new Set((await keptOf(database, trustedTenant('acme'))).map(({ document_id }) => document_id));

test('the product moves from its shelf to pgvector and back while it runs', async () => {
  const { ana, carl } = await company(cloud, 'acme', { ana: ['curator'], carl: ['admin'] });
  const gates = await upload(ana, 'gates', '# Gates\n\nThe north gate closes at ten.\n');
  expect(await keptDocuments()).toEqual(new Set());
  expect((await carl.get('/status')).body.capabilities.vector_stores).toEqual([
    'shelf',
    'pgvector',
  ]);

  const migrate = (...args: string[]) => runMigration(cloud.url, environment, ...args);
  expect(await migrate('--to', 'pgvector')).toContain('acme: switched');
  expect(await migrate('--status')).toContain('pgvector, switched: shelf to pgvector');
  expect(await keptDocuments()).toEqual(new Set([gates]));
  expect(await found(ana, 'when does the north gate close')).toEqual([gates]);

  const badges = await upload(ana, 'badges', '# Badges\n\nVisitors wear red badges.\n');
  expect(await keptDocuments()).toEqual(new Set([gates, badges]));
  expect(await found(ana, 'red badges of visitors')).toContain(badges);

  await ana.remove(`/knowledge/documents/${gates}`);
  expect(await found(ana, 'when does the north gate close')).not.toContain(gates);
  await cloud.drain();
  expect(await keptDocuments()).toEqual(new Set([badges]));

  expect(await migrate('--rollback')).toContain('rolled back: shelf to pgvector');
  expect(await keptDocuments()).toEqual(new Set());
  expect(await found(ana, 'red badges of visitors')).toContain(badges);
}, 120_000);
