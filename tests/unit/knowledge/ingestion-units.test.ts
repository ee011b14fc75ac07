import { describe, expect, test } from 'vitest';
import type { IngestMessage } from '#shared/knowledge/documents/ingest-queue.ts';
import { CrashPoints } from '#tests/support/crash-points.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';
import { counting } from '#tests/support/knowledge/counting.ts';
import { handbook, paragraphOf } from '#tests/support/knowledge/long-text.ts';

/** Small enough that a test has several units. */
const sizes = { unit: 4, atOnce: 4 };

async function begun(text = handbook(10)) {
  const archive = new Archive({ sizes });
  const step = await archive.drop('rules', text);
  return { archive, step };
}

describe('a large document', () => {
  test('is read once and embedded unit by unit; search sees it with the last one', async () => {
    const { archive, step } = await begun();
    expect(step).toBe('ingest');
    expect(archive.sent.map((message) => message.kind === 'unit' && message.unit)).toEqual([
      0, 1, 2,
    ]);
    expect(await archive.document('rules')).toMatchObject({
      state: 'embedding',
      work: { units: 3, chunk_count: 10, done: 0 },
    });
    for (const message of archive.sent.splice(0, 2)) {
      expect(await archive.receive(message)).toBe('unit');
      expect(await archive.found('cleaned')).toEqual([]);
    }
    await archive.receiveAll();
    expect(await archive.document('rules')).toMatchObject({
      state: 'ready',
      work: null,
      stored: { chunk_count: 10 },
      indexing: { chunks: 10, embedded: 10 },
      versions: [{ version: 1, parts: 3 }],
    });
    expect(await archive.found('cleaned')).toEqual(['rules']);
  });

  test('leaves nothing behind but the file, its parts and their hashes', async () => {
    const { archive } = await begun();
    await archive.receiveAll();
    const left = [...archive.versions.objects.keys()].map((key) => key.split('/').at(-1));
    expect(left.map((name) => name?.replace(/^[0-9a-f]{32}/, 'etag')).sort()).toEqual([
      '0.part',
      '1.part',
      '2.part',
      'etag.source',
      'hashes',
    ]);
  });

  test('is embedded once, however often and in whatever order its messages arrive', async () => {
    const { archive } = await begun();
    const calls: string[] = [];
    const embeddings = counting(archive.embeddings, calls);
    const messages = archive.sent.splice(0);
    for (const message of [...messages].reverse().flatMap((one) => [one, one]))
      await archive.receive(message, { embeddings });
    await Promise.all(messages.map((message) => archive.receive(message, { embeddings })));
    expect(calls.filter((name) => name === 'embed')).toHaveLength(3);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('takes over vectors of units that did not change', async () => {
    const { archive } = await begun(handbook(20));
    await archive.receiveAll();
    const edited = (at: number) =>
      at === 9 ? `Newly written. ${paragraphOf(at)}` : paragraphOf(at);
    await archive.drop('rules', `## New\n\nQuite new.\n\n${handbook(20, edited)}`);
    await archive.receiveAll();
    expect(await archive.document('rules')).toMatchObject({
      version: 2,
      indexing: { chunks: 21, embedded: 2, reused: 19 },
    });
  });

  test('costs as many table writes with many units as with few', async () => {
    const writesFor = async (sections: number) => {
      const archive = new Archive({ sizes });
      const writes: string[] = [];
      const table = counting(archive.table, writes);
      archive.objects.drop(archive.keyOf('rules'), handbook(sections));
      await archive.follow(archive.keyOf('rules'), { table });
      await archive.receiveAll({ table });
      expect(await archive.document('rules')).toMatchObject({ state: 'ready' });
      return writes.filter((name) => name === 'transact').length;
    };
    expect(await writesFor(80)).toBe(await writesFor(8));
  });

  test('that is overwritten or deleted in between is left where it is', async () => {
    const { archive } = await begun();
    await archive.receive(archive.sent[0] ?? never());
    await archive.drop('rules', 'The drawbridge closes at nine.');
    await archive.receiveAll();
    expect(await archive.found('cleaned')).toEqual([]);
    expect(await archive.found('drawbridge')).toEqual(['rules']);
    archive.objects.remove(archive.keyOf('rules'));
    await archive.follow(archive.keyOf('rules'));
    expect(await archive.document('rules')).toMatchObject({ state: 'deleted', work: null });
  });

  test('whose object changed while the last unit was at it is read again', async () => {
    const { archive } = await begun();
    const [last, ...others] = archive.sent.splice(0);
    for (const message of others) await archive.receive(message);
    archive.objects.drop(archive.keyOf('rules'), 'The drawbridge closes at nine.');
    await archive.receive(last ?? never());
    expect(await archive.found('drawbridge')).toEqual(['rules']);
    expect(await archive.found('cleaned')).toEqual([]);
  });

  test('whose messages were lost is taken up when its lease has ended, for the missing units', async () => {
    const { archive } = await begun();
    const [first] = archive.sent.splice(0);
    await archive.receive(first ?? never());
    expect(await archive.follow(archive.keyOf('rules'))).toBe('wait');
    archive.clock.passSeconds(601);
    expect(await archive.follow(archive.keyOf('rules'))).toBe('resume');
    expect(archive.sent.map((message) => message.kind === 'unit' && message.unit)).toEqual([1, 2]);
    await archive.receiveAll();
    expect(await archive.found('cleaned')).toEqual(['rules']);
  });

  test('whose units never get done fails after some attempts, and says so', async () => {
    const { archive } = await begun();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      archive.clock.passSeconds(601);
      await archive.follow(archive.keyOf('rules'));
    }
    expect((await archive.document('rules'))?.error).toMatch(/failed several times/);
    expect(archive.versions.objects.size).toBe(0);
  });
});

test.each(['before', 'after'] as const)(
  'a worker that dies %s the effect of any call for a unit loses at most that unit',
  async (when) => {
    for (let nth = 1; ; nth += 1) {
      const { archive } = await begun();
      const messages = archive.sent.splice(0);
      const crash = new CrashPoints(nth, when);
      for (const message of messages) await attempt(archive, message, crash);
      if (!crash.happened) return expect(nth).toBeGreaterThan(20);
      crash.startAgain();
      for (const message of messages) await archive.receive(message);
      archive.clock.passSeconds(601);
      await archive.follow(archive.keyOf('rules'));
      await archive.receiveAll();
      expect(await archive.found('cleaned')).toEqual(['rules']);
      expect(archive.events).toEqual(['document.ready.v1']);
      expect(archive.segments.objects.size).toBe(1);
    }
  },
);

const attempt = (archive: Archive, message: IngestMessage, crash: CrashPoints) => {
  const { deps } = archive;
  const mortal = {
    table: crash.around(deps.table, ['get', 'query', 'transact']),
    objects: crash.around(deps.objects, ['head', 'get']),
    versions: crash.around(deps.versions, ['put', 'get', 'keys', 'delete']),
    vectors: crash.around(deps.vectors, ['stage', 'usage', 'discard']),
  };
  return archive.receive(message, mortal).catch(() => undefined);
};

function never(): never {
  throw new TypeError('There is no such message');
}
