import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { dieAtWork } from '#tests/support/knowledge/die-at-work.ts';
import { register } from '#tests/support/knowledge/long-text.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { Bucket } from '#tests/support/tour/bucket.ts';

const cloud = useLocalCloud();

const HANDBOOK =
  '# Gates\n\nThe north gate closes at 22:00.\n\n# Visitors\n\nThey sign in at the desk.\n';

const curatorOf = async (tenant: string): Promise<Person> =>
  (await company(cloud, tenant, { ana: ['curator'] })).ana;

/** Announces a document, puts its file where the answer says, and waits until all is quiet. */
async function upload(
  curator: Person,
  type: string,
  content: string | Uint8Array,
  patienceMs?: number,
): Promise<string> {
  const file = type === 'application/pdf' ? 'rules.pdf' : 'rules.md';
  const announced = await curator.post('/knowledge/documents', {
    title: 'Rules',
    file_name: file,
    content_type: type,
  });
  expect(announced.status).toBe(201);
  const { url, method, headers } = announced.body.upload;
  const put = await fetch(url, { method, headers, body: Buffer.from(content) });
  expect(put.status).toBe(200);
  await cloud.drain(patienceMs);
  return announced.body.document_id;
}

const idsOf = async (curator: Person, words: string): Promise<readonly string[]> => {
  const { body } = await curator.get(`/knowledge/search?q=${encodeURIComponent(words)}`);
  return body.results.map(({ document_id }: { document_id: string }) => document_id);
};

