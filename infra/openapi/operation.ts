import { type Route, routeKeyOf } from '#shared/http/route.ts';
import { answerHeadersOf, headerParametersOf } from './headers.ts';
import { problemsOf } from './problem-responses.ts';
import type { JsonSchema, SchemaBook } from './schema-book.ts';

/** One route as an OpenAPI operation. @throws TypeError for a contract that cannot be described */
export const describeOperation = (route: Route, book: SchemaBook) => ({
  operationId: operationIdOf(route),
  summary: route.summary,
  tags: [tagOf(route)],
  security: route.role === 'public' ? [] : [{ idToken: [route.role] }],
  parameters: [
    ...describeParameters('path', route.path_parameters, book),
    ...describeParameters('query', route.query, book),
    ...describeParameters('header', route.headers, book),
    ...headerParametersOf(route),
  ],
  ...(route.body && {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: book.describe(route.body, 'input') } },
    },
  }),
  responses: { ...describeAnswers(route, book), ...problemsOf(route) },
});

/** The first segment of the path: routes of one concept stand together. */
export const tagOf = ({ path }: Route): string => path.split('/')[1] ?? '';

/** `POST /conversation/{conversation_id}/process` → `postConversationByConversationIdProcess`. */
function operationIdOf({ method, path }: Route): string {
  const words = path.replaceAll('{', 'by ').split(/[^A-Za-z0-9]+/);
  const capitalised = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + capitalised.join('');
}

function describeParameters(
  place: 'path' | 'query' | 'header',
  schema: Route['query'],
  book: SchemaBook,
): readonly object[] {
  if (!schema) return [];
  const { properties = {}, required = [] }: JsonSchema = book.describe(schema, 'input');
  return Object.entries(properties).map(([name, described]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: described,
  }));
}

function describeAnswers(route: Route, book: SchemaBook) {
  const statuses = Object.entries(route.responses);
  if (statuses.length === 0) throw new TypeError(`${routeKeyOf(route)} declares no answer`);
  const mediaType = route.content_type ?? 'application/json';
  return Object.fromEntries(
    statuses.map(([status, schema]) => [
      status,
      {
        description: MEANING[Number(status)] ?? 'Done',
        headers: answerHeadersOf(route, Number(status)),
        content: { [mediaType]: { schema: book.describe(schema, 'output') } },
      },
    ]),
  );
}

const MEANING: Readonly<Record<number, string>> = {
  200: 'Done',
  201: 'Created',
  202: 'Taken on; it happens in a moment',
};
