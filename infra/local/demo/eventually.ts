import { setTimeout } from 'node:timers/promises';

const DEADLINE_MS = 20_000;

/** Looks until there is something, or fails loudly. */
export async function eventually<Found>(
  what: string,
  look: () => Promise<Found | undefined> | Found | undefined,
): Promise<Found> {
  const end = Date.now() + DEADLINE_MS;
  while (Date.now() < end) {
    const found = await look();
    if (found !== undefined) return found;
    await setTimeout(100);
  }
  throw new Error(`${what} did not happen within ${DEADLINE_MS / 1000} seconds`);
}
