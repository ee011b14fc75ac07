import { visibleText } from '#shared/facility/values.ts';

/** What makes a reader, a browser or a mail program do something: links, addresses, markup. */
const LIVE = [
  /[a-z][a-z0-9+.-]*:\/\//i,
  /\b(?:javascript|data|mailto):/i,
  /\bwww\./i,
  /\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\//i,
  /\S@[\w-]+\.\w/,
  /<[a-z!/?][^<>]*>/i,
  /\]\s*\(/,
] as const;

/** A name of 1 to `max` characters for something of a company; no link, address or markup is one. */
export const properName = (max: number) =>
  visibleText(max).refine((name) => !LIVE.some((live) => live.test(name)), {
    message: 'must be a name, not a link, an address or markup',
  });
