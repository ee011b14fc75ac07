import fc from 'fast-check';

export const IDS = ['a', 'b'] as const;
export const WORDS = ['portcullis', 'drawbridge', 'moat'] as const;

const id = fc.constantFrom(...IDS);
const word = fc.constantFrom(...WORDS);
/** A large document goes through units. */
const size = fc.constantFrom('small', 'large');
/** At which of its calls a worker dies; most live. */
const dies = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 25 }) },
);

/** What somebody does while workers are at it. */
export const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('put'), id, word, size, dies }) },
  // Its event is lost.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('putUnheard'), id, word, size }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove'), id, dies }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('removeUnheard'), id }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('event'), id, dies }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore'), id, back: fc.nat(4), dies }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete'), id }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('pass'), seconds: fc.constantFrom(40, 700) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reconcile') }) },
);
export type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

export const textOf = (word: string, size: string): string =>
  size === 'small'
    ? `The ${word} closes at ten.`
    : ['One', 'Two', 'Three'].map((title) => `# ${title}\n\nThe ${word} closes.\n`).join('\n');
