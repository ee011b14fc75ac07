import { routes as defaultRoutes } from '#functions/http/default/contract.ts';
import { envSchema as defaultEnv } from '#functions/http/default/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { variablesOf } from './variables.ts';

/** The API itself. */
export const PLATFORM_FUNCTIONS: readonly FunctionSpec[] = [
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
