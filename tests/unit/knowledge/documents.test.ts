import { describe, expect, test } from 'vitest';
import { createHandler, type Deps } from '#functions/http/knowledge/handler.ts';
import { Cursors } from '#shared/http/cursor.ts';
import {
  objectKeyOf,
  readDocumentKey,
  safeFileName,
  titleOfFile,
} from '#shared/knowledge/documents/document-key.ts';
import {
  DOCUMENT_STATES,
  nextState,
  TRANSITIONS,
} from '#shared/knowledge/documents/document-state.ts';
import { callApi } from '#tests/support/http/call-api.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

function createApi() {
  const archive = new Archive();
  const ids = Array.from({ length: 20 }, (_, at) => `${10_000_000 + at}`);
  const deps: Deps = {
    ...archive.deps,
    shelf: archive.shelf,
    vectors: archive.shelf,
    objects: archive.objects,
    ids: { uuid: () => ids.pop() ?? '' },
    directory: { rolesOf: async ({ roles }) => roles },
    cursors: new Cursors({ read: async () => 'secret' }),
  };
  const handler = createHandler(deps);
  const call = (route: string, request: object = {}) => callApi(handler, { route, ...request });
  const announce = (body: object = {}) =>
    call('POST /knowledge/documents', {
      body: { title: 'Rules', file_name: 'rules.md', content_type: 'text/markdown', ...body },
    });
  const upload = async (text: string, body: object = {}) => {
    const announced = await announce(body);
    archive.clock.passSeconds(1);
    const id: string = announced.body.document_id;
    await archive.drop(id, text);
    return id;
  };
  return { archive, call, announce, upload };
}

const one = 'GET /knowledge/documents/{document_id}';
const remove = 'DELETE /knowledge/documents/{document_id}';
const review = 'POST /knowledge/documents/{document_id}/review';

describe('a document through the API', () => {
  test('is announced, uploaded to the given link, read, found and answered from', async () => {
    const { archive, call, announce } = createApi();
    const announced = await announce({
      title: 'Site rules',
      authority: 'official',
      tags: ['gate'],
    });
    expect(announced.status).toBe(201);
    expect(announced.body).toMatchObject({ state: 'queued', title: 'Site rules', version: 0 });
    const { document_id, upload } = announced.body;
    expect(upload).toMatchObject({ method: 'PUT', headers: { 'content-type': 'text/markdown' } });
    expect(upload.url).toContain(archive.keyOf(document_id));

    await archive.drop(document_id, '# Gates\n\nThe north gate closes at ten.');
    const { body } = await call(one, { path: { document_id } });
    expect(body).toMatchObject({ state: 'ready', version: 1, chunk_count: 1, title: 'Site rules' });

    const found = await call('GET /knowledge/search', {
      query: { q: 'north gate', tags: 'gate,x' },
    });
    expect(found.body.results[0]).toMatchObject({ document_id, heading_path: ['Gates'] });
    const answered = await call('POST /knowledge/answer', {
      body: { question: 'When does the north gate close?' },
    });
    expect(answered.body).toMatchObject({
      found: true,
      answer: 'The north gate closes at ten.',
      citations: [{ document_id, heading_path: ['Gates'], page: null }],
    });
  });

  test('is announced once per key, and a replay does not give the link away again', async () => {
    const { call } = createApi();
    const body = { title: 'Rules', file_name: 'rules.md', content_type: 'text/markdown' };
    const request = { body, idempotencyKey: 'once' };
    const [first, second] = [
      await call('POST /knowledge/documents', request),
      await call('POST /knowledge/documents', request),
    ];
    expect(second.body.document_id).toBe(first.body.document_id);
    expect(second.body.upload.url).toBeNull();
  });

  test('is deleted with its file, from search at once; deleting again changes nothing', async () => {
    const { archive, call, upload } = createApi();
    const document_id = await upload('The portcullis closes at ten.');
    const path = { document_id };
    expect((await call(remove, { path })).body).toMatchObject({ state: 'deleted' });
    expect(await archive.found('portcullis')).toEqual([]);
    expect(archive.objects.read(archive.keyOf(document_id))).toBeUndefined();
    expect((await call(remove, { path })).status).toBe(200);
    await archive.follow(archive.keyOf(document_id));
    expect(archive.segments.objects.size).toBe(0);
    expect(archive.events).toEqual(['document.ready.v1', 'document.deleted.v1']);
  });

  test('are listed newest first, page by page, without the deleted', async () => {
    const { archive, call, announce } = createApi();
    const ids: string[] = [];
    for (let at = 0; at < 5; at += 1) {
      ids.unshift((await announce()).body.document_id);
      archive.clock.passSeconds(60);
    }
    await call(remove, { path: { document_id: ids[3] } });
    const list = (query: object) => call('GET /knowledge/documents', { query });
    const first = await list({ limit: '3' });
    const second = await list({ limit: '3', cursor: first.body.next_cursor });
    const listed = [...first.body.items, ...second.body.items];
    expect(listed.map(({ document_id }) => document_id)).toEqual(ids.filter((id) => id !== ids[3]));
    expect(second.body.next_cursor).toBeNull();
  });

  test('counts in the statistics', async () => {
    const { call, announce, upload } = createApi();
    await upload('Confidential: a@example.com closes it.', {
      authority: 'official',
      tags: ['night'],
    });
    await announce();
    expect((await call('GET /knowledge/stats')).body).toEqual({
      documents: 2,
      chunks: 1,
      by_state: { ready: 1, queued: 1 },
      by_authority: { official: 1 },
      freshness: { under_30: 1, under_180: 0, under_365: 0, older: 0 },
      coverage: {
        published_share: 0.5,
        by_tag: { night: 1 },
        by_language: {},
        by_jurisdiction: {},
        by_industry: {},
      },
      by_space: { 'local-hash-1024': 1 },
      stranded: { documents: 0, chunks: 0 },
      near_duplicates: 0,
      licence_notices: 1,
      pii: { masked: {}, kept: { email: 1 } },
    });
  });

  test('that say nearly the same are shown to curators, until one of them is gone', async () => {
    const { call, upload } = createApi();
    const text = 'The portcullis closes at ten and the drawbridge at nine, each by its own guard.';
    const [first, copy] = [await upload(text), await upload(`${text} Always.`)];
    await upload('Visitors sign the book at the reception and wear a badge.');
    const read = await call(one, { path: { document_id: first } });
    expect(read.body.near_duplicates).toMatchObject([{ document_id: copy }]);
    expect((await call('GET /knowledge/stats')).body.near_duplicates).toBe(2);
    await call(remove, { path: { document_id: copy } });
    const again = await call(one, { path: { document_id: first } });
    expect(again.body.near_duplicates).toEqual([]);
  });
});

