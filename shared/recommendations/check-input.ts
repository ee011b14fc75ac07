import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { DraftFacts } from './draft-facts.ts';

/** What one rule looks at: the drafts as they would be applied, and what the person said. */
export interface CheckInput {
  readonly drafts: readonly ResourceDraft[];
  readonly facts: DraftFacts;
}
