import { routes as deployRoutes } from '#functions/http/deploy-template/contract.ts';
import { envSchema as deployEnv } from '#functions/http/deploy-template/env.ts';
import { routes as quickStartRoutes } from '#functions/http/recommendations/contract.ts';
import { envSchema as quickStartEnv } from '#functions/http/recommendations/env.ts';
import { routes as templateRoutes } from '#functions/http/templates/contract.ts';
import { envSchema as templatesEnv } from '#functions/http/templates/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER, WITH_CHANGESETS } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** Industry templates: looked at, recommended, deployed. */
export const TEMPLATE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/templates',
    routes: templateRoutes,
    memoryMb: 512,
    timeoutSeconds: 10,
    variables: variablesOf(templatesEnv),
    access: { table: WITH_CALLER },
  },
  {
    trigger: 'http',
    folder: 'http/recommendations',
    routes: quickStartRoutes,
    memoryMb: 512,
    timeoutSeconds: 10,
    variables: variablesOf(quickStartEnv),
    access: { table: WITH_CALLER },
  },
  {
    trigger: 'http',
    folder: 'http/deploy-template',
    routes: deployRoutes,
    memoryMb: 1024,
    timeoutSeconds: 15,
    variables: variablesOf(deployEnv),
    access: { table: WITH_CHANGESETS, objects: ['PutObject'] },
  },
];
