import * as z from 'zod';
import type { FunctionLog } from './function-log.ts';

/** A line that the logger of the functions writes about a failure. */
const errorLine = z.object({
  level: z.enum(['ERROR', 'CRITICAL']),
  message: z.string(),
  correlation_id: z.string().optional(),
  error: z.object({ name: z.string().optional(), message: z.string() }).optional(),
});

/**
 * The log, which also tells of each failure in one line as it is written: whoever runs the system on a
 * terminal must not have to look for files to learn that something went wrong.
 */
export const showErrors = (log: FunctionLog, show: (line: string) => void): FunctionLog => ({
  ...log,
  write: (functionName, text) => {
    log.write(functionName, text);
    for (const line of text.split('\n')) {
      const failure = failureIn(line);
      if (failure) show(`error in ${functionName}: ${failure}`);
    }
  },
});

function failureIn(line: string): string | undefined {
  const { success, data } = errorLine.safeParse(parsed(line));
  if (!success) return undefined;
  const { message, error, correlation_id } = data;
  const cause = error ? `: ${error.name ?? 'Error'}: ${error.message}` : '';
  return `${message}${cause}${correlation_id ? ` (correlation id ${correlation_id})` : ''}`;
}

function parsed(line: string): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
