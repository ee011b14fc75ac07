/** What must never happen has happened. */
export class Violation extends Error {}

/** @throws Violation where it does not hold */
export function must(holds: boolean, otherwise: () => string): asserts holds {
  if (!holds) throw new Violation(otherwise());
}
