import { routes as defaultRoutes } from '#functions/http/default/contract.ts';
import { envSchema as defaultEnv } from '#functions/http/default/env.ts';
import { routes as healthRoutes } from '#functions/http/health/contract.ts';
import { envSchema as healthEnv } from '#functions/http/health/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** The API itself. */
export const PLATFORM_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/health',
    routes: healthRoutes,
    memoryMb: 512,
    timeoutSeconds: 5,
    variables: variablesOf(healthEnv),
    access: { table: WITH_CALLER },
  },
  {
    trigger: 'http',
    folder: 'http/default',
    routes: defaultRoutes,
    catchAll: true,
    memoryMb: 512,
    timeoutSeconds: 5,
    variables: variablesOf(defaultEnv),
    access: {},
  },
];
