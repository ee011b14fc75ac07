import { AsyncLocalStorage } from 'node:async_hooks';

interface Remaining {
  getRemainingTimeInMillis(): number;
}

const current = new AsyncLocalStorage<Remaining>();

/** How long the invocation that asks may still run; without one, as long as it likes. */
export const remainingMs = (): number =>
  current.getStore()?.getRemainingTimeInMillis() ?? Number.POSITIVE_INFINITY;

/** The handler, whose code can ask for its `remainingMs`. */
export const withInvocationTime =
  <Event, Context extends Remaining, Result>(
    handler: (event: Event, context: Context) => Result,
  ): ((event: Event, context: Context) => Result) =>
  (event, context) =>
    current.run(context, () => handler(event, context));
