import type { IdempotentCall } from '#shared/idempotency/only-once.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Caller, Claims } from './caller.ts';
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

/** What a command does; told which call it is where the call can be told from others. */
type Act<Input, Result> = (
  input: Input,
  caller: Caller,
  call: IdempotentCall | undefined,
) => Promise<Decision<Result>>;

export type Endpoint =
  | EndpointOf<'query', (input: AnyInput, caller: Caller) => Promise<Outcome>>
  | EndpointOf<'command', Act<AnyInput, Outcome>>
  | EndpointOf<'signed', (input: AnyInput) => Promise<SignedCall<Outcome>>>
  | EndpointOf<'open', (input: AnyInput) => Promise<Outcome>>;

/** Who stands behind a request that carries its own proof, and what makes it happen only once. */
export interface SignedCall<Answer> {
  readonly claims: Claims;
  readonly idempotencyKey: string;
  /** What the proof is good for. */
  readonly decide: (caller: Caller) => Promise<Decision<Answer>>;
}

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
  act: Act<RouteInput<R>, RouteOutcome<R>>,
): Endpoint => ({ kind: 'command', route, act: act as Act<AnyInput, Outcome> });

/**
 * A write without sign-in, on the proof that the request carries.
 * @param open verifies it and throws where it does not hold
 */
export const signed = <R extends Route>(
  route: R,
  open: (input: RouteInput<R>) => Promise<SignedCall<RouteOutcome<R>>>,
): Endpoint => ({
  kind: 'signed',
  route,
  act: open as (input: AnyInput) => Promise<SignedCall<Outcome>>,
});

/** A route without sign-in. */
export const open = <R extends Route>(
  route: R,
  act: (input: RouteInput<R>) => Promise<RouteOutcome<R>>,
): Endpoint => ({ kind: 'open', route, act: act as (input: AnyInput) => Promise<Outcome> });
