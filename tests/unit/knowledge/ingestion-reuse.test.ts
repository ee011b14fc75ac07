import { describe, expect, test } from 'vitest';
import type { EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import { freeEmbeddings } from '#shared/embeddings/free-embeddings.ts';
import { localHashProvider } from '#shared/embeddings/local-hash.ts';
import { EmbeddingWorld, openaiAt } from '#tests/support/embeddings/embedding-world.ts';
import { FakeClient, NARROW } from '#tests/support/embeddings/fake-client.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';
import { counting } from '#tests/support/knowledge/counting.ts';
import { handbook, paragraphOf } from '#tests/support/knowledge/long-text.ts';

const local = freeEmbeddings(localHashProvider);

/** A paid space before the local one, whose provider can be taken away. */
class TwoSpaces implements EmbeddingService {
  readonly asked: (readonly string[])[] = [];
  isDown = false;
  readonly spaces = async () => [
    { spaceId: 'cloud', dimensions: 1024, noiseFloor: 0.2 },
    ...(await local.spaces(new Archive().tenant)),
  ];

  async embed(...[tenant, request]: Parameters<EmbeddingService['embed']>) {
    if (request.spaceId !== 'cloud') return local.embed(tenant, request);
    this.asked.push(request.texts);
    const spaceId = localHashProvider.spaceId;
    const outcomes = await local.embed(tenant, { ...request, spaceId });
    return outcomes.map((outcome, at) =>
      this.isDown && at % 2 === 0
        ? { failed: 'budget_exhausted' as const, detail: 'spent' }
        : { ...outcome, space_id: 'cloud', token_count: 10, cost_microcents: 20 },
    );
  }
}

describe('chunks that did not change', () => {
  test('keep their vectors: editing one of 100 sections embeds at most 3 chunks', async () => {
    const archive = new Archive();
    await archive.drop('rules', handbook(100));
    const before = (await archive.document('rules'))?.indexing;
    expect(before).toMatchObject({ reused: 0 });
    expect(before?.embedded).toBe(before?.chunks);

    const edited = (at: number) =>
      at === 41 ? `Newly written. ${paragraphOf(at)}` : paragraphOf(at);
    await archive.drop('rules', handbook(100, edited));
    const after = (await archive.document('rules'))?.indexing;
    expect(after?.embedded).toBeGreaterThan(0);
    expect(after?.embedded).toBeLessThanOrEqual(3);
    expect(after?.reused).toBe((after?.chunks ?? 0) - (after?.embedded ?? 0));
    expect(await archive.found('newly')).toEqual(['rules']);
  });

  test.each([
    [
      'a section is put in',
      (text: string) => text.replace('## Part 50', '## New\n\nQuite new.\n\n## Part 50'),
    ],
    ['a section is taken out', (text: string) => text.replace(/## Part 50[^#]*/, '')],
    ['the last paragraph grows', (text: string) => `${text}\nOne more sentence.`],
  ])('keep them when %s', async (_, edit) => {
    const archive = new Archive();
    await archive.drop('rules', handbook(100));
    await archive.drop('rules', edit(handbook(100)));
    expect((await archive.document('rules'))?.indexing?.embedded).toBeLessThanOrEqual(3);
  });
});

describe('a space that could not be had', () => {
  test('leaves the document published with what there is, and named as lacking', async () => {
    const archive = new Archive();
    const embeddings = new TwoSpaces();
    embeddings.isDown = true;
    archive.objects.drop(archive.keyOf('rules'), handbook(6));
    await archive.follow(archive.keyOf('rules'), { embeddings });
    expect(await archive.document('rules')).toMatchObject({
      state: 'ready',
      spaces: { has: [localHashProvider.spaceId], lacks: ['cloud'] },
      indexing: { tokens: 30, cost_microcents: 60 },
    });
    expect(await archive.found('cleaned')).toEqual(['rules']);
  });

  test('is completed later, asking for the missing vectors only, without news or a new review', async () => {
    const archive = new Archive();
    const embeddings = new TwoSpaces();
    const key = archive.keyOf('rules');
    const complete = { kind: 'look', key, complete: true } as const;
    embeddings.isDown = true;
    archive.objects.drop(key, handbook(6));
    await archive.follow(key, { embeddings });

    expect(await archive.receive(complete, { embeddings })).toBe('ingest');
    expect((await archive.document('rules'))?.spaces.lacks).toEqual(['cloud']);
    embeddings.isDown = false;
    archive.reviewRule = 'required';
    await archive.receive(complete, { embeddings });
    expect(await archive.document('rules')).toMatchObject({
      state: 'ready',
      published: true,
      spaces: { has: ['cloud', localHashProvider.spaceId], lacks: [] },
    });
    expect(embeddings.asked.map(({ length }) => length)).toEqual([6, 3, 2]);
    expect(archive.events).toEqual(['document.ready.v1']);
    expect(await archive.receive(complete, { embeddings })).toBe('none');
  });

  test('is had for all documents when it is new, some at a time, and the reconciler says how many lack it', async () => {
    const archive = new Archive();
    const embeddings = new TwoSpaces();
    for (let at = 0; at < 12; at += 1) await archive.drop(`rules-${at}`, handbook(1));
    expect(await archive.reconcile({ embeddings })).toMatchObject({ stranded: 12, repairs: 0 });
    archive.clock.passSeconds(3601);
    expect(await archive.reconcile({ embeddings })).toMatchObject({ stranded: 12, repairs: 10 });
    expect(await archive.reconcile({ embeddings })).toMatchObject({ stranded: 2, repairs: 2 });
    expect(await archive.reconcile({ embeddings })).toMatchObject({ stranded: 0, repairs: 0 });
    expect(embeddings.asked).toHaveLength(12);
  });
});

describe('a document of a megabyte', () => {
  async function ingested(embeddings: EmbeddingService) {
    const archive = new Archive();
    const [stored, written]: [string[], string[]] = [[], []];
    const text = handbook(1500);
    expect(text.length).toBeGreaterThan(1_000_000);
    archive.objects.drop(archive.keyOf('rules'), text);
    await archive.follow(archive.keyOf('rules'), {
      embeddings,
      objects: counting(archive.objects, stored),
      versions: counting(archive.versions, stored),
      vectors: counting(archive.shelf, stored),
      table: counting(archive.table, written),
    });
    const document = await archive.document('rules');
    expect(document?.state).toBe('ready');
    const writes = written.filter((name) => name === 'transact').length;
    return { document, stored: stored.length, writes };
  }

  test('costs one call to a provider per 300,000 tokens, few to stores, and a handful of writes', async () => {
    const world = new EmbeddingWorld();
    const provider = new FakeClient();
    world.connect = provider.connect;
    const paid: string[] = [];
    world.table.transact = counting(world.table, paid).transact;
    const { document, stored, writes } = await ingested(
      world.instance(openaiAt('http://localhost', NARROW)),
    );
    const { tokens = 0, cost_microcents } = document?.indexing ?? {};
    expect(tokens).toBeGreaterThan(200_000);
    expect(provider.calls).toHaveLength(Math.ceil(tokens / 300_000));
    expect(provider.calls.length + stored).toBeLessThanOrEqual(15);
    // Its own states, and what each call sets aside and settles.
    expect(writes).toBeLessThanOrEqual(6);
    expect(paid.length).toBeLessThanOrEqual(3 * provider.calls.length);
    // $0.02 per million tokens: two micro-cents each.
    expect(cost_microcents).toBe(tokens * 2);
  });

  test('costs as few calls to stores in the local space', async () => {
    const { stored, writes } = await ingested(local);
    expect(stored).toBeLessThanOrEqual(10);
    expect(writes).toBeLessThanOrEqual(6);
  });
});
