import { setTimeout } from 'node:timers/promises';

/** The value if it is there in time, else undefined; whoever is late is not waited for. */
export async function within<Value>(
  milliseconds: number,
  value: Promise<Value>,
): Promise<Value | undefined> {
  const cancel = new AbortController();
  const late = setTimeout(milliseconds, undefined, { signal: cancel.signal });
  try {
    return await Promise.race([value, late.catch(() => undefined)]);
  } finally {
    cancel.abort();
  }
}
