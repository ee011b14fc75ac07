import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, describe, expect, it } from 'vitest';

const MAIN = join(import.meta.dirname, '../../../infra/local/main.ts');
const folder = mkdtempSync(join(tmpdir(), 'npm-start-'));
const running: ChildProcess[] = [];

/** `npm start` in a folder of its own, which is also where its temporary files go. */
function start(...flags: string[]) {
  const child = spawn(process.execPath, [MAIN, '--port', '0', ...flags], {
    cwd: folder,
    env: { ...process.env, TMPDIR: folder },
  });
  running.push(child);
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  const errors: string[] = [];
  child.stderr.on('data', (text) => errors.push(String(text)));
  const exit = once(child, 'exit');
  return {
    lines,
    errors,
    exit: async () => (await exit)[0],
    ready: async () => {
      while (!lines.at(-1)?.startsWith('ready ')) {
        if (child.exitCode !== null) throw new Error(errors.join(''));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return lines.at(-1)?.slice('ready '.length) ?? '';
    },
    signal: (signal: NodeJS.Signals) => child.kill(signal),
  };
}

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  it('says ready last, serves the first page, and leaves nothing behind', async () => {
    const main = start('--ephemeral');
    const url = await main.ready();
    expect((await fetch(url)).headers.get('content-type')).toContain('text/html');
    main.signal('SIGINT');
    expect(await main.exit()).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('keeps its state in .local, which belongs to one at a time', async () => {
    const first = start();
    await first.ready();
    const second = start();
    expect(await second.exit()).toBe(1);
    expect(second.errors.join('')).toMatch(/^\S+\.local is used by process \d+: stop it, .*\n$/);
    first.signal('SIGTERM');
    expect(await first.exit()).toBe(0);
    expect(existsSync(join(folder, '.local', 'state'))).toBe(true);
    expect(existsSync(join(folder, '.local', 'lock'))).toBe(false);
  });

  it('runs twice side by side', async () => {
    const both = [start('--ephemeral'), start('--ephemeral')];
    const urls = await Promise.all(both.map((main) => main.ready()));
    expect(new Set(urls).size).toBe(2);
  });

  it('says in one sentence that a port is taken', async () => {
    const first = start('--ephemeral');
    const { port } = new URL(await first.ready());
    const second = start('--ephemeral', '--port', port);
    expect(await second.exit()).toBe(1);
    expect(second.errors.join('')).toContain(`Port ${port} is in use: `);
  });
});
