/** A route of the API with everything that a request on it needs. */
export interface ApiRoute {
  /** `GET /path/{id}`, `ANY /path`, `GET /{rest+}` or `$default`. */
  readonly routeKey: string;
  readonly functionArn: string;
  readonly timeoutMs: number;
  /** Absent on a public route. */
  readonly authorizer?: JwtSettings;
}

export interface JwtSettings {
  readonly issuer: string;
  readonly audience: readonly string[];
  readonly scopes: readonly string[];
}

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly pathParameters: Readonly<Record<string, string>>;
}

export interface RouteTable {
  readonly match: (method: string, path: string) => RouteMatch | undefined;
}

interface Pattern {
  readonly route: ApiRoute;
  readonly method: string;
  readonly path: RegExp;
  readonly variables: readonly string[];
  readonly rank: string;
}

/**
 * Chooses as API Gateway does: a full match before a greedy one before `$default`, fixed text
 * before a variable, the method before ANY. A path ending in a slash is another path.
 */
export function createRouteTable(routes: readonly ApiRoute[]): RouteTable {
  const fallback = routes.find(({ routeKey }) => routeKey === '$default');
  const patterns = routes
    .filter((route) => route !== fallback)
    .map(toPattern)
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1));
  return {
    match(method, path) {
      for (const pattern of patterns) {
        const suits = pattern.method === method || pattern.method === 'ANY';
        const values = suits ? pattern.path.exec(path)?.slice(1) : undefined;
        if (values) return { route: pattern.route, pathParameters: named(pattern, values) };
      }
      return fallback && { route: fallback, pathParameters: {} };
    },
  };
}

function toPattern(route: ApiRoute): Pattern {
  const [method = '', path = ''] = route.routeKey.split(' ');
  const segments = path.split('/').map(readSegment);
  return {
    route,
    method,
    path: new RegExp(`^${segments.map(({ source }) => source).join('/')}$`),
    variables: segments.flatMap(({ variable = [] }) => variable),
    // Compared left to right: fixed text, then a variable, then a greedy one; ANY comes last.
    rank: segments.map(({ rank }) => rank).join('') + (method === 'ANY' ? '1' : '0'),
  };
}

function readSegment(segment: string) {
  const [, variable, greedy] = /^\{([^+}]+)(\+?)\}$/.exec(segment) ?? [];
  if (!variable) return { rank: '0', source: segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') };
  return greedy
    ? { rank: '2', source: '(.+)', variable }
    : { rank: '1', source: '([^/]+)', variable };
}

const named = ({ variables }: Pattern, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(variables.map((variable, index) => [variable, values[index] ?? '']));
