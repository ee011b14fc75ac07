import { API_BASE_PATH, type Route, routeKeyOf } from '#shared/http/route.ts';
import { ANSWER_HEADERS, HEADER_PARAMETERS } from './headers.ts';
import { describeOperation, tagOf } from './operation.ts';
import { problemComponents } from './problem-responses.ts';
import { SchemaBook } from './schema-book.ts';

/**
 * The OpenAPI 3.1 document of some routes. The same routes give the same bytes, in any order.
 * @throws TypeError where two routes are one, or a schema has no JSON Schema
 */
export function describeApi(routes: readonly Route[], version: string) {
  const sorted = sortedOnce(routes);
  const book = new SchemaBook();
  const paths = describePaths(sorted, book);
  const responses = problemComponents(book);
  return {
    openapi: '3.1.1',
    info: { title: 'Conversational Onboarding', version, description: DESCRIPTION },
    servers: [{ url: API_BASE_PATH }],
    tags: [...new Set(sorted.map(tagOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: book.components(),
      responses,
      parameters: HEADER_PARAMETERS,
      headers: ANSWER_HEADERS,
      securitySchemes: { idToken: ID_TOKEN },
    },
  };
}

const DESCRIPTION = [
  'Talk a site into being: hold a conversation, have its draft approved, apply it, take it back.',
  'The tenant is always the one of the token. What belongs to another tenant, or in a conversation',
  'to another person, is not found. Every route also answers with a trailing slash.',
].join(' ');

const ID_TOKEN = {
  type: 'http',
  scheme: 'bearer',
  bearerFormat: 'JWT',
  description: 'ID token of the sign-in. What an operation lists is the role that it needs.',
} as const;

function sortedOnce(routes: readonly Route[]): readonly Route[] {
  const byPlace = new Map(routes.map((route) => [`${route.path} ${route.method}`, route]));
  if (byPlace.size < routes.length) throw new TypeError(`Declared twice: ${twice(routes)}`);
  return [...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route);
}

const twice = (routes: readonly Route[]): string =>
  routes
    .map(routeKeyOf)
    .filter((key, index, keys) => keys.indexOf(key) < index)
    .join(', ');

function describePaths(routes: readonly Route[], book: SchemaBook) {
  const operations = routes.map((route) => ({ route, operation: describeOperation(route, book) }));
  const byPath = Map.groupBy(operations, ({ route }) => route.path);
  return Object.fromEntries(
    [...byPath].map(([path, served]) => [
      path,
      Object.fromEntries(
        served.map(({ route, operation }) => [route.method.toLowerCase(), operation]),
      ),
    ]),
  );
}
