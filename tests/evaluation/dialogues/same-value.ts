import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';

/** Whether a slot holds what its label says, compared as the dialogues' README asks for it. */
export function sameSlotValue(slot: string, actual: unknown, label: unknown): boolean {
  const comparable = COMPARABLE[slot] ?? ((value: unknown) => value);
  return isDeepStrictEqual(comparable(actual), comparable(label));
}

const COMPARABLE: Readonly<Record<string, (value: unknown) => unknown>> = {
  site_name: (value) => bareName(String(value)),
  operating_hours: (value) =>
    aroundTheClock.safeParse(value).success ? 'around the clock' : value,
  time_zone: (value) => canonicalZone(String(value)),
  staff_roles: asSet,
  shifts: asSet,
};

/** Quotation marks around a name are not part of it. */
const bareName = (name: string): string =>
  name
    .normalize('NFC')
    .trim()
    .replace(/^(?:["'“”„‚‘’«»‹›「『]\s*)+|(?:\s*["'“”„‚‘’«»‹›」』])+$/gu, '');

/** With this flag the times say nothing. */
const aroundTheClock = z.object({ around_the_clock: z.literal(true) });

/** Names that are links of each other resolve to one. */
function canonicalZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return zone;
  }
}

function asSet(value: unknown): unknown {
  const list = z.array(z.unknown()).safeParse(value);
  return list.success ? [...new Set(list.data.map(sorted))].toSorted() : value;
}

/** As text, with members in one order. */
const sorted = (item: unknown): string =>
  JSON.stringify(item, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => a.localeCompare(b)))
      : value,
  );
