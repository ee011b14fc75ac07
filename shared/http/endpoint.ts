import type { Decision } from '#shared/store/decision.ts';
import type { Caller } from './caller.ts';
import type { Route, RouteInput, RouteOutcome } from './route.ts';

/** An answer of some route, before its own contract has been applied. */
export interface Outcome {
  readonly status: PropertyKey;
  readonly body: unknown;
  readonly replayBody?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The usual answer. */
export const ok = <Body>(body: Body) => ({ status: 200, body }) as const;

interface EndpointOf<Kind extends string, Act> {
  readonly kind: Kind;
  readonly route: Route;
  readonly act: Act;
}

type AnyInput = RouteInput<Route>;

export type Endpoint =
  | EndpointOf<'query', (input: AnyInput, caller: Caller) => Promise<Outcome>>
  | EndpointOf<'command', (input: AnyInput, caller: Caller) => Promise<Decision<Outcome>>>
  | EndpointOf<'open', (input: AnyInput) => Promise<Outcome>>;

// Each builder below gives up the type of its route: `readInput` parses with that same route, so the
// act receives what it was written for. This is the one place where that is asserted.

/** A route that only reads. */
export const query = <R extends Route>(
  route: R,
  act: (input: RouteInput<R>, caller: Caller) => Promise<RouteOutcome<R>>,
): Endpoint => ({
  kind: 'query',
  route,
  act: act as (input: AnyInput, c: Caller) => Promise<Outcome>,
});

/** A route that may write: its use case decides, the kit commits. */
export const command = <R extends Route>(
  route: R,
  act: (input: RouteInput<R>, caller: Caller) => Promise<Decision<RouteOutcome<R>>>,
): Endpoint => ({
  kind: 'command',
  route,
  act: act as (input: AnyInput, c: Caller) => Promise<Decision<Outcome>>,
});

/** A route without sign-in. */
export const open = <R extends Route>(
  route: R,
  act: (input: RouteInput<R>) => Promise<RouteOutcome<R>>,
): Endpoint => ({ kind: 'open', route, act: act as (input: AnyInput) => Promise<Outcome> });
