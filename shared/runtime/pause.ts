import { setTimeout } from 'node:timers/promises';

/** Really waits. */
export const pause = (milliseconds: number): Promise<void> => setTimeout(milliseconds);
