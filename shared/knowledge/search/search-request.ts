import * as z from 'zod';
import { authority } from '../authority.ts';

export const MAX_RESULTS = 50;

/** What search may be narrowed to; several values of one name are alternatives. One that no document has finds nothing. */
export const searchFilter = z
  .object({
    authority: z.array(authority),
    source: z.array(z.string()),
    tags: z.array(z.string()),
    jurisdiction: z.array(z.string()),
    industry: z.array(z.string()),
    language: z.array(z.string()),
    document_id: z.array(z.string()),
  })
  .partial();
export type SearchFilter = z.infer<typeof searchFilter>;

export const searchMode = z.enum(['hybrid', 'semantic', 'keyword']);
export type SearchMode = z.infer<typeof searchMode>;

export interface SearchRequest {
  readonly query: string;
  readonly mode: SearchMode;
  readonly max_results: number;
  readonly filter?: SearchFilter;
}

/** One found chunk. Wire shape. */
const searchResult = z.object({
  document_id: z.string(),
  title: z.string(),
  heading_path: z.array(z.string()),
  page: z.int().nullable(),
  text: z.string(),
  score: z.number().min(0).max(1),
  citation: z.object({ quote: z.string(), start: z.int(), end: z.int() }),
});

export const searchAnswer = z.object({
  query: z.string(),
  mode: searchMode,
  /** True when part of the search could not run and the results are poorer for it. */
  degraded: z.boolean(),
  results: z.array(searchResult).max(MAX_RESULTS),
});
export type SearchAnswer = z.output<typeof searchAnswer>;
