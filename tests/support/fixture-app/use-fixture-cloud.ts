import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type TestCloud, type TestCloudOptions, useLocalCloud } from '../local-cloud.ts';
import { synthesizeFixture } from './synthesize-fixture.ts';

/** A cloud with the fixture app, where nothing unexpected happens unless the test asks for it. */
export function useFixtureCloud(options: TestCloudOptions = {}): TestCloud {
  const folder = mkdtempSync(join(tmpdir(), 'fixture-app-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return useLocalCloud({
    synthesize: () => synthesizeFixture(folder),
    basePath: '/api',
    deliveryFaults: undefined,
    indexLagMs: 0,
    ...options,
  });
}