describe('a document on its way through the cloud', () => {
  test('is uploaded, read, found, cited in an answer and deleted', async () => {
    const curator = await curatorOf('acme');
    const id = await upload(curator, 'text/markdown', HANDBOOK);
    const document = await curator.get(`/knowledge/documents/${id}`);
    expect(document.body).toMatchObject({ state: 'ready', chunk_count: 2, published: true });
    expect(await idsOf(curator, 'north gate')).toContain(id);

    const question = 'When does the north gate close?';
    const answered = await curator.post('/knowledge/answer', { question });
    expect(answered.body).toMatchObject({
      found: true,
      answer: 'The north gate closes at 22:00.',
      citations: [{ document_id: id, heading_path: ['Gates'], page: null }],
    });

    expect((await curator.remove(`/knowledge/documents/${id}`)).body.state).toBe('deleted');
    expect(await idsOf(curator, 'north gate')).not.toContain(id);
    await cloud.drain();
    expect((await curator.post('/knowledge/answer', { question })).body.found).toBe(false);
  });

  test('is cited with its page when it is a PDF', async () => {
    const curator = await curatorOf('pages');
    const pages = [['Visitors sign in at the desk.'], ['Hard hats are mandatory in hall seven.']];
    const id = await upload(curator, 'application/pdf', makePdf(pages));
    const question = 'Where are hard hats mandatory?';
    const { body } = await curator.post('/knowledge/answer', { question });
    expect(body.citations).toMatchObject([{ document_id: id, page: 2 }]);
  });

  test('that cannot be read fails with a reason and is not tried again', async () => {
    const curator = await curatorOf('broken');
    const id = await upload(curator, 'application/pdf', 'no pdf at all');
    const { body } = await curator.get(`/knowledge/documents/${id}`);
    expect(body).toMatchObject({
      state: 'failed',
      error: 'The file is a PDF by its name, but holds something else',
      published: false,
    });
  });

  test('dropped into the bucket by hand belongs to the tenant of its key, and leaves with its file', async () => {
    const curator = await curatorOf('by-hand');
    const stranger = await curatorOf('stranger');
    const { s3: endpoint, bucket: Bucket } = cloud.endpoints;
    const { region, credentials } = localIdentity(cloud.endpoints.region);
    const s3 = new S3Client({ endpoint, region, credentials });
    const Key = 'tenants/by-hand/knowledge/night-rules/night_rules.txt';

    await s3.send(
      new PutObjectCommand({ Bucket, Key, Body: 'The drawbridge is raised at midnight.' }),
    );
    await cloud.drain();
    const { body } = await curator.get('/knowledge/documents/night-rules');
    expect(body).toMatchObject({ state: 'ready', title: 'night rules' });
    expect(await idsOf(curator, 'drawbridge')).toEqual(['night-rules']);
    expect(await idsOf(stranger, 'drawbridge')).toEqual([]);
    expect((await stranger.get('/knowledge/documents/night-rules')).status).toBe(404);

    await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    await cloud.drain();
    expect(await idsOf(curator, 'drawbridge')).toEqual([]);
    s3.destroy();
  });

  test('is gone from search within a minute when it is overwritten or deleted, however it came', async () => {
    const curator = await curatorOf('fleeting');
    const bucket = new Bucket(cloud.endpoints);
    const byLink = await upload(curator, 'text/markdown', 'The portcullis closes at ten.');
    const keys = {
      [byLink]: `tenants/fleeting/knowledge/${byLink}/rules.md`,
      'by-hand': 'tenants/fleeting/knowledge/by-hand/rules (1) – Übersicht.txt',
    };
    await bucket.put(keys['by-hand'], 'The portcullis closes at ten.');
    await cloud.drain();
    expect(await idsOf(curator, 'portcullis')).toEqual(expect.arrayContaining(Object.keys(keys)));

    const overwritten = Date.now();
    for (const key of Object.values(keys)) await bucket.put(key, 'The drawbridge closes at nine.');
    await cloud.drain();
    expect(await idsOf(curator, 'portcullis')).toEqual([]);
    expect(Date.now() - overwritten).toBeLessThan(60_000);

    const deleted = Date.now();
    await curator.remove(`/knowledge/documents/${byLink}`);
    await bucket.delete(keys['by-hand']);
    await cloud.drain();
    expect(await idsOf(curator, 'drawbridge')).toEqual([]);
    expect(Date.now() - deleted).toBeLessThan(60_000);
    bucket.close();
  });

  test('is restored from an earlier version, and from its deletion', async () => {
    const curator = await curatorOf('restored');
    const id = await upload(curator, 'text/markdown', 'The portcullis closes at ten.');
    const bucket = new Bucket(cloud.endpoints);
    await bucket.put(`tenants/restored/knowledge/${id}/rules.md`, 'The drawbridge closes.');
    await cloud.drain();
    const restore = (version: number) =>
      curator.post(`/knowledge/documents/${id}/restore`, { version });
    expect((await restore(1)).status).toBe(202);
    await cloud.drain();
    expect(await idsOf(curator, 'portcullis')).toEqual([id]);
    expect(await idsOf(curator, 'drawbridge')).toEqual([]);

    await curator.remove(`/knowledge/documents/${id}`);
    await cloud.drain();
    expect((await restore(2)).status).toBe(202);
    await cloud.drain();
    expect(await idsOf(curator, 'drawbridge')).toEqual([id]);
    expect((await restore(7)).status).toBe(404);
    bucket.close();
  });

  test('is worked on unit by unit when it is large, and says what it took', async () => {
    const curator = await curatorOf('large');
    const id = await upload(curator, 'text/markdown', register(2001), 60_000);
    const { body } = await curator.get(`/knowledge/documents/${id}`);
    expect(body).toMatchObject({
      state: 'ready',
      chunk_count: 2001,
      indexing: { chunks: 2001, embedded: 2001, reused: 0, cost_microcents: 0 },
      versions: [{ version: 1, chunk_count: 2001 }],
    });
    expect(body.steps.map(({ state }: { state: string }) => state)).toEqual([
      'queued',
      'parsing',
      'chunking',
      'embedding',
      'ready',
    ]);
    expect(await idsOf(curator, 'key 1742')).toContain(id);
  });

  test('that a worker gave up is found when bucket and search are compared', async () => {
    const curator = await curatorOf('given-up');
    const id = await upload(curator, 'text/markdown', HANDBOOK);
    await dieAtWork(cloud.endpoints, 'given-up', id);
    await cloud.invoke('schedule/reconcile', {});
    await cloud.drain();
    const { body } = await curator.get(`/knowledge/documents/${id}`);
    expect(body).toMatchObject({
      state: 'ready',
      version: 2,
      indexing: { embedded: 0, reused: 2 },
    });
  });

  test('costs a handful of table writes, however many sections it has', async () => {
    const curator = await curatorOf('counting');
    const part = 'The moat is cleaned in May. '.repeat(30);
    const sections = Array.from({ length: 200 }, (_, at) => `# Part ${at}\n\n${part}\n`);
    cloud.forgetCalls();
    await upload(curator, 'text/markdown', sections.join('\n'));
    const calls = cloud.calls('queue/embedding-ingest');
    const writes = calls.filter(({ operation }) => operation === 'TransactWriteItems');
    expect(writes.length).toBeGreaterThanOrEqual(4);
    expect(writes.length).toBeLessThanOrEqual(8);
  });
});
