import * as z from 'zod';

/** How much a document's word counts. */
export const authority = z.enum(['low', 'medium', 'high', 'official']);
export type Authority = z.infer<typeof authority>;

const AUTHORITY_WEIGHTS: Readonly<Record<Authority, number>> = {
  official: 1,
  high: 0.8,
  medium: 0.6,
  low: 0.3,
};

/** A stored authority; what is not said counts as medium. */
export const authorityOf = (value: string | undefined): Authority =>
  authority.safeParse(value).data ?? 'medium';

export const authorityWeight = (value: string | undefined): number =>
  AUTHORITY_WEIGHTS[authorityOf(value)];
