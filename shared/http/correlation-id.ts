import type { APIGatewayProxyEventV2 } from 'aws-lambda';

const PATTERN = /^[A-Za-z0-9_-]{8,128}$/;

/** One id from browser to webhook: the client's when it is a plain token, else the gateway's own. */
export function correlationIdOf(event: Pick<APIGatewayProxyEventV2, 'headers' | 'requestContext'>) {
  const given = event.headers['x-correlation-id'];
  return given && PATTERN.test(given) ? given : event.requestContext.requestId;
}
