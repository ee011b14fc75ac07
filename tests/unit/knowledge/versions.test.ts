import { describe, expect, test } from 'vitest';
import { presentDocument } from '#shared/knowledge/documents/present-document.ts';
import { restoreVersion } from '#shared/knowledge/documents/restore-version.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

const textOf = (at: number) => `The portcullis closes at ${at} in version${at}.`;

async function withVersions(count: number) {
  const archive = new Archive();
  for (let at = 1; at <= count; at += 1) {
    archive.clock.passSeconds(60);
    await archive.drop('rules', textOf(at));
  }
  archive.clock.passSeconds(60);
  return archive;
}

async function restore(archive: Archive, version: number): Promise<void> {
  await restoreVersion(archive.deps, archive, 'rules', version);
  await archive.follow(archive.keyOf('rules'));
}

const versionsOf = async (archive: Archive) =>
  (await archive.document('rules'))?.versions.map(({ version }) => version);

describe('versions of a document', () => {
  test('are kept, the last five of them, and what is kept no longer is freed', async () => {
    const archive = await withVersions(7);
    expect(await versionsOf(archive)).toEqual([3, 4, 5, 6, 7]);
    expect(archive.versions.objects.size).toBe(10);
    expect(archive.segments.objects.size).toBe(1);
  });

  test('can be restored: the bucket holds the file again, search shows it, nothing is embedded anew', async () => {
    const archive = await withVersions(3);
    await restore(archive, 1);
    expect(archive.objects.read(archive.keyOf('rules'))).toBe(textOf(1));
    expect(await archive.found('version1')).toEqual(['rules']);
    expect(await archive.found('version3')).toEqual([]);
    expect(await archive.document('rules')).toMatchObject({
      version: 4,
      indexing: { embedded: 0, reused: 1 },
    });
    expect(await versionsOf(archive)).toEqual([2, 3, 4]);
  });

  test('can be restored when the document was deleted', async () => {
    const archive = await withVersions(2);
    archive.objects.remove(archive.keyOf('rules'));
    await archive.follow(archive.keyOf('rules'));
    expect(await archive.found('portcullis')).toEqual([]);
    await restore(archive, 2);
    expect(await archive.found('version2')).toEqual(['rules']);
  });

  test('can be restored when what came after could not be read', async () => {
    const archive = await withVersions(1);
    await archive.drop('rules', 'a\0b');
    expect(await archive.document('rules')).toMatchObject({ state: 'failed' });
    await restore(archive, 1);
    expect(await archive.found('version1')).toEqual(['rules']);
  });

  test('restoring the one that is there changes nothing', async () => {
    const archive = await withVersions(2);
    await restore(archive, 2);
    expect(await archive.document('rules')).toMatchObject({ version: 2, state: 'ready' });
    expect(archive.events).toHaveLength(2);
  });

  test.each([0, 1, 8])(
    'that never were, or are kept no longer, are not found (%d)',
    async (version) => {
      const archive = await withVersions(7);
      await expect(restore(archive, version)).rejects.toThrow('No such version is kept');
    },
  );
});

test('a document says what has happened to its file, when, and how long each step took', async () => {
  const archive = new Archive();
  const slow = {
    parse: async () => {
      archive.clock.passSeconds(7);
      return { text: 'The portcullis closes.', page_count: null };
    },
  };
  archive.objects.drop(archive.keyOf('rules'), 'x');
  await archive.follow(archive.keyOf('rules'), { parsers: { 'text/markdown': slow } });
  const document = await archive.document('rules');
  if (!document) throw new TypeError('There is no document');
  const { steps, indexing, versions } = presentDocument(document);
  expect(steps.map(({ state, took_ms }) => [state, took_ms])).toEqual([
    ['queued', 0],
    ['parsing', 7000],
    ['chunking', 0],
    ['embedding', 0],
    ['ready', null],
  ]);
  expect(indexing).toMatchObject({ chunks: 1, embedded: 1, reused: 0, cost_microcents: 0 });
  expect(versions).toMatchObject([{ version: 1, file_name: 'rules.md', chunk_count: 1, size: 1 }]);
});
