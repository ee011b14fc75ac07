import type { SiteType } from '#shared/facility/values.ts';
import { ANY_SITE, DETERMINERS, SITE_WORDS } from './site-words.ts';
import { wholeWords } from './word-pattern.ts';

/** The site that a draft is about. */
export interface SiteInQuestion {
  readonly siteName: string;
  readonly siteType: SiteType;
}

/** Where a sentence stands. */
export interface Surroundings {
  /** Title and headings above it, outermost first. */
  readonly headings: readonly string[];
  /** The passage it is part of. */
  readonly text: string;
}

/**
 * Whether a sentence is about this site: it names it, speaks of its kind or of all sites and of no
 * other one by name, or it is a short line under headings that do so.
 */
export function concerns(sentence: string, around: Surroundings, site: SiteInQuestion): boolean {
  if (names(sentence, site.siteName)) return true;
  const kinds = kindsIn(sentence);
  if (kinds.length > 0 && !isOnly(kinds, site)) return false;
  if (namesAnother(sentence, site) || around.headings.some((line) => headsAnother(line, site)))
    return false;
  if (kinds.length > 0) return true;
  const inPassage = kindsIn([...around.headings, around.text].join('\n'));
  const speaksOfSites = wholeWords(ANY_SITE, 'iu').test(sentence);
  return (inPassage.length === 0 || isOnly(inPassage, site)) && (speaksOfSites || isLine(sentence));
}

const names = (text: string, name: string): boolean =>
  wholeWords(name.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'u').test(
    text.toLowerCase(),
  );

const KIND_PATTERNS = Object.entries(SITE_WORDS).map(
  ([kind, words]) => [kind, wholeWords(words, 'iu')] as const,
);

const kindsIn = (text: string): readonly string[] =>
  KIND_PATTERNS.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []));

const isOnly = (kinds: readonly string[], { siteType }: SiteInQuestion): boolean =>
  kinds.every((kind) => kind === siteType);

const ANY_KIND = Object.values(SITE_WORDS).join('|');
const NAME_BEFORE = wholeWords(`(?<name>[\\p{L}\\p{M}\\p{N}'’-]+)\\s+(?:${ANY_KIND})`, 'giu');
const NAME_AFTER = wholeWords(
  `(?:${ANY_KIND})\\s+(?:(?:in|at|of|de|à|en|von)\\s+)?(?<name>[\\p{L}\\p{M}\\p{N}'’-]+)(?![:.]\\d)`,
  'giu',
);

/** "The Riverside plant", "das Werk in Hamburg": a name is what is written like one. */
const namesAnother = (sentence: string, site: SiteInQuestion): boolean =>
  [...sentence.matchAll(NAME_BEFORE), ...sentence.matchAll(NAME_AFTER)].some(({ groups }) =>
    isForeign(groups?.['name'] ?? '', site),
  );

/** In headings all words may be capitals: only what stands before the kind is taken for a name. */
const headsAnother = (heading: string, site: SiteInQuestion): boolean =>
  [...heading.matchAll(NAME_BEFORE)].some(({ groups }) => isForeign(groups?.['name'] ?? '', site));

const isForeign = (word: string, { siteName }: SiteInQuestion): boolean =>
  /^[\p{Lu}\p{N}]/u.test(word) && !DETERMINERS.has(word.toLowerCase()) && !names(siteName, word);

/** A line of a list or table says its thing without a subject. */
const LINE_WORDS = 8;
const isLine = (sentence: string): boolean =>
  (sentence.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0) <= LINE_WORDS;
