import { type SecurityLevel, securityLevel } from '#shared/facility/values.ts';
import { asciiDigits } from './fold-text.ts';
import { phrasesIn } from './known-phrases.ts';
import { type LanguageData, languagesFrom } from './language-data.ts';
import { type CompanySize, companySize, type QuickStartRequest } from './quick-start-request.ts';
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
const STAFF_OF_SIZE = {
  small: 10,
  medium: 25,
  large: 75,
  enterprise: 200,
} as const satisfies Record<CompanySize, number>;

function readStaffCount(text: string, languages: readonly LanguageData[]): number | undefined {
  const digits = /\d+/.exec(asciiDigits(text).replace(/(?<=\d)[.,'](?=\d{3})/g, ''));
  if (digits) return Number(digits[0]) || undefined;
  const size = wordSaid(text, languages, companySize.options, ({ sizes }) => sizes);
  return size && STAFF_OF_SIZE[size];
}

const readSecurityLevel = (text: string, languages: readonly LanguageData[]) =>
  wordSaid(text, languages, securityLevel.options, ({ security_levels }) => security_levels);

/** Which of these words the text says: by its longest phrase, then in the reader's language. */
function wordSaid<Word extends string>(
  text: string,
  languages: readonly LanguageData[],
  words: readonly Word[],
  phrasesOf: (facts: LanguageData['facts']) => Record<Word, readonly string[]>,
): Word | undefined {
  return languages
    .flatMap(({ facts }) =>
      words.flatMap((word) =>
        phrasesIn(text, phrasesOf(facts)[word]).map(({ length }) => ({ word, length })),
      ),
    )
    .sort((a, b) => b.length - a.length)[0]?.word;
}
