import { type SearchFilter, searchFilter } from '#shared/knowledge/search/search-request.ts';

/** Filter parameters as the address spells them: `tags=fire,night`. */
export type FilterParameters = Readonly<Partial<Record<keyof SearchFilter, string | undefined>>>;

/** The values of each parameter that is there and says something. */
export function readFilter(parameters: FilterParameters): SearchFilter {
  const lists = Object.entries(parameters).flatMap(([name, text = '']) => {
    const values = text
      .split(',')
      .map((value) => value.trim())
      .filter(Boolean);
    return values.length > 0 ? [[name, values] as const] : [];
  });
  return searchFilter.parse(Object.fromEntries(lists));
}
