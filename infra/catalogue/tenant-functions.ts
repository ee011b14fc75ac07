import { routes as tenantRoutes } from '#functions/http/tenants/contract.ts';
import { envSchema as tenantsEnv } from '#functions/http/tenants/env.ts';
import { envSchema as signInEnv } from '#functions/trigger/sign-in/env.ts';
import type { FunctionSpec } from './function-spec.ts';
import { WITH_CALLER } from './table-actions.ts';
import { variablesOf } from './variables.ts';

/** Tenants, their people and settings. */
export const TENANT_FUNCTIONS: readonly FunctionSpec[] = [
  {
    trigger: 'http',
    folder: 'http/tenants',
    routes: tenantRoutes,
    memoryMb: 512,
    timeoutSeconds: 15,
    variables: variablesOf(tenantsEnv),
    access: { table: [...WITH_CALLER, 'Query'] },
  },
  {
    trigger: 'trigger',
    folder: 'trigger/sign-in',
    memoryMb: 512,
    // The user pool gives up after five seconds.
    timeoutSeconds: 5,
    variables: variablesOf(signInEnv),
    access: { table: ['BatchGetItem', 'PutItem', 'DeleteItem'] },
  },
];
