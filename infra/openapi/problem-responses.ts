import { PROBLEMS, UNAVAILABLE } from '#shared/http/problem.ts';
import type { Route } from '#shared/http/route.ts';
import { gatewayMessage, problem } from './problem-schemas.ts';
import type { SchemaBook } from './schema-book.ts';

interface ProblemResponse {
  readonly status: number;
  readonly name: string;
  /** API Gateway answers with this status too, in its own words. */
  readonly gateway?: true;
  readonly retry?: true;
  readonly of: (route: Route) => boolean;
}

const always = () => true;
const never = () => false;
const reads = ({ body, query }: Route) => body !== undefined || query !== undefined;
const takesBody = ({ body }: Route) => body !== undefined;
const writes = ({ idempotency }: Route) => idempotency !== 'none';
const namesById = ({ path_parameters }: Route) => path_parameters !== undefined;
const knowsCaller = ({ role }: Route) => role !== 'public';

/** How requests are refused: every status of a problem code, and API Gateway's own. */
export const PROBLEM_RESPONSES: readonly ProblemResponse[] = [
  { status: 400, name: 'Invalid', of: (route) => reads(route) || writes(route) },
  { status: 401, name: 'Unauthenticated', gateway: true, of: knowsCaller },
  { status: 403, name: 'Forbidden', gateway: true, of: knowsCaller },
  { status: 404, name: 'NotFound', of: (route) => namesById(route) || writes(route) },
  // No operation answers so: it is what a path says to a method that it does not have.
  { status: 405, name: 'MethodNotAllowed', of: never },
  { status: 409, name: 'Conflict', retry: true, of: writes },
  { status: 413, name: 'TooLarge', gateway: true, of: takesBody },
  { status: 415, name: 'UnsupportedMediaType', of: takesBody },
  { status: 422, name: 'NotPossible', of: writes },
  { status: 429, name: 'TooManyRequests', gateway: true, retry: true, of: always },
  { status: 500, name: 'Failed', gateway: true, of: always },
  { status: UNAVAILABLE, name: 'Unavailable', gateway: true, retry: true, of: always },
];

/** The reusable responses, by name. */
export const problemComponents = (book: SchemaBook) =>
  Object.fromEntries(
    PROBLEM_RESPONSES.map((response) => [response.name, describeResponse(response, book)]),
  );

/** References to those that a route can answer with, by status. */
export const problemsOf = (route: Route) =>
  Object.fromEntries(
    PROBLEM_RESPONSES.filter((response) => response.of(route)).map(({ status, name }) => [
      status,
      { $ref: `#/components/responses/${name}` },
    ]),
  );

function describeResponse({ status, gateway, retry }: ProblemResponse, book: SchemaBook) {
  const codes = codesOf(status);
  return {
    description: codes.length > 0 ? codes.map((code) => `\`${code}\``).join(', ') : 'API Gateway',
    headers: {
      'X-Correlation-Id': { $ref: '#/components/headers/X-Correlation-Id' },
      ...(retry && { 'Retry-After': { $ref: '#/components/headers/Retry-After' } }),
    },
    content: {
      ...(codes.length > 0 && {
        'application/problem+json': { schema: book.describe(problem, 'output') },
      }),
      ...(gateway && { 'application/json': { schema: book.describe(gatewayMessage, 'output') } }),
    },
  };
}

/** An internal error has a status of its own where it passes. */
const codesOf = (status: number): readonly string[] =>
  Object.entries(PROBLEMS)
    .filter(([code, meaning]) =>
      status === UNAVAILABLE ? code === 'internal' : meaning.status === status,
    )
    .map(([code]) => code);
