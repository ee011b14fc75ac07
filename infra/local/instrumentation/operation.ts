import type { PassingRequest } from './passing-request.ts';
import { s3Operation } from './s3-operation.ts';
import type { Operation, ServiceName } from './sdk-call.ts';

/** Which API operation a request is, read from the wire as each protocol spells it. */
export function operationOf(service: ServiceName, request: PassingRequest): Operation {
  const target = request.headers['x-amz-target'];
  if (typeof target === 'string') {
    return { operation: target.split('.').at(-1) ?? target, parameters: jsonOf(request.body) };
  }
  if (service === 's3') return s3Operation(request);
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const { Action = 'Unknown', ...parameters } = Object.fromEntries(
      new URLSearchParams(request.body.toString()),
    );
    return { operation: Action, parameters };
  }
  return restOperation(request);
}

// SES v2 is REST: only what sends is named, the rest keeps its method and path.
function restOperation({ method, url, body }: PassingRequest): Operation {
  const sends = method === 'POST' && url.pathname === '/v2/email/outbound-emails';
  return {
    operation: sends ? 'SendEmail' : `${method} ${url.pathname}`,
    parameters: jsonOf(body),
  };
}

function jsonOf(body: Buffer): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(body.toString()));
  } catch {
    return {};
  }
}
