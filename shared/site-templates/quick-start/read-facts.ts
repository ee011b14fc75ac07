import type { SecurityLevel } from '#shared/facility/values.ts';
import { asciiDigits } from './fold-text.ts';
import { phrasesIn } from './known-phrases.ts';
import { type LanguageData, languagesFrom } from './language-data.ts';
import type { CompanySize, QuickStartRequest } from './quick-start-request.ts';
import { type OpeningTime, readOpeningTime } from './read-opening-time.ts';
import { type Requirement, readRequirements } from './requirements.ts';

/** What was understood of a request; what was not is left out. */
export interface SiteFacts {
  readonly staffCount?: number | undefined;
  readonly opening?: OpeningTime | undefined;
  readonly securityLevel?: SecurityLevel | undefined;
  readonly requirements: readonly Requirement[];
}

/** Reads the facts beside the industry, each by itself. */
export function readFacts(request: QuickStartRequest): SiteFacts {
  const languages = languagesFrom(request.language);
  return {
    staffCount: request.staff_count ?? readStaffCount(request.size ?? '', languages),
    opening: readOpeningTime(request.operating_hours),
    securityLevel: readSecurityLevel(request.security_level ?? '', languages),
    requirements: readRequirements([request.special_requirements ?? []].flat()),
  };
}

/** People that a word for a size stands for. */
export const STAFF_OF_SIZE = {
  small: 10,
  medium: 25,
  large: 75,
  enterprise: 200,
} as const satisfies Record<CompanySize, number>;

function readStaffCount(text: string, languages: readonly LanguageData[]): number | undefined {
  const digits = /\d+/.exec(asciiDigits(text).replace(/(?<=\d)[.,'](?=\d{3})/g, ''));
  if (digits) return Number(digits[0]) || undefined;
  const size = firstSaid(text, ['enterprise', 'large', 'medium', 'small'], (word) =>
    languages.map(({ facts }) => facts.sizes[word]),
  );
  return size && STAFF_OF_SIZE[size];
}

const readSecurityLevel = (text: string, languages: readonly LanguageData[]) =>
  firstSaid(text, ['high', 'enhanced', 'basic'], (word) =>
    languages.map(({ facts }) => facts.security_levels[word]),
  );

/** The first of these words for which the text has a phrase, the reader's language before others. */
function firstSaid<const Word extends string>(
  text: string,
  words: readonly Word[],
  phrasesByLanguage: (word: Word) => readonly (readonly string[])[],
): Word | undefined {
  const languageCount = Math.max(...words.map((word) => phrasesByLanguage(word).length));
  for (let index = 0; index < languageCount; index += 1) {
    const said = words.find(
      (word) => phrasesIn(text, phrasesByLanguage(word)[index] ?? []).length > 0,
    );
    if (said) return said;
  }
  return undefined;
}
