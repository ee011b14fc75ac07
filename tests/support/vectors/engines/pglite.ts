import { readFile, writeFile } from 'node:fs/promises';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

/** A server of PostgreSQL with pgvector inside this process, reached over TCP as any other. */
export async function startPglite() {
  const db = await createOrRestore();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0, maxConnections: 16 });
  await server.start();
  return {
    url: `postgres://postgres:postgres@${server.getServerConn()}/postgres`,
    close: async () => {
      await server.stop();
      await db.close();
    },
  };
}

/** Making a cluster takes seconds, restoring one does not. */
const DUMP = new URL('../../../../node_modules/.cache/pglite-cluster.tar', import.meta.url);

async function createOrRestore(): Promise<PGlite> {
  const dump = await readFile(DUMP).catch(() => undefined);
  const extensions = { vector };
  if (dump) return PGlite.create({ extensions, loadDataDir: new Blob([dump]) });
  const db = await PGlite.create({ extensions });
  const dumped = await db.dumpDataDir('none');
  await writeFile(DUMP, new Uint8Array(await dumped.arrayBuffer())).catch(() => undefined);
  return db;
}
