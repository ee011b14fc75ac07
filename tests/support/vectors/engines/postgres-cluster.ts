import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

/** Programs of the newest PostgreSQL that Debian has installed. */
const binaries = (): string | undefined => globSync('/usr/lib/postgresql/*/bin').sort().at(-1);

/** Why there can be no cluster here; undefined where there can. */
export function whyNoPostgres(): string | undefined {
  const folder = binaries();
  if (!folder || !existsSync(join(folder, 'initdb'))) return 'PostgreSQL is not installed';
  if (process.getuid?.() === 0 && !unprivileged())
    return 'PostgreSQL refuses to run as root, and there is no user postgres';
  return undefined;
}

/** A cluster of the installed PostgreSQL in a folder of its own, gone with `close`. */
export async function startPostgres() {
  const bin = binaries() ?? '';
  const owner = process.getuid?.() === 0 ? unprivileged() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const as = { ...owner, cwd: folder };
  const data = join(folder, 'data');
  await run(join(bin, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], as);
  const port = await freePort();
  const settings = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
  ];
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, ...settings.flatMap((one) => ['-c', one])],
    {
      ...as,
      stdio: 'ignore',
    },
  );
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilItAnswers(url);
  return {
    url,
    close: async () => {
      server.kill('SIGINT');
      await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function unprivileged(): { readonly uid: number; readonly gid: number } | undefined {
  try {
    const idOf = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: 'pipe' }));
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch {
    return undefined;
  }
}

async function untilItAnswers(connectionString: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const client = new Client({ connectionString });
    const answers = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (answers) return;
    await setTimeout(100);
  }
  throw new Error('PostgreSQL does not answer');
}
