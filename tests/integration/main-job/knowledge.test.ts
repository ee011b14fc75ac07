import { describe, expect, it } from 'vitest';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { OFFICE } from '#tests/support/onboarding/office.ts';
import { Bucket } from '#tests/support/tour/bucket.ts';

const cloud = useLocalCloud();

const HANDBOOK = `# Site security handbook

## Visitor badges

Every visitor wears a yellow badge that expires at the end of the day.

## Patrols

Officers walk the site once an hour at night.
`;
const CHANGED = HANDBOOK.replace('yellow badge', 'purple badge');

const team = (tenant: string) =>
  company(cloud, tenant, { mia: ['member'], kim: ['curator'], ann: ['approver'] });

const found = async (person: Person, words: string): Promise<string> => {
  const { body } = await person.get(`/knowledge/search?q=${encodeURIComponent(words)}`);
  return body.results.map(({ text }: { text: string }) => text).join('\n');
};

async function upload(kim: Person, content: string): Promise<string> {
  const document = { title: 'Handbook', file_name: 'handbook.md', content_type: 'text/markdown' };
  const { document_id, upload } = (await kim.post('/knowledge/documents', document)).body;
  const { method, url, headers } = upload;
  expect((await fetch(url, { method, headers, body: content })).status).toBe(200);
  await cloud.drain();
  return document_id;
}

describe('a document', () => {
  it('that was uploaded is found, cited in mid-conversation, and gone once it is deleted', async () => {
    const { mia, kim } = await team('uploaded');
    const document_id = await upload(kim, HANDBOOK);
    const path = `/knowledge/documents/${document_id}`;
    expect((await kim.get(path)).body).toMatchObject({
      state: 'ready',
      version: 1,
      published: true,
    });
    expect(await found(mia, 'visitor badge')).toContain('yellow badge');

    const started = (await mia.post('/conversation/start', { client_context: OFFICE })).body;
    const question = { user_input: 'What do our documents say about visitor badges?' };
    const process = `/conversation/${started.conversation_id}/process`;
    const { body } = await mia.post(process, question);
    expect(body.citations).toMatchObject([
      { document_id, quote: expect.stringContaining('yellow badge') },
    ]);
    expect(body.questions).toEqual(started.questions);
    const answer = (
      await mia.post('/knowledge/answer', { question: 'What does every visitor wear?' })
    ).body;
    expect(answer).toMatchObject({ found: true, citations: [{ document_id }] });

    expect((await kim.remove(path)).status).toBe(200);
    await cloud.drain();
    expect(await found(mia, 'visitor badge')).toBe('');
    expect((await mia.post(process, question)).body.citations).toEqual([]);
  });

  it('that was dropped into the bucket by hand is found, its next version replaces it, and it goes with its file', async () => {
    const { mia } = await team('dropped');
    const bucket = new Bucket(cloud.endpoints);
    const key = 'tenants/dropped/knowledge/handbook/handbook.md';
    await bucket.put(key, HANDBOOK);
    await cloud.drain();
    expect(await found(mia, 'visitor badge')).toContain('yellow badge');
    await bucket.put(key, CHANGED);
    await cloud.drain();
    expect(await found(mia, 'visitor badge')).toContain('purple badge');
    expect(await found(mia, 'visitor badge')).not.toContain('yellow badge');
    await bucket.delete(key);
    await cloud.drain();
    expect(await found(mia, 'visitor badge')).toBe('');
    bucket.close();
  });

  it('that cannot be read fails with the reason, and is not found', async () => {
    const { mia, kim } = await team('unreadable');
    const bucket = new Bucket(cloud.endpoints);
    await bucket.put('tenants/unreadable/knowledge/broken/broken.pdf', 'This is no PDF.');
    await cloud.drain();
    const { body } = await kim.get('/knowledge/documents/broken');
    expect(body).toMatchObject({ state: 'failed', error: expect.stringMatching(/./) });
    expect(await found(mia, 'no PDF')).toBe('');
    bucket.close();
  });

  it('is found by nobody of another tenant', async () => {
    const [{ kim }, { mia: stranger }] = [await team('owner'), await team('other')];
    const document_id = await upload(kim, HANDBOOK);
    expect(await found(stranger, 'visitor badge')).toBe('');
    const { kim: otherCurator } = await team('other');
    expect((await otherCurator.get(`/knowledge/documents/${document_id}`)).status).toBe(404);
  });
});
