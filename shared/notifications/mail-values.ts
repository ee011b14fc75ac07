import * as z from 'zod';
import { shorten } from './shorten.ts';

/** Values of an event by the names that templates use: nested ones joined by `_`. */
export type MailValues = Readonly<Record<string, string | number | boolean>>;

export const notice = z.object({ type: z.string(), timestamp: z.string(), data: z.unknown() });
export type Notice = z.infer<typeof notice>;

const MAX_FACTS = 30;
const MAX_TEXT = 500;

export const mailValues = ({ type, timestamp, data }: Notice): MailValues => ({
  ...Object.fromEntries(flatten(data)),
  event: type,
  occurred_at: timestamp,
});

/** The event's own values as lines. */
export const factLines = ({ data }: Notice): readonly string[] =>
  flatten(data)
    .slice(0, MAX_FACTS)
    .map(([name, value]) => `${name.replaceAll('_', ' ')}: ${value}`);

const summarised = z.object({ summary: z.array(z.string()), changes: z.int().default(0) });

/** What would change, and how much more than is said here. */
export function summaryLines({ data }: Notice): readonly string[] {
  const found = summarised.safeParse(data);
  if (!found.success) return [];
  const { summary, changes } = found.data;
  const more = changes - summary.length;
  return [
    ...summary.map((line) => shorten(line, MAX_TEXT)),
    ...(more > 0 && summary.length > 0
      ? [`and ${more} more changes, which the console shows`]
      : []),
  ];
}

type Entry = readonly [name: string, value: string | number | boolean];

function flatten(value: unknown, name = ''): readonly Entry[] {
  if (value === null || value === undefined) return name ? [[name, '']] : [];
  if (typeof value === 'number' || typeof value === 'boolean') return [[name, value]];
  if (typeof value === 'string') return [[name, shorten(value, MAX_TEXT)]];
  if (Array.isArray(value)) return [[name, shorten(value.map(String).join(', '), MAX_TEXT)]];
  return Object.entries(value).flatMap(([key, inner]) =>
    flatten(inner, name ? `${name}_${key}` : key),
  );
}
