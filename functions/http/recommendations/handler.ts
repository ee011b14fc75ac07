import { ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { readChoices } from '#shared/site-templates/template-choices.ts';
import { quickStart } from './contract.ts';

/** POST /quickstart/recommendations */
export const createHandler = (deps: HttpDeps) =>
  httpFunction(deps, [
    query(quickStart, async ({ body }, { tenant }) => {
      // With the words of six languages: loaded for the first request that passed every check.
      const [{ recommendTemplates }, choices] = await Promise.all([
        import('#shared/site-templates/quick-start.ts'),
        readChoices(deps.table, tenant),
      ]);
      return ok(recommendTemplates(body, choices));
    }),
  ]);
