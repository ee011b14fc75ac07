import { defineConfig } from 'vitest/config';

/** The tests that a mutant has to survive: those of what is mutated, without the long races. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/{approvals,audit,changesets,idempotency,store}/**/*.test.ts',
      'tests/contract/http/idempotency.test.ts',
    ],
    exclude: ['tests/unit/approvals/many-deciders.test.ts'],
    testTimeout: 20_000,
  },
});
