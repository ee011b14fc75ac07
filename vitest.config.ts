import { defineConfig } from 'vitest/config';

interface ProjectOptions {
  readonly testTimeout?: number;
  readonly globalSetup?: string;
}

const project = (name: string, options: ProjectOptions = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: options.testTimeout ?? 10_000,
    hookTimeout: 60_000,
    globalSetup: options.globalSetup ?? [],
  },
});

/** Files bring up the product's cloud, which is synthesized once before them. */
const onLocalCloud = { testTimeout: 60_000, globalSetup: 'tests/support/global-setup.ts' };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('simulation'),
      project('contract'),
      project('infra', { testTimeout: 60_000 }),
      project('integration', onLocalCloud),
      project('security', onLocalCloud),
    ],
  },
});
