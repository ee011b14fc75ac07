import * as z from 'zod';
import ar from '#templates/quick-start/languages/ar.json' with { type: 'json' };
import de from '#templates/quick-start/languages/de.json' with { type: 'json' };
import en from '#templates/quick-start/languages/en.json' with { type: 'json' };
import es from '#templates/quick-start/languages/es.json' with { type: 'json' };
import fr from '#templates/quick-start/languages/fr.json' with { type: 'json' };
import hi from '#templates/quick-start/languages/hi.json' with { type: 'json' };

const phrases = z.array(z.string().min(1));

/** `names` say what a site is (hospital); `hints` only point to it (patients). */
const industryWords = z.strictObject({ names: phrases, hints: phrases });

/** What the quick start knows of one language: a little grammar, and words. */
const languageData = z.strictObject({
  language: z.string().length(2),
  /** Where the noun that says what a thing is stands: `medical factory`, `fábrica médica`. */
  head: z.enum(['first', 'last']),
  /** Words after which comes what the thing is for, of or with. */
  subordinators: phrases,
  conjunctions: phrases,
  negations: phrases,
  /** Inflections: a word may end like this where its dictionary form ends like that. */
  endings: z.array(z.strictObject({ ending: z.string().min(1), becomes: z.string() })),
  /** What is written together with the word after it, such as the Arabic article. */
  prefixes: phrases,
  /** Words that say what a compound is when they end it, as in `Möbelfabrik`. */
  compounds: phrases,
  /** By template id; `unserved` are the kinds of site that no template is made for. */
  industries: z.record(z.string(), industryWords),
  facts: z.strictObject({
    sizes: z.strictObject({
      small: phrases,
      medium: phrases,
      large: phrases,
      enterprise: phrases,
    }),
    security_levels: z.strictObject({ basic: phrases, enhanced: phrases, high: phrases }),
    around_the_clock: phrases,
    three_shifts: phrases,
    two_shifts: phrases,
  }),
});
export type LanguageData = z.infer<typeof languageData>;

export const UNSERVED = 'unserved';

const ENGLISH = languageData.parse(en);

/** English first, because it is what people fall back to. */
export const LANGUAGES: readonly LanguageData[] = [
  ENGLISH,
  ...[es, fr, de, hi, ar].map((data) => languageData.parse(data)),
];

/** The language of a BCP 47 tag; English where it is none of ours. */
export function readerOf(tag: string | undefined): LanguageData {
  const wanted = tag?.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find(({ language }) => language === wanted) ?? ENGLISH;
}

/** All languages, that of this BCP 47 tag first, then English. */
export function languagesFrom(tag: string | undefined): readonly LanguageData[] {
  const reader = readerOf(tag);
  return [reader, ...LANGUAGES.filter((data) => data !== reader)];
}
