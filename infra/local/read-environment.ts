import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** The `.env` file and the process environment, which wins. */
export const readEnvironment = (file: string): Readonly<Record<string, string | undefined>> => ({
  ...(existsSync(file) && parseEnv(readFileSync(file, 'utf8'))),
  ...process.env,
});
