import * as z from 'zod';
import { authority } from '../authority.ts';
import { piiKind } from '../curation/pii/pii.ts';
import { DOCUMENT_STATES } from './document-state.ts';

const count = z.int().min(0);
/** The most frequent ones. */
const labelCounts = z.record(z.string(), count);
const piiCounts = z.partialRecord(piiKind, count);

/** What a tenant's knowledge is made of. Wire shape. */
export const knowledgeStats = z.object({
  documents: count,
  chunks: count,
  by_state: z.partialRecord(z.enum(DOCUMENT_STATES), count),
  /** Of what search can find. */
  by_authority: z.partialRecord(authority, count),
  /** Published documents by the days since their last change. */
  freshness: z.object({ under_30: count, under_180: count, under_365: count, older: count }),
  coverage: z.object({
    /** Of all documents, how many search can find. */
    published_share: z.number().min(0).max(1),
    /** Published documents by what is said of them; one can have several tags. */
    by_tag: labelCounts,
    by_language: labelCounts,
    by_jurisdiction: labelCounts,
    by_industry: labelCounts,
  }),
  /** Published documents by the vector spaces they are complete in. */
  by_space: z.record(z.string(), count),
  /** Published documents that lack vectors of a space: how many, and of how many chunks. */
  stranded: z.object({ documents: count, chunks: count }),
  /** Documents that say nearly the same as another. */
  near_duplicates: count,
  /** Documents with words about who may have them. */
  licence_notices: count,
  /** How much personal data was found, by what became of it. */
  pii: z.object({ masked: piiCounts, kept: piiCounts }),
});
export type KnowledgeStats = z.output<typeof knowledgeStats>;
