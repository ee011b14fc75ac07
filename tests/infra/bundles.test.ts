import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Bundles, bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import type { Variables } from '#infra/catalogue/variables.ts';

const API_LIMIT_BYTES = 380_000;
/** Functions that may be larger: what they carry is what they are for. */
const LARGER: Readonly<Record<string, number>> = {
  // The dialogue: grammar and words of its languages, zones of the world, and search in documents.
  'http/start': 670_000,
  'http/process': 670_000,
  // The message catalogue and its formatter: a status repeats the open questions.
  'http/conversation-queries': 430_000,
  // The words for industries and wishes in six languages.
  'http/recommendations': 430_000,
  // The client of S3, for documents and the shelf.
  'http/knowledge': 500_000,
  // The API document and the pages of its problems.
  'http/health': 460_000,
};
/** What must never be in a function's own file, and why it would be missed. */
const FORBIDDEN = [
  { pattern: /node_modules\/openai\//, why: '33 ms of start-up for who does not ask a model' },
  { pattern: /node_modules\/@pinecone-database\//, why: 'the same for vectors' },
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
  BUS_NAME: 'bus',
  DELIVER_QUEUE_URL: 'http://127.0.0.1/queue',
  SIGNING_SECRET_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:key',
  PROVIDER_KEYS_ARN: 'arn:aws:secretsmanager:us-east-1:000000000000:secret:providers',
  SENDER_ADDRESS: 'onboarding@example.com',
  CONSOLE_URL: 'https://console.example.com',
  EGRESS_ALLOW_CIDRS: '',
  ENVIRONMENT: 'local',
};

let bundles: Bundles;
beforeAll(async () => {
  bundles = await bundleFunctions(FUNCTIONS);
});

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

  it('loads at run time only the chunks that are shipped with it', () => {
    const loaded = bundles.report[spec.folder]?.externals.toSorted();
    expect(loaded).toEqual([...(spec.chunks ?? [])].toSorted());
    for (const chunk of spec.chunks ?? [])
      expect(
        existsSync(join(bundles.folderOf(spec.folder), 'node_modules', chunk, 'index.js')),
      ).toBe(true);
  });

  it('starts with the variables that the stacks give it', () => {
    for (const [name, value] of Object.entries(VARIABLE_EXAMPLES)) vi.stubEnv(name, value);
    const loaded: unknown = load(bundles.folderOf(spec.folder));
    expect(loaded).toHaveProperty('handler');
  });

  it.runIf(spec.trigger === 'http')('is small enough to start fast', () => {
    expect(bundles.report[spec.folder]?.bytes).toBeLessThanOrEqual(
      LARGER[spec.folder] ?? API_LIMIT_BYTES,
    );
  });
});

describe('bundles', () => {
  it('are found again when nothing changed', async () => {
    const again = await bundleFunctions(FUNCTIONS);
    const [first] = FUNCTIONS;
    expect(again.folderOf(first?.folder ?? '')).toBe(bundles.folderOf(first?.folder ?? ''));
  });

  it('have sizes worth knowing', ({ annotate }) => {
    const sizes = Object.entries(bundles.report).map(
      ([folder, { bytes }]) => `${folder} ${Math.round(bytes / 1000)} kB`,
    );
    return annotate(sizes.join(', '));
  });
});
