import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isFunctionNamed } from './function-name.ts';

/** Where functions write to: everything that CloudWatch Logs would hold. */
export interface FunctionLog {
  readonly write: (functionName: string, text: string) => void;
  /** All that was written since the start. @param name of a function, or the end of it */
  readonly text: (name?: string) => string;
}

/** Kept in memory, so that tests can look for what must never be in a log. */
export function bufferedLog(): FunctionLog {
  const written = new Map<string, string[]>();
  return {
    write: (functionName, text) => {
      written.set(functionName, written.get(functionName) ?? []);
      written.get(functionName)?.push(text);
    },
    text: (name = '') =>
      [...written].flatMap(([fn, texts]) => (isFunctionNamed(fn, name) ? texts : [])).join(''),
  };
}

/** One file per function in a folder. */
export function fileLog(folder: string): FunctionLog {
  mkdirSync(folder, { recursive: true });
  const files = () => readdirSync(folder).filter((file) => file.endsWith('.log'));
  return {
    write: (functionName, text) => appendFileSync(join(folder, `${functionName}.log`), text),
    text: (name = '') =>
      files()
        .filter((file) => isFunctionNamed(file.slice(0, -4), name))
        .map((file) => readFileSync(join(folder, file), 'utf8'))
        .join(''),
  };
}
