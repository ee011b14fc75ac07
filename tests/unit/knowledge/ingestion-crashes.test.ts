import { describe, expect, test } from 'vitest';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

/** More calls than a worker makes for one message. */
const MOST_CALLS = 60;

/** Longer than a lease: the queue gives the message of a dead worker to another. */
const VISIBILITY_SECONDS = 720;

/** Runs a worker that dies at its n-th call, for every n that it reaches; then the message returns. */
async function atEveryCall(
  when: 'before' | 'after',
  prepare: (archive: Archive) => Promise<void>,
  check: (archive: Archive) => Promise<void>,
): Promise<number> {
  for (let nth = 1; nth < MOST_CALLS; nth += 1) {
    const archive = new Archive();
    await prepare(archive);
    const crash = new CrashPoints(nth, when);
    await archive.follow(archive.keyOf('gates'), mortal(archive, crash)).catch(() => undefined);
    if (!crash.happened) return nth - 1;
    archive.clock.passSeconds(VISIBILITY_SECONDS);
    await archive.follow(archive.keyOf('gates'));
    await check(archive);
  }
  throw new Error('The worker makes more calls than were tried');
}

const mortal = ({ deps }: Archive, crash: CrashPoints): Partial<IngestDeps> => ({
  table: crash.around(deps.table, ['get', 'query', 'transact']),
  objects: crash.around(deps.objects, ['head', 'get']),
  versions: crash.around(deps.versions, ['put', 'get', 'keys', 'delete']),
  vectors: crash.around(deps.vectors, ['stage', 'usage', 'discard']),
});

describe.each(['before', 'after'] as const)(
  'a worker that dies %s the effect of any call',
  (when) => {
    test('has a new document found in the end, once', async () => {
      const calls = await atEveryCall(
        when,
        async (archive) => archive.objects.drop(archive.keyOf('gates'), 'The portcullis closes.'),
        async (archive) => {
          expect(await archive.found('portcullis')).toEqual(['gates']);
          expect(archive.events).toEqual(['document.ready.v1']);
          expect(archive.segments.objects.size).toBe(1);
        },
      );
      expect(calls).toBeGreaterThan(8);
    });

    test('has an overwritten document found by its new words only', async () => {
      await atEveryCall(
        when,
        async (archive) => {
          await archive.drop('gates', 'The portcullis closes.');
          archive.objects.drop(archive.keyOf('gates'), 'The drawbridge closes.');
        },
        async (archive) => {
          expect(await archive.found('portcullis')).toEqual([]);
          expect(await archive.found('drawbridge')).toEqual(['gates']);
          expect(archive.events).toEqual(['document.ready.v1', 'document.ready.v1']);
          expect(archive.segments.objects.size).toBe(1);
        },
      );
    });

    test('has a deleted document gone, and nothing of it left', async () => {
      await atEveryCall(
        when,
        async (archive) => {
          await archive.drop('gates', 'The portcullis closes.');
          archive.objects.remove(archive.keyOf('gates'));
        },
        async (archive) => {
          expect(await archive.found('portcullis')).toEqual([]);
          expect(archive.events).toEqual(['document.ready.v1', 'document.deleted.v1']);
          expect(archive.segments.objects.size).toBe(0);
        },
      );
    });
  },
);
