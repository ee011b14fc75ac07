import { countTokens } from 'gpt-tokenizer/encoding/cl100k_base';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { LOCAL_HASH_SPACE } from '#shared/embeddings/local-hash.ts';
import {
  busyFor,
  COSTLY_FAILURES,
  embeds,
  FREE_FAILURES,
  forgetsTheLast,
  isSilent,
  LIES,
  overcharges,
} from '#tests/support/embeddings/cloud-behaviours.ts';
import {
  azureAt,
  documents,
  EmbeddingWorld,
  kindOf,
  openaiAt,
  queries,
  SMALL_SPACE,
} from '#tests/support/embeddings/embedding-world.ts';
import { startFakeCloud } from '#tests/support/embeddings/fake-cloud.ts';

const openai = await startFakeCloud(embeds);
const azure = await startFakeCloud(embeds);
afterAll(() => Promise.all([openai.stop(), azure.stop()]));

/** Micro-cents per token of text-embedding-3-small. */
const PRICE = 2;
const TEXTS = ['the north gate closes at ten', 'visitors sign in at the desk'];
const BILL = PRICE * TEXTS.reduce((sum, text) => sum + countTokens(text), 0);

let world: EmbeddingWorld;
beforeEach(() => {
  world = new EmbeddingWorld();
  openai.behave(embeds);
  azure.behave(embeds);
});

const kinds = async (service = world.instance(openaiAt(openai.url)), texts = TEXTS) =>
  (await service.embed(world.tenant, documents(texts))).map(kindOf);

describe('a provider that works', () => {
  it('is paid what it counted, and every text knows its share', async () => {
    const outcomes = await world
      .instance(openaiAt(openai.url))
      .embed(world.tenant, documents(TEXTS));
    expect(outcomes).toMatchObject(
      TEXTS.map((text) => ({
        provider: 'openai',
        model: 'text-embedding-3-small',
        space_id: 'openai-text-embedding-3-small-1536-l2',
        token_count: countTokens(text),
        cost_microcents: PRICE * countTokens(text),
        cached: false,
      })),
    );
    expect(await world.spent()).toEqual({ openai: BILL });
    expect(await world.holds()).toEqual([]);
  });

  it('is paid no more than was counted here, whatever it says', async () => {
    openai.behave(overcharges(1000));
    expect(await kinds()).toEqual(['ok', 'ok']);
    expect(await world.spent()).toEqual({ openai: BILL });
  });

  it('is sent no text that is empty or too long for it, and all others', async () => {
    const texts = ['', 'a gate', ' \n', 'word '.repeat(9_000), 'a desk'];
    expect(await kinds(undefined, texts)).toEqual(['refused', 'ok', 'refused', 'refused', 'ok']);
    expect(openai.asked.at(-1)?.texts).toEqual(['a gate', 'a desk']);
  });
});

describe('a provider that fails', () => {
  it.each(Object.entries(FREE_FAILURES))('and %s is not paid', async (_, behaviour) => {
    openai.behave(behaviour);
    expect(new Set(await kinds()).has('ok')).toBe(false);
    expect(await world.spent()).toEqual({});
    expect(await world.holds()).toEqual([]);
  });

  it.each(Object.entries({ ...LIES, ...COSTLY_FAILURES }))(
    'with %s is paid for the calls that were made, and gives no vector',
    async (_, behaviour) => {
      openai.behave(behaviour);
      const before = openai.asked.length;
      expect(new Set(await kinds()).has('ok')).toBe(false);
      const calls = openai.asked.length - before;
      const { openai: spent = 0 } = await world.spent();
      expect(spent).toBeGreaterThan(0);
      expect(spent).toBeLessThanOrEqual(calls * BILL);
      expect(await world.holds()).toEqual([]);
    },
  );

  it('with one text gives the vectors of all others', async () => {
    openai.behave(forgetsTheLast);
    expect(await kinds()).toEqual(['ok', 'refused']);
  });

  it('for a moment is asked again, and paid once', async () => {
    const { 'is overloaded (503)': overloaded } = FREE_FAILURES;
    openai.behave(overloaded, overloaded, embeds);
    expect(await kinds()).toEqual(['ok', 'ok']);
    expect(await world.spent()).toEqual({ openai: BILL });
  });

  it('is left alone as long as it asks for', async () => {
    openai.behave(busyFor(3), busyFor(0.5), embeds);
    expect(await kinds()).toEqual(['ok', 'ok']);
    const [first = 0, second = 0] = world.pauses;
    expect(first).toBeGreaterThanOrEqual(3_000);
    expect(second).toBeGreaterThanOrEqual(500);
    expect(second).toBeLessThan(2_000);
  });

  it('is not waited for beyond the time of the function', async () => {
    world.remainingMs = 10_000;
    openai.behave(busyFor(60));
    expect(await kinds()).toEqual(['unavailable', 'unavailable']);
    expect(world.pauses).toEqual([]);
  });

  it('three times is left alone for a minute by all instances, then tried by one', async () => {
    openai.behave(FREE_FAILURES['does not know the key (401)']);
    for (let call = 0; call < 3; call += 1) expect(await kinds()).not.toContain('circuit_open');
    const before = openai.asked.length;
    expect(await kinds()).toEqual(['circuit_open', 'circuit_open']);
    expect(openai.asked.length).toBe(before);
    openai.behave(embeds);
    world.clock.passSeconds(61);
    expect(await kinds()).toEqual(['ok', 'ok']);
  });

  it('by an input it does not like is no reason to leave it alone', async () => {
    openai.behave(FREE_FAILURES['does not like the input (400)']);
    for (let call = 0; call < 4; call += 1) expect(await kinds()).toEqual(['refused', 'refused']);
    openai.behave(embeds);
    expect(await kinds()).toEqual(['ok', 'ok']);
  });
});

