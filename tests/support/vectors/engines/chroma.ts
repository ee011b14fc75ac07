import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';

const BINDINGS = 'chromadb-js-bindings-linux-x64-gnu';
const load = createRequire(import.meta.url);

/** The server that Chroma's bindings bring, in a process of its own; or the one that `CHROMA_URL` names. */
export async function startChroma() {
  const given = process.env['CHROMA_URL'];
  if (given) return { url: given, close: async () => undefined };
  const folder = await mkdtemp(join(tmpdir(), 'chroma-'));
  const port = await freePort();
  const code = `require(${JSON.stringify(load.resolve(BINDINGS))}).cli(${JSON.stringify([
    ...['chroma', 'run', '--path', folder],
    ...['--host', '127.0.0.1', '--port', `${port}`],
  ])})`;
  const server = spawn(process.execPath, ['-e', code], { stdio: 'ignore', cwd: folder });
  const url = `http://127.0.0.1:${port}`;
  await untilItAnswers(url);
  return {
    url,
    close: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Why Chroma cannot be started here; undefined where it can. */
export function whyNoChroma(): string | undefined {
  if (process.env['CHROMA_URL']) return undefined;
  try {
    load(BINDINGS);
    return undefined;
  } catch {
    return `no bindings of Chroma for ${process.platform}-${process.arch} and this C library; set CHROMA_URL`;
  }
}

async function untilItAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(`${url}/api/v2/heartbeat`).catch(() => undefined);
    if (answer?.ok) return;
    await setTimeout(100);
  }
  throw new Error(`Chroma does not answer at ${url}`);
}
