import { describe, expect, test } from 'vitest';
import { putDocument } from '#shared/knowledge/documents/document-store.ts';
import { DocumentRejectedError } from '#shared/knowledge/errors.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

describe('a file in the bucket', () => {
  test('becomes a document that search finds, and says so', async () => {
    const archive = new Archive();
    expect(await archive.drop('gates', '# Gates\n\nThe portcullis closes at ten.')).toBe('ingest');
    expect(await archive.document('gates')).toMatchObject({
      state: 'ready',
      version: 1,
      published: true,
      title: 'rules',
      stored: { chunk_count: 1 },
    });
    expect(await archive.found('portcullis')).toEqual(['gates']);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('is read once, however often its event arrives', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.');
    const key = archive.keyOf('gates');
    expect(await Promise.all([archive.follow(key), archive.follow(key)])).toEqual(['none', 'none']);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('is read once, when two events of it arrive at the same moment', async () => {
    const archive = new Archive();
    archive.objects.drop(archive.keyOf('gates'), 'The portcullis closes at ten.');
    const key = archive.keyOf('gates');
    const steps = await Promise.all([
      archive.follow(key),
      archive.follow(key),
      archive.follow(key),
    ]);
    expect([...steps].sort()).toEqual(['ingest', 'wait', 'wait']);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('that is overwritten is found by its new words only, and the old version is freed', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.');
    await archive.drop('gates', 'The drawbridge closes at nine.');
    expect(await archive.found('portcullis')).toEqual([]);
    expect(await archive.found('drawbridge')).toEqual(['gates']);
    expect(await archive.document('gates')).toMatchObject({ version: 2, state: 'ready' });
    expect(archive.segments.objects.size).toBe(1);
  });

  test('that is deleted is gone from search with its event, and nothing of it stays', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.');
    archive.objects.remove(archive.keyOf('gates'));
    expect(await archive.follow(archive.keyOf('gates'))).toBe('delete');
    expect(await archive.found('portcullis')).toEqual([]);
    expect(await archive.document('gates')).toMatchObject({ state: 'deleted', stored: null });
    expect(archive.segments.objects.size).toBe(0);
    expect(archive.events).toEqual(['document.ready.v1', 'document.deleted.v1']);
  });

  test('that comes back after its deletion is found again, even the very same bytes', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.');
    archive.objects.remove(archive.keyOf('gates'));
    await archive.follow(archive.keyOf('gates'));
    await archive.drop('gates', 'The portcullis closes at ten.');
    expect(await archive.found('portcullis')).toEqual(['gates']);
  });

  test('an event that is late for a file long gone changes nothing', async () => {
    const archive = new Archive();
    expect(await archive.follow(archive.keyOf('gates'))).toBe('none');
    expect(await archive.document('gates')).toBeUndefined();
  });

  test('a newer file in the same folder takes the place of the first', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.', 'old.md');
    archive.clock.passSeconds(60);
    await archive.drop('gates', 'The drawbridge closes at nine.', 'new.md');
    await archive.follow(archive.keyOf('gates', 'old.md'));
    expect(await archive.found('closes')).toEqual(['gates']);
    expect(await archive.found('drawbridge')).toEqual(['gates']);
    expect(await archive.document('gates')).toMatchObject({ file_name: 'new.md', version: 2 });
  });

  test('that changes while it is read is read again before search sees it', async () => {
    const archive = new Archive();
    let changes = 2;
    archive.objects.beforeEach = (operation) => {
      if (operation !== 'get' || changes === 0) return;
      changes -= 1;
      archive.objects.drop(archive.keyOf('gates'), `The drawbridge closes at ${changes}.`);
    };
    await archive.drop('gates', 'The portcullis closes at ten.');
    expect(await archive.found('portcullis')).toEqual([]);
    expect(await archive.found('drawbridge')).toEqual(['gates']);
    expect(archive.events).toEqual(['document.ready.v1']);
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['an empty file', '', 'notes.md', /empty/],
    ['white space', ' \n\n ', 'notes.md', /no text/],
    ['binary data', 'a\0b', 'notes.md', /binary/],
    ['an unknown kind', 'x', 'notes.xyz', /Files of this kind/],
    ['a PDF that is none', 'hello', 'notes.pdf', /PDF/],
    ['a broken PDF', '%PDF-1.7\nnonsense', 'notes.pdf', /damaged/],
  ])('%s fails with a reason, and is not tried again', async (_, content, file, reason) => {
    const archive = new Archive();
    expect(await archive.drop('gates', content, file)).toBe('ingest');
    const document = await archive.document('gates');
    expect(document?.state).toBe('failed');
    expect(document?.error).toMatch(reason);
    expect(await archive.follow(archive.keyOf('gates', file))).toBe('none');
    expect(archive.events).toEqual(['document.failed.v1']);
  });

  test('takes its earlier version out of search: the bucket no longer holds it', async () => {
    const archive = new Archive();
    await archive.drop('gates', 'The portcullis closes at ten.');
    await archive.drop('gates', 'a\0b');
    expect(await archive.found('portcullis')).toEqual([]);
    expect(archive.segments.objects.size).toBe(0);
  });

  test('is tried again when it is put again', async () => {
    const archive = new Archive();
    const broken = { parse: () => Promise.reject(new DocumentRejectedError('not today')) };
    archive.objects.drop(archive.keyOf('gates'), 'The portcullis closes at ten.');
    await archive.follow(archive.keyOf('gates'), { parsers: { 'text/markdown': broken } });
    expect((await archive.document('gates'))?.error).toBe('not today');
    archive.clock.passSeconds(5);
    await archive.drop('gates', 'The portcullis closes at ten.');
    expect(await archive.found('portcullis')).toEqual(['gates']);
  });
});

describe('a worker that fails', () => {
  const outage = { parse: () => Promise.reject(new Error('out of memory')) };

  test('leaves the file to the next attempt at once', async () => {
    const archive = new Archive();
    const key = archive.keyOf('gates');
    archive.objects.drop(key, 'The portcullis closes at ten.');
    const failing = archive.follow(key, { parsers: { 'text/markdown': outage } });
    await expect(failing).rejects.toThrow('out of memory');
    expect(await archive.follow(key)).toBe('ingest');
    expect(await archive.found('portcullis')).toEqual(['gates']);
  });

  test('and dies is followed when its lease has ended, not before', async () => {
    const archive = new Archive();
    const key = archive.keyOf('gates');
    archive.objects.drop(key, 'The portcullis closes at ten.');
    const forever = { parse: () => new Promise<never>(() => undefined) };
    void archive.follow(key, { parsers: { 'text/markdown': forever } });
    await new Promise(setImmediate);
    expect(await archive.follow(key)).toBe('wait');
    archive.clock.passSeconds(151);
    expect(await archive.follow(key)).toBe('ingest');
    expect(await archive.found('portcullis')).toEqual(['gates']);
  });

  test('because somebody else changed its document takes it up again at once, lease or not', async () => {
    const archive = new Archive();
    const key = archive.keyOf('gates');
    archive.objects.drop(key, 'The portcullis closes at ten.');
    let changes = 2;
    const slow = {
      parse: async (bytes: Uint8Array) => {
        const document = await archive.document('gates');
        changes -= 1;
        if (document && changes >= 0)
          await archive.table.transact(archive.tenant, [
            putDocument({ ...document, revision: document.revision + 1 }, document),
          ]);
        return { text: Buffer.from(bytes).toString(), page_count: null };
      },
    };
    await archive.follow(key, { parsers: { 'text/markdown': slow } });
    expect(await archive.found('portcullis')).toEqual(['gates']);
  });

  test('on the same file again and again makes the document fail', async () => {
    const archive = new Archive();
    const key = archive.keyOf('gates');
    archive.objects.drop(key, 'The portcullis closes at ten.');
    for (let attempt = 0; attempt < 3; attempt += 1)
      await archive.follow(key, { parsers: { 'text/markdown': outage } }).catch(() => undefined);
    await archive.follow(key);
    expect((await archive.document('gates'))?.error).toMatch(/failed several times/);
  });
});

test('a document that the store cannot take any more fails and says what would help', async () => {
  const archive = new Archive();
  const usage = async () => ({ chunks: 50_000, limit: 50_000 });
  const vectors = new Proxy(archive.shelf, {
    get: (shelf, name) => (name === 'usage' ? usage : Reflect.get(shelf, name).bind(shelf)),
  });
  archive.objects.drop(archive.keyOf('gates'), 'The portcullis closes at ten.');
  await archive.follow(archive.keyOf('gates'), { vectors });
  expect((await archive.document('gates'))?.error).toMatch(/vector database/);
});
