import type * as z from 'zod';
import type { Role } from './roles.ts';

/** All routes are relative to this. */
export const API_BASE_PATH = '/api/v1/onboarding';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Whether a write needs an `Idempotency-Key`, takes one, or is a read. */
type IdempotencyRule = 'required' | 'optional' | 'none';

export interface Route {
  readonly method: Method;
  /** Relative to the base path, `{name}` for variables. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly role: Role | 'public';
  readonly idempotency: IdempotencyRule;
  readonly path_parameters?: z.ZodType;
  readonly query?: z.ZodType;
  /** Headers that mean something to the route, by their names in lower case. */
  readonly headers?: z.ZodType;
  readonly body?: z.ZodType;
  /** Every success status with its body; problems are the same for all routes. */
  readonly responses: Readonly<Record<number, z.ZodType>>;
  /** Media type of the success bodies. @default application/json */
  readonly content_type?: string;
}

/** One route, declared once: gateway, handler, OpenAPI document and tests all read this object. */
export const defineRoute = <const R extends Route>(route: R): R => route;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler receives: only what the contract accepted. */
export interface RouteInput<R extends Route> {
  readonly path: Parsed<R['path_parameters']>;
  readonly query: Parsed<R['query']>;
  readonly headers: Parsed<R['headers']>;
  readonly body: Parsed<R['body']>;
}

/** What a handler may answer: one of the declared statuses with its body. */
export type RouteOutcome<R extends Route> = {
  readonly [Status in keyof R['responses']]: R['responses'][Status] extends z.ZodType
    ? {
        readonly status: Status;
        readonly body: z.input<R['responses'][Status]>;
        /** What a replay of the call gets instead, where the body holds a secret. */
        readonly replayBody?: z.input<R['responses'][Status]>;
        readonly headers?: Readonly<Record<string, string>>;
      }
    : never;
}[keyof R['responses']];

/** How API Gateway names the route. */
export const routeKeyOf = (route: Pick<Route, 'method' | 'path'>): string =>
  `${route.method} ${API_BASE_PATH}${route.path}`;
