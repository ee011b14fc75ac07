/** One rule of a bucket's CORS configuration; `*` in origins and headers matches anything. */
export interface CorsRule {
  readonly AllowedHeaders: readonly string[];
  readonly AllowedMethods: readonly string[];
  readonly AllowedOrigins: readonly string[];
  readonly ExposedHeaders: readonly string[];
  readonly MaxAge?: number | undefined;
}

export interface CorsRequest {
  readonly origin: string;
  readonly method: string;
  /** Lower-case names of the headers a preflight asks for. */
  readonly headers: readonly string[];
}

/** The response headers that let a browser go on; undefined if no rule allows the request. */
export function corsHeaders(
  rules: readonly CorsRule[],
  request: CorsRequest,
): Record<string, string> | undefined {
  const rule = rules.find((candidate) => allows(candidate, request));
  if (!rule) return undefined;
  const anyOrigin = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': anyOrigin ? '*' : request.origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(!anyOrigin && { 'access-control-allow-credentials': 'true' }),
    ...(request.headers.length > 0 && {
      'access-control-allow-headers': request.headers.join(', '),
    }),
    ...(rule.ExposedHeaders.length > 0 && {
      'access-control-expose-headers': rule.ExposedHeaders.join(', '),
    }),
    ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

const allows = (rule: CorsRule, { origin, method, headers }: CorsRequest) =>
  rule.AllowedMethods.includes(method) &&
  rule.AllowedOrigins.some((allowed) => matches(allowed, origin)) &&
  headers.every((header) =>
    rule.AllowedHeaders.some((allowed) => matches(allowed.toLowerCase(), header)),
  );

/** S3 allows one `*` in a pattern. */
function matches(pattern: string, value: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === value;
  return (
    value.length >= start.length + end.length && value.startsWith(start) && value.endsWith(end)
  );
}
