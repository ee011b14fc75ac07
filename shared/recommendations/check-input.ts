import type { Passage } from '#shared/knowledge/passages/find-passages.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { DraftFacts } from './draft-facts.ts';

/** What one rule looks at: the drafts as they would be applied, and what person and documents said. */
export interface CheckInput {
  readonly drafts: readonly ResourceDraft[];
  readonly facts: DraftFacts;
  /** Passages of the tenant's documents that may bear on the draft. @default none */
  readonly passages?: readonly Passage[];
}
