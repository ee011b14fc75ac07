import { v7 } from 'uuid';

/** Where new identifiers come from, injected for the same reason as the clock. */
export interface Ids {
  uuid(): string;
}

/** UUIDs version 7: random, and in the order of time, so that listings need no index. */
export const randomIds: Ids = { uuid: () => v7() };
