import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IngestDeps } from '#shared/knowledge/documents/ingest-deps.ts';
import { Archive } from '#tests/support/knowledge/archive.ts';

const WORDS = ['portcullis', 'drawbridge', 'moat'] as const;
const id = fc.constantFrom('a', 'b');

const action = fc.oneof(
  fc.record({ kind: fc.constant('put'), id, word: fc.constantFrom(...WORDS) }),
  fc.record({ kind: fc.constant('remove'), id, word: fc.constant('') }),
  fc.record({ kind: fc.constant('event'), id, word: fc.constant('') }),
  fc.record({ kind: fc.constant('pass'), id, word: fc.constant('') }),
);
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

/** A bucket that people change while workers are at it, each in steps that the scheduler orders. */
class Simulation {
  readonly archive = new Archive();
  readonly #scheduler: fc.Scheduler;
  readonly #held = new Map<string, string>();
  readonly #workers: Promise<unknown>[] = [];

  constructor(scheduler: fc.Scheduler) {
    this.#scheduler = scheduler;
  }

  async act({ kind, id: document, word }: Action): Promise<void> {
    if (kind === 'pass') return this.archive.clock.passSeconds(40);
    const key = this.archive.keyOf(document);
    if (kind === 'put') {
      this.archive.objects.drop(key, `The ${word} closes at ten.`);
      this.#held.set(document, word);
    }
    if (kind === 'remove') {
      this.archive.objects.remove(key);
      this.#held.delete(document);
    }
    this.#workers.push(this.archive.follow(key, this.#stepwise()));
  }

  async settle(): Promise<void> {
    for (let at = 0; at < this.#workers.length; at += 1) await this.#workers[at];
  }

  holding(word: string): readonly string[] {
    return [...this.#held].filter(([, own]) => own === word).map(([document]) => document);
  }

  /** The ports of a worker, each answer held back until the scheduler lets it go. */
  #stepwise(): Partial<IngestDeps> {
    const { deps } = this.archive;
    const held = <Args extends unknown[], Value>(act: (...args: Args) => Promise<Value>) =>
      this.#scheduler.scheduleFunction(act);
    return {
      objects: {
        head: held((...args) => deps.objects.head(...args)),
        get: held((...args) => deps.objects.get(...args)),
        put: (...args) => deps.objects.put(...args),
        delete: (...args) => deps.objects.delete(...args),
        presignPut: (...args) => deps.objects.presignPut(...args),
      },
    };
  }
}

test('whatever the order, doubling and delay of events, search ends up with what the bucket holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { minLength: 2, maxLength: 14 }),
      fc.scheduler(),
      async (actions, scheduler) => {
        const simulation = new Simulation(scheduler);
        const { task } = scheduler.scheduleSequence(
          actions.map((step) => () => simulation.act(step)),
        );
        await scheduler.waitFor(task.then(() => simulation.settle()));
        for (const word of WORDS)
          expect(await simulation.archive.found(word)).toEqual(
            [...simulation.holding(word)].sort(),
          );
      },
    ),
    { numRuns: 100 },
  );
});
