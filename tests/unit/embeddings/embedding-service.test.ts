import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { cloudSpace } from '#shared/embeddings/cloud-space.ts';
import type { EmbeddingOutcome, EmbeddingService } from '#shared/embeddings/embedding-service.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import {
  azureAt,
  documents,
  EmbeddingWorld,
  kindOf,
  openaiAt,
  queries,
} from '#tests/support/embeddings/embedding-world.ts';
import { FakeClient, NARROW } from '#tests/support/embeddings/fake-client.ts';
import { knownUnitVector } from '#tests/support/embeddings/known-vector.ts';

const { spaceId } = cloudSpace(NARROW);
const OPENAI = openaiAt('https://openai.example', NARROW);
const AZURE = azureAt('https://azure.example', NARROW);

let world: EmbeddingWorld;
let client: FakeClient;

const open = (...servers: readonly (typeof OPENAI)[]): EmbeddingService =>
  world.instance(...(servers.length > 0 ? servers : [OPENAI]));

function reset(): void {
  world = new EmbeddingWorld();
  client = new FakeClient();
  world.connect = client.connect;
}
beforeEach(reset);

const sent = () => client.calls.flat();

function expectOwnVectors(outcomes: readonly EmbeddingOutcome[], texts: readonly string[]): void {
  expect(outcomes).toHaveLength(texts.length);
  for (const [at, outcome] of outcomes.entries()) {
    if ('failed' in outcome) continue;
    const expected = knownUnitVector((texts[at] ?? '').normalize('NFC'), NARROW.dimensions);
    expect(outcome.embedding).toEqual(expected);
    expect(outcome.space_id).toBe(spaceId);
  }
}

const text = fc.constantFrom(
  ...['gate', 'desk', 'café', 'cafe\u0301', '', 'night shift', 'Ünïcode', 'gate ', '<|endoftext|>'],
);
const request = fc.record({
  texts: fc.array(text, { maxLength: 12 }),
  inputType: fc.constantFrom('document' as const, 'query' as const),
  instance: fc.nat({ max: 1 }),
});
const failures = fc.array(fc.constantFrom('no', 'no', 'whole call', 'first text', 'every other'), {
  minLength: 1,
  maxLength: 9,
});

