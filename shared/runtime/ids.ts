import { randomUUID } from 'node:crypto';

/** Where new identifiers come from, injected for the same reason as the clock. */
export interface Ids {
  uuid(): string;
}

export const randomIds: Ids = { uuid: () => randomUUID() };
