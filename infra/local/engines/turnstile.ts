/** Lets those who wait for quiet through. */
export interface Turnstile {
  /** Resolves at the second quiet moment from now: the first may be older than the call. */
  passed(): Promise<void>;
  /** It is quiet now. */
  open(): void;
  /** It will never be quiet again: nobody waits for ever. */
  close(): void;
}

export function createTurnstile(): Turnstile {
  let waiting: { readonly pass: () => void; readonly seen: boolean }[] = [];
  let closed = false;
  return {
    passed: () =>
      new Promise((pass) => {
        if (closed) pass();
        else waiting.push({ pass, seen: false });
      }),
    open() {
      for (const { pass, seen } of waiting) if (seen) pass();
      waiting = waiting.filter(({ seen }) => !seen).map(({ pass }) => ({ pass, seen: true }));
    },
    close() {
      closed = true;
      for (const { pass } of waiting) pass();
      waiting = [];
    },
  };
}
