import { ok, query } from '#shared/http/endpoint.ts';
import { type HttpDeps, httpFunction } from '#shared/http/http-function.ts';
import { recommendTemplates } from '#shared/site-templates/quick-start.ts';
import { readChoices } from '#shared/site-templates/template-choices.ts';
import { quickStart } from './contract.ts';

/** POST /quickstart/recommendations */
export const createHandler = (deps: HttpDeps) =>
  httpFunction(deps, [
    query(quickStart, async ({ body }, { tenant }) =>
      ok(recommendTemplates(body, await readChoices(deps.table, tenant))),
    ),
  ]);
