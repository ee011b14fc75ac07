/** Knows whether anything is under way, so that a test can wait for quiet instead of sleeping. */
export interface Activity {
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  readonly busy: () => boolean;
}

export function createActivity(): Activity {
  let running = 0;
  return {
    busy: () => running > 0,
    async during(work) {
      running++;
      try {
        return await work();
      } finally {
        running--;
      }
    },
  };
}
