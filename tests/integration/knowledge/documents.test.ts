import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { localIdentity } from '#infra/local/engines/local-identity.ts';
import { makePdf } from '#tests/support/knowledge/make-pdf.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';

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
  await cloud.drain();
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
