import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bundles, bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import type { Variables } from '#infra/catalogue/variables.ts';
import { GRAMMAR_LANGUAGES } from '#shared/conversation/rule-proposer/languages.ts';

const API_LIMIT_BYTES = 380_000;
/** What no function may load when it starts, and why it would be missed. */
const FORBIDDEN = [
  { pattern: /node_modules\/openai\//, why: '33 ms of start-up for who does not ask a model' },
  {
    pattern: /node_modules\/(@pinecone-database|chromadb|pg|pg-protocol)\//,
    why: 'the same for vectors',
  },
  { pattern: /node_modules\/@aws-sdk\/client-s3\//, why: 'most requests touch no document' },
  {
    pattern: /credential-provider-(sso|login|ini|process|http|web-identity)/,
    why: 'Lambda has the environment',
  },
  { pattern: /credential-provider-(node|imds)/, why: 'the chain that pulls in the others' },
  { pattern: /node_modules\/zod\/.*locales\/(?!en\.)/, why: '360 kB of translations nobody reads' },
  {
    pattern: /node_modules\/(aws-cdk-lib|constructs|esbuild|vitest)\//,
    why: 'tools of the workshop',
  },
  {
    pattern: /^(tests|infra\/(?!bundling\/stand-ins\/))/,
    why: 'not part of the product',
  },
] as const;

const load = createRequire(import.meta.url);

const VARIABLE_EXAMPLES: Variables = {
  TABLE_NAME: 'table',
  BUCKET_NAME: 'bucket',
  ANCHOR_BUCKET_NAME: 'anchors',
  BUS_NAME: 'bus',
  DELIVER_QUEUE_URL: 'http://127.0.0.1/queue',
  INGEST_QUEUE_URL: 'http://127.0.0.1/ingest',
  SIGNING_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:key',
  PROVIDER_KEYS_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:providers',
  SENDER_ADDRESS: 'onboarding@example.com',
  CONSOLE_URL: 'https://console.example.com',
  LOCAL_SPACE: 'hash',
  VECTOR_STORES: 'pgvector,pinecone,chroma',
  EGRESS_ALLOW_CIDRS: '',
  ENVIRONMENT: 'local',
};

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleFunctions(FUNCTIONS);
});

function loadFrom(folder: string, file: string): unknown {
  for (const [name, value] of Object.entries(VARIABLE_EXAMPLES)) vi.stubEnv(name, value);
  return load(join(bundles.folderOf(folder), file));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe.each(FUNCTIONS.map((spec) => ({ ...spec, name: spec.folder })))('$name', (spec) => {
  it('holds nothing it should not', () => {
    const facts = bundles.report[spec.folder];
    expect(facts?.inputs.length).toBeGreaterThan(0);
    for (const { pattern, why } of FORBIDDEN)
      expect(
        facts?.inputs.filter((input) => pattern.test(input)),
        why,
      ).toEqual([]);
  });

  it('starts with the variables that the stacks give it', () => {
    expect(loadFrom(spec.folder, 'index.js')).toHaveProperty('handler');
  });

  it('brings along all it loads, at the start and later', () => {
    const facts = bundles.report[spec.folder];
    expect(facts?.externals).toEqual([]);
    for (const { file } of facts?.chunks ?? [])
      expect(loadFrom(spec.folder, file)).toBeTypeOf('object');
  });

  it.runIf(spec.trigger === 'http')('is small enough to start fast', () => {
    expect(bundles.report[spec.folder]?.bytes).toBeLessThanOrEqual(API_LIMIT_BYTES);
  });
});

describe('bundles', () => {
  it('are found again when nothing changed', async () => {
    const again = await bundleFunctions(FUNCTIONS);
    const [first] = FUNCTIONS;
    expect(again.folderOf(first?.folder ?? '')).toBe(bundles.folderOf(first?.folder ?? ''));
  });

  it.each(GRAMMAR_LANGUAGES)('load the grammar of %s for who speaks it', (language) => {
    const grammar = new RegExp(`/languages/${language}/`);
    const { inputs = [], chunks = [] } = bundles.report['http/process'] ?? {};
    expect(inputs.filter((input) => grammar.test(input))).toEqual([]);
    expect(chunks.filter(({ source }) => grammar.test(source ?? ''))).toHaveLength(1);
  });

  it('have sizes worth knowing', ({ annotate }) => annotate(sizesAtStart().join(', ')));

  it('have chunks worth knowing', ({ annotate }) => annotate(sizesOfChunks().join(', ')));
});

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} kB`;

const sizesAtStart = (): string[] =>
  Object.entries(bundles.report).map(([folder, { bytes }]) => `${folder} ${kilobytes(bytes)}`);

function sizesOfChunks(): string[] {
  const chunks = Object.entries(bundles.report).flatMap(([folder, facts]) =>
    facts.chunks.map((chunk) => ({ ...chunk, folder })),
  );
  const bySource = Map.groupBy(chunks, ({ source }) => source ?? 'shared by chunks');
  return [...bySource].map(([source, uses]) => {
    const largest = Math.max(...uses.map(({ bytes }) => bytes));
    return `${source} ${kilobytes(largest)} (${uses.map(({ folder }) => folder).join(' ')})`;
  });
}
