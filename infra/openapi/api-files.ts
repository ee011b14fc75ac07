import { type Route, routeKeyOf } from '#shared/http/route.ts';
import { FUNCTIONS } from '../catalogue/functions.ts';
import { describeApi } from './describe-api.ts';
import { problemPages } from './problem-pages.ts';

/** Every route of the product, from the contracts of its functions. */
export const apiRoutes = (): readonly Route[] =>
  FUNCTIONS.flatMap((spec) => (spec.trigger === 'http' ? spec.routes : []));

/** What is generated from contracts and pages, by its path below `templates/`. */
export const apiFiles = (version: string) => ({
  'api/openapi.json': describeApi(apiRoutes(), version),
  'api/routes.json': apiRoutes().map(routeKeyOf).toSorted(),
  'api/problems.json': problemPages(),
});
