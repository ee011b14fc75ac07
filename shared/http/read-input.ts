import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type * as z from 'zod';
import {
  AppError,
  type FieldError,
  NotFoundError,
  ValidationError,
} from '#shared/runtime/app-error.ts';
import { requireInterchangeable } from './interchangeable-json.ts';
import { toPointer } from './json-pointer.ts';
import type { Route, RouteInput } from './route.ts';

/** Bodies above this are refused; API Gateway's own limit lies far higher. */
export const MAX_BODY_BYTES = 256 * 1024;

class MalformedJsonError extends AppError {
  readonly code = 'malformed_json';
}

class PayloadTooLargeError extends AppError {
  readonly code = 'payload_too_large';
}

class UnsupportedMediaTypeError extends AppError {
  readonly code = 'unsupported_media_type';
}

type HttpEvent = Pick<
  APIGatewayProxyEventV2,
  'headers' | 'body' | 'isBase64Encoded' | 'pathParameters' | 'queryStringParameters'
>;

/** The parts of a request before any contract has looked at them. */
export interface RawInput {
  readonly path: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/**
 * Decodes a request.
 * @throws MalformedJsonError, PayloadTooLargeError, UnsupportedMediaTypeError, ValidationError
 */
export const readRaw = (route: Route, event: HttpEvent): RawInput => ({
  path: event.pathParameters ?? {},
  query: event.queryStringParameters ?? {},
  headers: event.headers,
  body: route.body ? readJson(event) : undefined,
});

/**
 * Holds a request against its contract.
 * @throws ValidationError with a pointer per wrong field; NotFoundError for an id that cannot exist
 */
export function readInput<R extends Route>(route: R, raw: RawInput): RouteInput<R> {
  const path = route.path_parameters?.safeParse(raw.path);
  if (path && !path.success) throw new NotFoundError('There is nothing at this address');
  const query = route.query?.safeParse(raw.query);
  const headers = route.headers?.safeParse(raw.headers);
  const body = route.body?.safeParse(raw.body);
  const errors = [
    ...fieldErrors('query', query),
    ...fieldErrors('header', headers),
    ...fieldErrors('body', body),
  ];
  if (errors.length > 0)
    throw new ValidationError('The request does not match its contract', errors);
  const parsed = {
    path: path?.data,
    query: query?.data,
    headers: headers?.data,
    body: body?.data,
  };
  // The schemas above are those of R, which the compiler cannot follow through `safeParse`.
  return parsed as RouteInput<R>;
}

function readJson(event: HttpEvent): unknown {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.length === 0) return {};
  if (bytes.length > MAX_BODY_BYTES) throw new PayloadTooLargeError('At most 256 KB');
  if (!/^application\/([\w.+-]+\+)?json\s*(;|$)/i.test(event.headers['content-type'] ?? ''))
    throw new UnsupportedMediaTypeError('Send application/json');
  const body = parseJson(bytes);
  requireInterchangeable(body);
  return body;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new MalformedJsonError('The body is not JSON in UTF-8');
  }
}

function fieldErrors(
  place: 'query' | 'header' | 'body',
  parsed: z.ZodSafeParseResult<unknown> | undefined,
): readonly (FieldError & { readonly in: string })[] {
  if (!parsed || parsed.success) return [];
  return parsed.error.issues.map(({ path, message }) => ({
    in: place,
    pointer: toPointer(path),
    detail: message,
  }));
}
