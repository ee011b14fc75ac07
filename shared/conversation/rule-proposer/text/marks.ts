/**
 * What has been read is replaced, unit by unit, by these private-use characters (fold.ts keeps them out
 * of messages): later patterns see that there is a number, and offsets stay what they were.
 */
export const MARK = {
  number: '\uE000',
  numberRest: '\uE001',
  time: '\uE002',
  timeRest: '\uE003',
  hidden: '\uE00F',
} as const;

/** The text with [start, end) replaced by a first mark and as many more as it takes. */
export function withMark(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  first: string,
  rest: string = first,
): string {
  return text.slice(0, start) + first + rest.repeat(end - start - 1) + text.slice(end);
}
