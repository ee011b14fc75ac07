import { describe } from 'vitest';
import { contentCases } from './content-cases.ts';
import { filterCases } from './filter-cases.ts';
import { nearestCases } from './nearest-cases.ts';
import { spaceCases } from './space-cases.ts';
import { StoreWorld, type VectorStoreHarness } from './store-world.ts';
import { tenantCases } from './tenant-cases.ts';
import { versionCases } from './version-cases.ts';

interface VectorStoreSuiteOptions {
  /** Other tenants among whom one must get its own. Fewer where making each takes long. */
  readonly crowd?: number;
}

/** What every vector store guarantees, whatever it is built on. Each case has tenants of its own. */
export function vectorStoreSuite(
  name: string,
  create: () => Promise<VectorStoreHarness>,
  { crowd = 999 }: VectorStoreSuiteOptions = {},
): void {
  const createWorld = async () => new StoreWorld(await create());
  describe(`${name} as a vector store`, () => {
    nearestCases(createWorld);
    filterCases(createWorld);
    tenantCases(createWorld, crowd);
    versionCases(createWorld);
    spaceCases(createWorld);
    contentCases(createWorld);
  });
}
