import type { Outcome } from './endpoint.ts';
import type { Route } from './route.ts';

/** An answer as bytes. */
export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An outcome held against its contract: an undeclared field cannot leak. @throws ZodError, TypeError */
export const toReply = (route: Route, { status, body, headers }: Outcome): Reply => ({
  status: Number(status),
  body: encodeBody(route, status, body),
  ...(headers && { headers }),
});

export function encodeBody(route: Route, status: PropertyKey, body: unknown): string {
  const schema = route.responses[Number(status)];
  if (!schema) throw new TypeError(`${route.path} does not declare status ${String(status)}`);
  const checked = schema.parse(body);
  return typeof checked === 'string' && route.content_type ? checked : JSON.stringify(checked);
}