describe('labels', () => {
  const label = 'PUT /knowledge/documents/{document_id}/labels';

  test('can be changed, and search knows at once without indexing anything', async () => {
    const { archive, call, upload } = createApi();
    const document_id = await upload('The portcullis closes at ten.', { tags: ['day'] });
    const before = await archive.document(document_id);
    const body = { authority: 'official', tags: ['night'], language: 'en' };
    const labelled = await call(label, { path: { document_id }, body });
    expect(labelled.body).toMatchObject({ ...body, version: 1, state: 'ready' });
    const found = (tags: string) =>
      call('GET /knowledge/search', { query: { q: 'portcullis', tags, authority: 'official' } });
    expect((await found('night')).body.results).toHaveLength(1);
    expect((await found('day')).body.results).toEqual([]);
    expect((await archive.document(document_id))?.stored).toEqual(before?.stored);
  });

  test('of what is not published stay unseen until it is', async () => {
    const { archive, call, upload } = createApi();
    archive.reviewRule = 'required';
    const document_id = await upload('The portcullis closes at ten.');
    await call(label, { path: { document_id }, body: { tags: ['night'] } });
    expect(await archive.found('portcullis')).toEqual([]);
    await call(review, { path: { document_id }, body: { decision: 'approve' } });
    const query = { q: 'portcullis', tags: 'night' };
    expect((await call('GET /knowledge/search', { query })).body.results).toHaveLength(1);
  });

  test('of a document that is deleted, or was never there, cannot be changed', async () => {
    const { call, upload } = createApi();
    const document_id = await upload('The portcullis closes at ten.');
    await call(remove, { path: { document_id } });
    expect((await call(label, { path: { document_id }, body: {} })).status).toBe(409);
    expect((await call(label, { path: { document_id: 'nope' }, body: {} })).status).toBe(404);
  });
});

