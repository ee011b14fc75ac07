/** In a turn a model has 8 s, then the rules answer: PRODUCT section 3. Behind the queue, too. */
export const TURN_PATIENCE_MS = 8_000;
/** Left to the invocation for storing the turn and answering. */
export const TURN_RESERVE_MS = 2_000;

/** What is left of the patience of a turn: whoever is asked second has what the first one left. */
export const patienceLeftMs = (since: Date, now: Date): number =>
  Math.max(0, TURN_PATIENCE_MS - (now.getTime() - since.getTime()));
