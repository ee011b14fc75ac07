/**
 * Names of errors of the SDK and its connections that say nothing of the request: it took too long, or
 * the service has too much to do. What was asked for may or may not have happened.
 */
const PASSING = new Set([
  'TimeoutError',
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'SlowDown',
  'ThrottlingException',
]);

const PASSING_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** Whether the same request is likely to succeed in a moment. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Error &&
  (PASSING.has(error.name) || ('code' in error && PASSING_CODES.has(String(error.code))));