describe('review', () => {
  async function inReview() {
    const api = createApi();
    api.archive.reviewRule = 'required';
    const document_id = await api.upload('The portcullis closes at ten.');
    const decide = (decision: string, notes?: string) =>
      api.call(review, { path: { document_id }, body: { decision, ...(notes && { notes }) } });
    return { ...api, document_id, decide };
  }

  test('keeps a document from search until it is approved', async () => {
    const { archive, document_id, decide } = await inReview();
    expect(await archive.document(document_id)).toMatchObject({ state: 'in_review' });
    expect(await archive.found('portcullis')).toEqual([]);
    expect((await decide('approve')).body).toMatchObject({ state: 'ready', published: true });
    expect(await archive.found('portcullis')).toEqual([document_id]);
    expect(archive.events).toEqual(['document.ready.v1']);
  });

  test('can reject it with a reason', async () => {
    const { archive, decide } = await inReview();
    const { body } = await decide('reject', 'out of date');
    expect(body).toMatchObject({ state: 'failed', error: 'Rejected in review: out of date' });
    expect(await archive.found('portcullis')).toEqual([]);
    expect(archive.events).toEqual(['document.failed.v1']);
  });

  test('can ask for changes, which the next upload answers', async () => {
    const { archive, document_id, decide } = await inReview();
    expect((await decide('request_changes', 'shorter')).body).toMatchObject({
      state: 'in_review',
      review: { decision: 'request_changes', notes: 'shorter' },
    });
    await archive.drop(document_id, 'The portcullis closes.');
    expect(await archive.document(document_id)).toMatchObject({ state: 'in_review', review: null });
  });

  test('can take back what was published', async () => {
    const { archive, decide } = await inReview();
    await decide('approve');
    await decide('reject');
    expect(await archive.found('portcullis')).toEqual([]);
  });

  test('of what is not there, or not ready for it, is refused', async () => {
    const { call, announce } = createApi();
    const body = { decision: 'approve' };
    expect((await call(review, { path: { document_id: 'nope' }, body })).status).toBe(404);
    const path = { document_id: (await announce()).body.document_id };
    expect((await call(review, { path, body })).status).toBe(409);
  });
});

describe('who and what the API refuses', () => {
  test.each([
    ['POST /knowledge/documents', 'member'],
    ['GET /knowledge/documents', 'approver'],
    [one, 'member'],
    [remove, 'member'],
    [review, 'approver'],
    ['GET /knowledge/stats', 'member'],
    ['GET /knowledge/search', 'operator'],
  ])('%s is not for a %s', async (route, group) => {
    const { call } = createApi();
    const { status } = await call(route, { path: { document_id: 'a' }, groups: [group], body: {} });
    expect(status).toBe(403);
  });

  test("another tenant's document is not found, and not changed", async () => {
    const { archive, call, upload } = createApi();
    const document_id = await upload('The portcullis closes at ten.');
    const foreign = { path: { document_id }, tenant: 'other', body: { decision: 'reject' } };
    for (const route of [one, remove, review])
      expect((await call(route, foreign)).status).toBe(404);
    const search = { tenant: 'other', query: { q: 'portcullis' } };
    expect((await call('GET /knowledge/search', search)).body.results).toEqual([]);
    expect(await archive.found('portcullis')).toEqual([document_id]);
  });

  test.each([
    [{ content_type: 'application/zip' }],
    [{ title: '' }],
    [{ authority: 'divine' }],
    [{ tags: [7] }],
  ])('a document announced with %o', async (body) => {
    const { announce } = createApi();
    expect((await announce(body)).status).toBe(400);
  });

  test.each([[{}], [{ q: '' }], [{ q: 'x', max_results: '51' }], [{ q: 'x', authority: 'x' }]])(
    'a search with %o',
    async (query) => {
      const { call } = createApi();
      expect((await call('GET /knowledge/search', { query })).status).toBe(400);
    },
  );
});

describe('keys of documents', () => {
  test('read back as they were made', () => {
    const key = 'tenants/acme/knowledge/doc-1/Straße 1.md';
    const read = readDocumentKey(key);
    expect(read).toEqual({ tenant: 'acme', documentId: 'doc-1', fileName: 'Straße 1.md' });
    expect(read && objectKeyOf(read)).toBe(key);
  });

  test.each([
    'tenants/acme/knowledge/doc-1/',
    'tenants/acme/knowledge/doc-1',
    'tenants/acme/knowledge/doc-1/a/b.md',
    'tenants/acme/knowledge/do#c/a.md',
    'tenants/acme/knowledge/../a.md',
    'tenants/ACME/knowledge/doc-1/a.md',
    'tenants//knowledge/doc-1/a.md',
    'tenants/acme/shelf/doc-1/1-abc.segment',
    'x/tenants/acme/knowledge/doc-1/a.md',
  ])('%s is none', (key) => {
    expect(readDocumentKey(key)).toBeUndefined();
  });

  test('hold file names that are safe and still readable', () => {
    expect(safeFileName('../../etc/pass wd.md')).toBe('etc-pass-wd.md');
    expect(safeFileName('Übersicht (neu).pdf')).toBe('Übersicht-neu-.pdf');
    expect(safeFileName('///')).toBe('document');
    expect(titleOfFile('night-shift_rules.md')).toBe('night shift rules');
  });
});

test('only the transitions of the table are possible', () => {
  for (const state of DOCUMENT_STATES) {
    for (const [name, { from, to }] of Object.entries(TRANSITIONS)) {
      const known = Object.keys(TRANSITIONS).find(
        (key): key is keyof typeof TRANSITIONS => key === name,
      );
      if (!known) throw new TypeError(name);
      const allowed = from.some((one) => one === state);
      if (allowed) expect(nextState(state, known)).toBe(to);
      else expect(() => nextState(state, known)).toThrow('cannot');
    }
  }
});
