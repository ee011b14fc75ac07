import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes seconds: it is asked last, since most mutants fall to a quick test. */
const SLOW = /(apply-in-batches|invert-changes|timers|dependents|change)\.test\.ts$/;

class QuickOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isSlow = ({ moduleId }: TestSpecification) => Number(SLOW.test(moduleId));
    return files.toSorted((one, other) => isSlow(one) - isSlow(other));
  }
}

/** The tests that a mutant has to survive: those of what is mutated, without the long races. */
export default defineConfig({
  test: {
    include: [
      'tests/unit/{approvals,audit,changesets,idempotency,store}/**/*.test.ts',
      'tests/contract/http/idempotency.test.ts',
    ],
    exclude: ['tests/unit/approvals/many-deciders.test.ts'],
    testTimeout: 20_000,
    isolate: false,
    sequence: { sequencer: QuickOnesFirst },
  },
});
