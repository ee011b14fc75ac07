import { BACKGROUND_FUNCTIONS } from './background-functions.ts';
import type { FunctionSpec } from './function-spec.ts';

/**
 * Every function of the product: one entry per folder below `functions/` (a test holds the two in
 * step). Stacks, roles, bundles and the environment are made from this list alone.
 */
export const FUNCTIONS: readonly FunctionSpec[] = [...BACKGROUND_FUNCTIONS];
