import type { Route } from '#shared/http/route.ts';

const text = { type: 'string' } as const;

/** Headers of requests, as parameter components. */
export const HEADER_PARAMETERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'Names this call. The same key gives the same answer again for 24 hours.',
    schema: { ...text, minLength: 1, maxLength: 255 },
  },
  OptionalIdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'Names this call, so that it can be repeated safely for 24 hours.',
    schema: { ...text, minLength: 1, maxLength: 255 },
  },
  CorrelationId: {
    name: 'X-Correlation-Id',
    in: 'header',
    description:
      'Follows the request through logs, events and webhooks. One is made where it lacks.',
    schema: { ...text, pattern: '^[A-Za-z0-9_-]{8,128}$' },
  },
} as const;

/** Headers of answers, as components. */
export const ANSWER_HEADERS = {
  'X-Correlation-Id': { description: 'The id that this request went by', schema: text },
  'Idempotent-Replayed': {
    description: '`true` when this is the stored answer of an earlier call',
    schema: { type: 'string', enum: ['true'] },
  },
  Location: {
    description: 'Where to look for the outcome',
    schema: { ...text, format: 'uri-reference' },
  },
  'Retry-After': { description: 'Seconds to wait', schema: { type: 'integer', minimum: 0 } },
} as const;

const parameter = (name: keyof typeof HEADER_PARAMETERS) => ({
  $ref: `#/components/parameters/${name}`,
});

const KEY_PARAMETER = {
  required: [parameter('IdempotencyKey')],
  optional: [parameter('OptionalIdempotencyKey')],
  none: [],
} as const;

/** What a request to this route may carry in its headers. */
export const headerParametersOf = ({ idempotency }: Route) => [
  ...KEY_PARAMETER[idempotency],
  parameter('CorrelationId'),
];

const answerHeader = (name: keyof typeof ANSWER_HEADERS) => ({
  [name]: { $ref: `#/components/headers/${name}` },
});

/** What its answers carry. */
export const answerHeadersOf = ({ idempotency }: Route, status: number) => ({
  ...answerHeader('X-Correlation-Id'),
  ...(idempotency !== 'none' && answerHeader('Idempotent-Replayed')),
  ...(status === 202 && { ...answerHeader('Location'), ...answerHeader('Retry-After') }),
});
