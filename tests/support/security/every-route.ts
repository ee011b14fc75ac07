import { apiRoutes } from '#infra/openapi/api-files.ts';
import type { Route } from '#shared/http/route.ts';

export interface NamedRoute {
  readonly name: string;
  readonly route: Route;
}

/** Every route of the API, named for the test that is made of it. */
export const everyRoute: readonly NamedRoute[] = apiRoutes().map((route) => ({
  name: `${route.method} ${route.path}`,
  route,
}));

export const guardedRoutes = everyRoute.filter(({ route }) => route.role !== 'public');
export const routesWithIds = guardedRoutes.filter(({ route }) => route.path_parameters);

/** Ids that no store has, one for each form an id of the API can take. */
const NOWHERE: Readonly<Record<string, string>> = {
  template_id: 'no_such_template',
  approval_id: '0198c1f0-0000-7000-8000-000000000000~1',
};
const NO_UUID = '0198c1f0-0000-7000-8000-000000000000';

/** The path of a route with these ids, or with ids that lead nowhere. */
export const pathOf = ({ path }: Route, ids: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(ids[name] ?? NOWHERE[name] ?? NO_UUID),
  );
