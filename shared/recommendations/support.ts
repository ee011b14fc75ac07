import type { Passage } from '#shared/knowledge/passages/find-passages.ts';
import type { Evidence } from './consensus.ts';
import type { Citation } from './recommendation.ts';

/** What the tenant's documents contribute to a draft. */
export interface Support {
  readonly evidence: readonly Evidence[];
  readonly citations: readonly Citation[];
  /** What the checker holds the draft against, best first. @default nothing */
  readonly passages?: readonly Passage[];
  /** The documents could not be asked, or not all of them. @default false */
  readonly degraded?: boolean;
}

/** Words that a passage must share with the topic of a draft; by chance it shares one or two. */
const LEAST_SHARED_TERMS = 3;
/** Passages that count as evidence and are shown: more would say the same. */
const MOST_EVIDENCE = 5;
const DAY_MS = 86_400_000;

/**
 * The passages that bear on a draft as evidence and citations. Where none does, the draft is judged as
 * if there were no documents. All of them stay to be checked against.
 */
export function supportOf(passages: readonly Passage[], at: Date): Support {
  const bearing = passages
    .filter(({ sharedTerms }) => sharedTerms >= LEAST_SHARED_TERMS)
    .slice(0, MOST_EVIDENCE);
  return {
    passages,
    evidence: bearing.map(({ authority, similarity, datedAt }) => ({
      authority,
      similarity,
      ageDays: (at.getTime() - Date.parse(datedAt ?? '')) / DAY_MS,
    })),
    citations: bearing.map(({ citation }) => citation),
  };
}