describe('the service', () => {
  it('gives text i the vector of text i, for any mix of hits, misses, repeats and failures', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 6 }), failures, async (requests, plan) => {
        reset();
        let at = 0;
        client.fails = () => plan[at++ % plan.length] ?? 'no';
        const instances = [open(OPENAI, AZURE), open(OPENAI, AZURE)];
        const answers = requests.map(async ({ texts, inputType, instance }) => {
          const outcomes = await instances[instance]?.embed(world.tenant, {
            spaceId,
            inputType,
            texts,
          });
          expectOwnVectors(outcomes ?? [], texts);
          return outcomes ?? [];
        });
        const outcomes = (await Promise.all(answers)).flat();
        await expectBooksToBalance(outcomes);
      }),
      { numRuns: 150 },
    );
  });

  it('makes one call of 200 requests for the same text at the same moment', async () => {
    const service = open();
    const answers = await Promise.all(
      Array.from({ length: 200 }, () => service.embed(world.tenant, queries(['gate'], spaceId))),
    );
    expect(client.calls).toEqual([['gate']]);
    const outcomes = answers.flat();
    expectOwnVectors(
      outcomes,
      outcomes.map(() => 'gate'),
    );
    expect(outcomes.filter((outcome) => 'cached' in outcome && !outcome.cached)).toHaveLength(1);
    await expectBooksToBalance(outcomes);
  });

  it('makes one call for 200 equal texts of one document, in whatever Unicode form', async () => {
    const texts = Array.from({ length: 200 }, (_, at) => (at % 2 ? 'café' : 'cafe\u0301'));
    const outcomes = await open().embed(world.tenant, documents(texts, spaceId));
    expect(sent()).toEqual(['café']);
    expectOwnVectors(outcomes, texts);
  });

  it('shares no call between tenants, input types or spaces', async () => {
    const service = open();
    const globex = trustedTenant('globex');
    await Promise.all([
      service.embed(world.tenant, queries(['gate'], spaceId)),
      service.embed(world.tenant, documents(['gate'], spaceId)),
      service.embed(globex, queries(['gate'], spaceId)),
    ]);
    expect(client.calls).toHaveLength(3);
    await service.embed(globex, queries(['gate'], spaceId));
    expect(client.calls).toHaveLength(3);
  });

  it('keeps no failure', async () => {
    const service = open();
    client.fails = () => 'whole call';
    await service.embed(world.tenant, queries(['gate'], spaceId));
    client.fails = () => 'no';
    const [outcome] = await service.embed(world.tenant, queries(['gate'], spaceId));
    expect(outcome).toMatchObject({ cached: false, provider: 'openai' });
  });

  it('sends at most 2,048 texts and 300,000 tokens in one call, and only what it must', async () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `gate ${at}`);
    await open().embed(world.tenant, documents(many, spaceId));
    expect(client.calls.map(({ length }) => length).sort()).toEqual([2048, 2048, 904].sort());
    client.calls.length = 0;
    const long = Array.from({ length: 100 }, (_, at) => `${at} ${'word '.repeat(7_000)}`);
    await open().embed(world.tenant, documents(long, spaceId));
    expect(client.calls).toHaveLength(3);
    expect(sent().toSorted()).toEqual(long.toSorted());
  });

  it('loses with a failed call only the texts of that call', async () => {
    const texts = Array.from({ length: 5_000 }, (_, at) => `gate ${at}`);
    client.fails = (call) => (call.includes('gate 3000') ? 'whole call' : 'no');
    const outcomes = await open().embed(world.tenant, documents(texts, spaceId));
    expect(outcomes.filter((outcome) => kindOf(outcome) === 'ok')).toHaveLength(5_000 - 2_048);
    expectOwnVectors(outcomes, texts);
    await expectBooksToBalance(outcomes);
  });

  it('writes nothing to the table per text of a document: a reservation and its end per call', async () => {
    const texts = Array.from({ length: 2_000 }, (_, at) => `gate ${at}`);
    await open().embed(world.tenant, documents(texts, spaceId));
    expect(client.calls).toHaveLength(1);
    // Counter and record, when money is set aside and when it is spent.
    expect(table().written()).toHaveLength(4);
  });

  it('asks no model that has no price, and indexes nothing in its space', async () => {
    const unknown = { ...OPENAI, model: 'text-embedding-9' };
    const service = open(unknown);
    const space = cloudSpace(unknown).spaceId;
    expect(await service.spaces(world.tenant)).toHaveLength(1);
    const [outcome] = await service.embed(world.tenant, documents(['gate'], space));
    expect(outcome).toMatchObject({ failed: 'unavailable' });
    expect(client.calls).toEqual([]);
  });

  it('spends on a budget for exactly 100 of 1,000 concurrent texts what these 100 cost', async () => {
    // One token is two micro-cents.
    world.dailyCents = 0.0002;
    world.table.collideEvery(3);
    const instances = Array.from({ length: 10 }, () => open());
    const words = Array.from({ length: 1_000 }, (_, at) => String(at).padStart(3, '0'));
    const answers = words.map((word, at) =>
      instances[at % 10]?.embed(world.tenant, documents([word], spaceId)),
    );
    const outcomes = (await Promise.all(answers)).flatMap((each) => each ?? []);
    expect(Map.groupBy(outcomes, kindOf).get('ok')).toHaveLength(100);
    expect(new Set(outcomes.map(kindOf))).toEqual(new Set(['ok', 'budget_exhausted']));
    expect(await world.spent()).toEqual({ openai: 200 });
    expect(await world.holds()).toEqual([]);
  });
});

const table = () => world.table;

/** What outcomes say they cost is no more than what is booked, and nothing stays held. */
async function expectBooksToBalance(outcomes: readonly EmbeddingOutcome[]): Promise<void> {
  const told = outcomes.reduce(
    (sum, outcome) => sum + ('failed' in outcome ? 0 : outcome.cost_microcents),
    0,
  );
  const booked = Object.values(await world.spent()).reduce<number>(
    (sum, amount) => sum + (amount ?? 0),
    0,
  );
  expect(told).toBeLessThanOrEqual(booked);
  expect(await world.holds()).toEqual([]);
}
