import { defineConfig } from 'vitest/config';

const project = (name: string, options: { readonly testTimeout?: number } = {}) => ({
  test: {
    name,
    include: [`tests/${name}/**/*.test.ts`],
    testTimeout: options.testTimeout ?? 10_000,
    hookTimeout: 60_000,
  },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('unit'),
      project('contract'),
      project('infra', { testTimeout: 60_000 }),
      project('integration', { testTimeout: 60_000 }),
      project('security', { testTimeout: 60_000 }),
    ],
  },
});
