import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import { embeds, FREE_FAILURES, LIES } from '#tests/support/embeddings/cloud-behaviours.ts';
import { startFakeCloud } from '#tests/support/embeddings/fake-cloud.ts';
import { useLocalCloud } from '#tests/support/local-cloud.ts';
import { company, type Person } from '#tests/support/onboarding/company.ts';
import { itemsOf } from '#tests/support/onboarding/tenant-items.ts';

const provider = await startFakeCloud(embeds);
afterAll(() => provider.stop());

const cloud = useLocalCloud({
  environment: { OPENAI_API_KEY: 'test', OPENAI_BASE_URL: provider.url },
});

const CLOUD_SPACE = 'openai-text-embedding-3-small-1536-l2';
/** Micro-cents per token. */
const PRICE = 2;

let curator: Person;
beforeAll(async () => {
  curator = (await company(cloud, 'vectors', { ana: ['curator'] })).ana;
});

/** Announces a text, puts it where the answer says, and waits until all is quiet. */
async function upload(content: string): Promise<string> {
  const announced = await curator.post('/knowledge/documents', {
    title: 'Rules',
    file_name: 'rules.md',
    content_type: 'text/markdown',
  });
  const { url, method, headers } = announced.body.upload;
  await fetch(url, { method, headers, body: content });
  await cloud.drain();
  return announced.body.document_id;
}

const spacesOf = async (id: string) => {
  const { body } = await curator.get(`/knowledge/documents/${id}`);
  expect(body).toMatchObject({ state: 'ready', published: true });
  return body.spaces;
};

const search = async (words: string) => {
  const query = new URLSearchParams({ q: words }).toString();
  const { status, body } = await curator.get(`/knowledge/search?${query}`);
  expect(status).toBe(200);
  return body;
};

const budget = async () =>
  (await itemsOf(cloud.endpoints, 'vectors')).find(({ PK }) => PK === 'TENANT#vectors#BUDGET');

const spent = async (): Promise<number> =>
  Object.values(Object((await budget())?.['spent']))
    .flatMap((day) => Object.values(Object(day)))
    .reduce<number>((sum, amount) => sum + Number(amount), 0);

const charged = () => provider.asked.reduce((sum, { tokens }) => sum + PRICE * tokens, 0);

describe('documents and questions of a tenant with a provider of embeddings', () => {
  it('are in its space and in the local one, and every token is paid once', async () => {
    const id = await upload('# Gates\n\nThe north gate closes at ten.\n');
    expect(await spacesOf(id)).toEqual({ has: [CLOUD_SPACE, LOCAL_HASH_SPACE], lacks: [] });
    const found = await search('north gate');
    expect(found.degraded).toBe(false);
    expect(found.results[0].document_id).toBe(id);
    const asked = provider.asked.length;
    await search('north gate');
    expect(provider.asked.length).toBe(asked);
    expect(await spent()).toBe(charged());
    expect((await budget())?.['holds']).toEqual({});
  });

  it('are served in the local space while the provider lies, and every call is paid', async () => {
    provider.behave(LIES['half the width']);
    const id = await upload('# Desks\n\nVisitors sign in at the south desk.\n');
    provider.behave(embeds);
    expect(await spacesOf(id)).toEqual({ has: [LOCAL_HASH_SPACE], lacks: [CLOUD_SPACE] });
    const found = await search('south desk');
    expect(found.degraded).toBe(true);
    expect(found.results[0].document_id).toBe(id);
    expect(await spent()).toBe(charged());
  });

  it('are found while it does not work at all, and nothing is paid', async () => {
    const before = await spent();
    provider.behave(FREE_FAILURES['does not know the key (401)']);
    const id = await upload('# Lunch\n\nThe canteen opens at noon.\n');
    const found = await search('canteen noon');
    expect(found).toMatchObject({ degraded: true, results: [{ document_id: id }] });
    expect(await spent()).toBe(before);
    expect((await budget())?.['holds']).toEqual({});
  });
});
