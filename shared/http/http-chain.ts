import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyStructuredResultV2 as HttpResult,
} from 'aws-lambda';
import { AppError } from '#shared/runtime/app-error.ts';
import { logger } from '#shared/runtime/logger.ts';
import { metrics } from '#shared/runtime/metrics.ts';
import { correlationIdOf } from './correlation-id.ts';
import { toProblem, UNAVAILABLE } from './problem.ts';

/** The middleware of every route, in its one order: log context, metrics, headers, errors. */
export function httpChain<Event extends APIGatewayProxyEventV2>(
  act: (event: Event) => Promise<HttpResult>,
) {
  return middy<Event, HttpResult>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use(logMetrics(metrics))
    .before(({ event }) => logger.appendKeys({ correlation_id: correlationIdOf(event) }))
    .after(({ event, response }) => finish(event, response))
    .onError((request) => {
      const { event, error } = request;
      // An earlier middleware has already answered: the first answer stands.
      if (request.response) return;
      request.response = problemResult(error, correlationIdOf(event));
      finish(event, request.response);
    })
    .handler(act);
}

/** Statuses after which the same request is likely to succeed. */
const TRIED_AGAIN: readonly number[] = [429, UNAVAILABLE];

function problemResult(error: unknown, correlationId: string): HttpResult {
  const problem = toProblem(error, correlationId);
  const { status, code } = problem;
  if (status < 500) logger.info('request refused', { status, code });
  else logger.error('request failed', { status, code, error: errorOf(error) });
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      ...(TRIED_AGAIN.includes(status) && { 'retry-after': '1' }),
      ...(error instanceof AppError && error.headers),
    },
    body: JSON.stringify(problem),
  };
}

const errorOf = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

function finish(event: APIGatewayProxyEventV2, response: HttpResult | null | undefined): void {
  if (!response) return;
  const outcome = (response.statusCode ?? 200) < 500 ? 'Answered' : 'Failed';
  metrics.addMetric(outcome, MetricUnit.Count, 1);
  response.headers = {
    'x-correlation-id': correlationIdOf(event),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...response.headers,
  };
}
