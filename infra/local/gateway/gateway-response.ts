import * as z from 'zod';
import type { Outcome } from '../lambda/invocation.ts';

/** What goes back to the client. */
export interface GatewayResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer | string;
}

/** API Gateway's own answers: these bytes and no others. */
export const gatewayMessage = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): GatewayResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ message }),
});

const INTERNAL_SERVER_ERROR = gatewayMessage(500, 'Internal Server Error');

const structuredSchema = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** A function's result, in response format 2.0: structured, or inferred from whatever it is. */
export function toGatewayResponse({ payload, functionError }: Outcome): GatewayResponse {
  if (functionError) return INTERNAL_SERVER_ERROR;
  const result: unknown = JSON.parse(payload);
  if (typeof result !== 'object' || result === null || !('statusCode' in result)) {
    return inferred(result);
  }
  const structured = structuredSchema.safeParse(result);
  return structured.success ? written(structured.data) : INTERNAL_SERVER_ERROR;
}

const inferred = (result: unknown): GatewayResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: typeof result === 'string' ? result : JSON.stringify(result),
});

function written(result: z.output<typeof structuredSchema>): GatewayResponse {
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      String(value),
    ]),
  );
  const body = result.body ?? '';
  return {
    status: result.statusCode,
    headers: {
      'content-type': 'text/plain;charset=utf-8',
      ...headers,
      ...(result.cookies?.length && { 'set-cookie': result.cookies }),
    },
    body: result.isBase64Encoded ? Buffer.from(body, 'base64') : body,
  };
}
