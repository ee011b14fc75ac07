/** In a turn a model has 8 s, then the rules answer: PRODUCT section 3. */
export const TURN_PATIENCE_MS = 8_000;
/** Left to the invocation for storing the turn and answering. */
export const TURN_RESERVE_MS = 2_000;
