import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** `npm start -- --ephemeral` in a process of its own, allowed to call this machine. */
export async function startOwnSystem() {
  const main = new URL('../main.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [main, '--ephemeral', '--port', '0'], {
    env: { ...process.env, EGRESS_ALLOW_CIDRS: '127.0.0.1/32' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready (\S+)$/.exec(line)?.[1];
    if (url) return { url, stop };
  }
  throw new Error('The system did not start');
}
