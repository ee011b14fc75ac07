import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** `npm run vectors:migrate` against a local cloud. @throws Error when it exits with another code than 0 */
export async function runMigration(
  url: string,
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<string> {
  const command = ['infra/vectors/migrate.ts', '--url', url, ...args];
  const { stdout } = await run(process.execPath, command, {
    env: { ...process.env, ...environment },
  });
  return stdout;
}
