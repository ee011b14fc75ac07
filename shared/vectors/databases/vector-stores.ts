import * as z from 'zod';
import { backendName } from './serving.ts';

/**
 * A deployment's backends, comma-separated: new tenants begin in the first; the others are ends of
 * migrations. The shelf is always there and need not be named.
 */
export const vectorStores = z
  .string()
  .default('shelf')
  .transform((names) => names.split(',').flatMap((name) => name.trim() || []))
  .pipe(z.array(backendName))
  .transform(([preferred = 'shelf', ...others]) => ({ preferred, others }));
export type VectorStores = z.output<typeof vectorStores>;

/** All backends of a deployment, the first of them for new tenants. */
export const backendsOf = ({ preferred, others }: VectorStores) => [
  ...new Set([preferred, ...others, 'shelf' as const]),
];
