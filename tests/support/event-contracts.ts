import { readdirSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import type { EventContract } from '#events/contract.ts';

const EVENTS = new URL('../../events/', import.meta.url);

const contract = z.custom<EventContract>(
  (value) => z.object({ name: z.string(), envelope: z.any() }).safeParse(value).success,
);

/** Every event contract below `events/`, by the name of its file. */
export async function eventContracts(): Promise<ReadonlyMap<string, EventContract>> {
  const files = readdirSync(EVENTS).filter((name) => /\.v\d+\.ts$/.test(name));
  const loaded = files.map(async (file) => {
    const exported: object = await import(new URL(file, EVENTS).href);
    return [file.replace(/\.ts$/, ''), contract.parse(Object.values(exported)[0])] as const;
  });
  return new Map(await Promise.all(loaded));
}

/** The example of an event: as it should be, or as it must not be. */
export const eventExample = (file: string, kind: 'good' | 'bad'): unknown =>
  JSON.parse(readFileSync(new URL(`examples/${file}.${kind}.json`, EVENTS), 'utf8'));
