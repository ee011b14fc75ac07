import type { CorsConfiguration } from '../template/kinds/api.ts';
import type { GatewayResponse } from './gateway-response.ts';

type Headers = Readonly<Record<string, string>>;

/** The answer to a preflight, if the request is one: API Gateway gives it without asking a route. */
export function preflight(
  cors: CorsConfiguration | undefined,
  method: string,
  headers: Headers,
): GatewayResponse | undefined {
  const asks = method === 'OPTIONS' && headers.origin && headers['access-control-request-method'];
  if (!cors || !asks) return undefined;
  const origin = corsHeaders(cors, headers.origin);
  const granted = Object.keys(origin).length > 0 && {
    'access-control-allow-methods': cors.AllowMethods.join(','),
    'access-control-allow-headers': cors.AllowHeaders.join(','),
    ...(cors.MaxAge !== undefined && { 'access-control-max-age': String(cors.MaxAge) }),
  };
  return { status: 204, headers: { ...origin, ...granted }, body: '' };
}

/** What every answer to a foreign origin carries; it replaces whatever the function said. */
export function corsHeaders(
  cors: CorsConfiguration | undefined,
  origin: string | undefined,
): Headers {
  if (!cors || !origin || !cors.AllowOrigins.some((pattern) => allows(pattern, origin))) return {};
  return {
    'access-control-allow-origin': cors.AllowOrigins.includes('*') ? '*' : origin,
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders.length > 0 && {
      'access-control-expose-headers': cors.ExposeHeaders.join(','),
    }),
  };
}

const allows = (pattern: string, origin: string): boolean =>
  pattern === '*' ||
  pattern === origin ||
  (pattern.endsWith('://*') && origin.startsWith(pattern.slice(0, -1)));
