import type { Document } from '../documents/document.ts';
import type { IngestMessage } from '../documents/ingest-queue.ts';
import { lacksSpace, type WantedIndex } from '../documents/next-step.ts';
import type { Difference } from './compare-bucket.ts';
import type { Repair } from './compare-index.ts';

/** All that was found of a tenant. */
export interface Compared {
  /** Oldest first. */
  readonly differences: readonly Difference[];
  readonly wronglyListed: readonly Repair[];
  readonly orphans: readonly Repair[];
  readonly outdated: readonly Document[];
  readonly wanted: WantedIndex;
  readonly ignored: number;
}

/** Messages of one kind for one tenant in one run: more waits for the next. */
const MOST_REPAIRS = 200;
const MOST_COMPLETIONS = 10;
/** A provider that had no vectors is not asked for them again before. */
const COMPLETE_AFTER_MS = 3_600_000;

/** What the worker is to look at, within the bounds of a run. */
export const messagesFor = (
  { differences, wronglyListed, orphans, outdated, wanted }: Compared,
  at: Date,
): readonly IngestMessage[] => [
  ...differences.slice(0, MOST_REPAIRS).map(({ key }) => look(key, false)),
  ...wronglyListed.slice(0, MOST_REPAIRS),
  ...orphans.slice(0, MOST_REPAIRS),
  ...toIndexAgain(outdated, wanted, at).map(({ object_key }) => look(object_key, true)),
];

const look = (key: string, complete: boolean): IngestMessage => ({ kind: 'look', key, complete });

/**
 * What lacks a space is completed little by little: it may cost money, and a provider that had no
 * vectors just now has none yet. What is to be masked is not kept waiting.
 */
function toIndexAgain(
  outdated: readonly Document[],
  { spaces }: WantedIndex,
  at: Date,
): readonly Document[] {
  const idle = outdated.filter(({ lease_until }) => lease_until === null);
  const lacking = idle
    .filter((document) => lacksSpace(document, spaces))
    .filter(({ updated_at }) => at.getTime() - Date.parse(updated_at) > COMPLETE_AFTER_MS);
  const otherwise = idle.filter((document) => !lacksSpace(document, spaces));
  return [...otherwise.slice(0, MOST_REPAIRS), ...lacking.slice(0, MOST_COMPLETIONS)];
}
