import * as z from 'zod';

/** How much a document's word counts. */
export const authority = z.enum(['low', 'medium', 'high', 'official']);
type Authority = z.infer<typeof authority>;

const AUTHORITY_WEIGHTS: Readonly<Record<Authority, number>> = {
  official: 1,
  high: 0.8,
  medium: 0.6,
  low: 0.3,
};

/** The weight of a stored authority; what is not said counts as medium. */
export function authorityWeight(value: string | undefined): number {
  const known = authority.safeParse(value);
  return AUTHORITY_WEIGHTS[known.success ? known.data : 'medium'];
}
