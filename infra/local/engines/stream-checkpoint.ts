import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { StreamPosition } from './stream-reader.ts';

/** How far a consumer has come in a stream: everything at or before it was delivered. */
export interface StreamCheckpoint {
  readonly position: StreamPosition;
  /** A record was read and is under way. Records of a shard arrive in order. */
  expect(shardId: string, sequenceNumber: string): void;
  /** The records were delivered; the checkpoint passes each once all before it were. */
  settle(shardId: string, sequenceNumbers: readonly string[]): void;
}

/** @param file where the position survives a restart; without it, it does not. */
export function openStreamCheckpoint(streamLabel: string, file?: string): StreamCheckpoint {
  const position: Record<string, string> = readPosition(streamLabel, file);
  const underWay = new Map<string, string[]>();
  const settled = new Map<string, Set<string>>();
  const advance = (shardId: string, done: Set<string>) => {
    const expected = underWay.get(shardId) ?? [];
    const unsettled = expected.findIndex((sequence) => !done.has(sequence));
    const passed = expected.splice(0, unsettled < 0 ? expected.length : unsettled);
    for (const sequence of passed) done.delete(sequence);
    const last = passed.at(-1);
    if (last) position[shardId] = last;
    return last !== undefined;
  };
  return {
    position,
    expect: (shardId, sequence) => void entry(underWay, shardId, []).push(sequence),
    settle(shardId, sequences) {
      const done = entry(settled, shardId, new Set<string>());
      for (const sequence of sequences) done.add(sequence);
      if (advance(shardId, done) && file) savePosition(file, { streamLabel, position });
    },
  };
}

function entry<V>(map: Map<string, V>, key: string, fresh: V): V {
  const value = map.get(key) ?? fresh;
  map.set(key, value);
  return value;
}

const stored = z.object({
  streamLabel: z.string(),
  position: z.record(z.string(), z.string()),
});

function readPosition(streamLabel: string, file: string | undefined): Record<string, string> {
  if (!file || !existsSync(file)) return {};
  const found = stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  // Another label is another stream: the table was made anew.
  return found.streamLabel === streamLabel ? found.position : {};
}

/** Replaced as a whole, so that a crash leaves the old position, never half of one. */
function savePosition(file: string, content: z.input<typeof stored>): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(content));
  renameSync(`${file}.new`, file);
}