describe('a query', () => {
  it('waits no longer than search can', { timeout: 10_000 }, async () => {
    openai.behave(isSilent);
    const began = performance.now();
    const [outcome] = await world
      .instance(openaiAt(openai.url))
      .embed(world.tenant, queries(['a gate']));
    expect(outcome).toMatchObject({ failed: 'timed_out' });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is embedded once a day, for all instances', async () => {
    const ask = async () =>
      (await world.instance(openaiAt(openai.url)).embed(world.tenant, queries(['a gate'])))[0];
    const first = await ask();
    const before = openai.asked.length;
    const again = await ask();
    expect(openai.asked.length).toBe(before);
    expect(again).toMatchObject({ cached: true, cost_microcents: 0, token_count: 0 });
    expect(Object(again).embedding).toEqual(Object(first).embedding);
    world.clock.passSeconds(86_400);
    expect(await ask()).toMatchObject({ cached: false });
  });
});

describe('two providers of one space', () => {
  const both = () => world.instance(openaiAt(openai.url), azureAt(azure.origin));

  it('stand in for each other, text by text, each on its own budget', async () => {
    openai.behave(forgetsTheLast);
    const outcomes = await both().embed(world.tenant, documents(TEXTS));
    expect(outcomes).toMatchObject([
      { provider: 'openai', space_id: SMALL_SPACE },
      { provider: 'azure', space_id: SMALL_SPACE },
    ]);
    const [, last = ''] = TEXTS;
    expect(await world.spent()).toEqual({ openai: BILL, azure: PRICE * countTokens(last) });
  });

  it('are both asked when the budget of the first is used up', async () => {
    world.dailyCents = 0.000013;
    const texts = ['one two three four', 'five six seven eight nine ten'];
    const service = both();
    for (const text of texts) expect(await kinds(service, [text])).toEqual(['ok']);
    const spent = await world.spent();
    expect(spent).toEqual({ openai: 8, azure: 12 });
    expect(
      await kinds(service, ['eleven twelve thirteen fourteen fifteen sixteen seventeen']),
    ).toEqual(['budget_exhausted']);
    expect(await world.spent()).toEqual(spent);
  });

  it('and the local space serve a tenant, and each request only the space it names', async () => {
    const service = both();
    expect((await service.spaces(world.tenant)).map(({ spaceId }) => spaceId)).toEqual([
      SMALL_SPACE,
      LOCAL_HASH_SPACE,
    ]);
    openai.behave(FREE_FAILURES['does not know the key (401)']);
    azure.behave(FREE_FAILURES['does not know the key (401)']);
    expect(await kinds(service)).toEqual(['unavailable', 'unavailable']);
    const local = await service.embed(world.tenant, documents(TEXTS, LOCAL_HASH_SPACE));
    expect(local).toMatchObject(TEXTS.map(() => ({ space_id: LOCAL_HASH_SPACE })));
    const unknown = await service.embed(world.tenant, documents(TEXTS, 'joined-1536'));
    expect(unknown.map(kindOf)).toEqual(['unavailable', 'unavailable']);
  });
});

describe('providers of different spaces', () => {
  const LARGE = { model: 'text-embedding-3-large', dimensions: 1536 } as const;

  it('never stand in for each other, also where their vectors have one width', async () => {
    const service = world.instance(openaiAt(openai.url), azureAt(azure.origin, LARGE));
    openai.behave(FREE_FAILURES['does not know the key (401)']);
    const before = azure.asked.length;
    expect(await kinds(service)).toEqual(['unavailable', 'unavailable']);
    expect(azure.asked.length).toBe(before);
    expect((await service.spaces(world.tenant)).map(({ spaceId }) => spaceId)).toEqual([
      SMALL_SPACE,
      LOCAL_HASH_SPACE,
    ]);
  });
});
