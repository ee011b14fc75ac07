import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOutPackages } from '#infra/bundling/lay-out-packages.ts';
import { WHOLE_PACKAGES } from '#infra/bundling/whole-packages.ts';
import { ofType, type Placed, synthesize } from './synthesized.ts';

const ENCODE = /^(httpknowledge|queueembeddingingest)Function/;

const lambdasOf = (resources: readonly Placed[]) =>
  Object.groupBy(ofType(resources, 'AWS::Lambda::Function'), ({ logicalId }) =>
    ENCODE.test(logicalId) ? 'encoding' : 'others',
  );

describe('the sentence encoder', () => {
  it('comes with the functions that use it where it is configured, with memory, and no others', async () => {
    const { encoding = [], others = [] } = lambdasOf(await synthesize({ localSpace: 'joined' }));
    expect(encoding).toHaveLength(2);
    for (const { Properties } of encoding) {
      expect(Properties['MemorySize']).toBeGreaterThanOrEqual(1769);
      expect(Properties['Layers']).toHaveLength(1);
    }
    for (const { Properties } of [
      ...others,
      ...ofType(await synthesize(), 'AWS::Lambda::Function'),
    ])
      expect(Properties).not.toHaveProperty('Layers');
  });

  it('works from its layer, with nothing else installed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onboarding-layer-'));
    try {
      layOutPackages(WHOLE_PACKAGES, folder);
      const load = createRequire(join(folder, 'nodejs', 'function.js'));
      const [{ initModel }, { modelSource }] = WHOLE_PACKAGES.map((name) => load(name));
      const model = await initModel(modelSource);
      expect(await model.embed('Where do I leave my car?')).toHaveLength(512);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
