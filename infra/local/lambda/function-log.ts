import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where functions write to: everything that CloudWatch Logs would hold. */
export interface FunctionLog {
  readonly write: (functionName: string, text: string) => void;
  /** All that was written since the start, of one function or of all. */
  readonly text: (functionName?: string) => string;
}

/** Kept in memory, so that tests can look for what must never be in a log. */
export function bufferedLog(): FunctionLog {
  const written = new Map<string, string[]>();
  return {
    write: (functionName, text) => {
      written.set(functionName, [...(written.get(functionName) ?? []), text]);
    },
    text: (functionName) =>
      (functionName ? [written.get(functionName) ?? []] : [...written.values()]).flat().join(''),
  };
}

/** One file per function in a folder. */
export function fileLog(folder: string): FunctionLog {
  mkdirSync(folder, { recursive: true });
  const buffered = bufferedLog();
  return {
    write: (functionName, text) => appendFileSync(join(folder, `${functionName}.log`), text),
    text: buffered.text,
  };
}
