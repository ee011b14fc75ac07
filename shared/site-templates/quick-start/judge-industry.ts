import { assignRoles, type JudgedMention } from './assign-roles.ts';
import { findMentions } from './find-mentions.ts';
import { languagesFrom, readerOf, UNSERVED } from './language-data.ts';
import { readWords } from './sentence.ts';

/** What the words about the industry say for one template. */
export interface IndustryEvidence {
  /** From 0, nothing, to 1, the text names this kind of site. */
  readonly value: number;
  /** Letters of the text that speak for the template; breaks ties. */
  readonly specificity: number;
  readonly reason: string;
}

export interface IndustryJudgement {
  readonly evidenceFor: (templateId: string) => IndustryEvidence;
  /** The words for a kind of site that no template is made for. */
  readonly unserved: readonly string[];
}

/** Reads free text about an industry, in any of the six languages. */
export function judgeIndustry(text: string, language?: string): IndustryJudgement {
  const words = readWords(text);
  const mentions = assignRoles(
    words,
    findMentions(words, languagesFrom(language)),
    readerOf(language),
  );
  const about = (industry: string) => mentions.filter(({ term }) => term.industry === industry);
  return {
    evidenceFor: (templateId) => evidenceIn(about(templateId)),
    unserved: about(UNSERVED)
      .filter(({ role }) => role === 'head')
      .map(({ phrase }) => phrase.written),
  };
}

function evidenceIn(mentions: readonly JudgedMention[]): IndustryEvidence {
  const strongest = mentions.toSorted((a, b) => evidenceOf(b) - evidenceOf(a))[0];
  if (!strongest) return { value: 0, specificity: 0, reason: 'the industry is not mentioned' };
  const lengths = mentions.map(({ phrase }) => phrase.folded.length);
  return {
    value: evidenceOf(strongest),
    specificity: lengths.reduce((sum, length) => sum + length, 0),
    reason: reasonOf(strongest),
  };
}

/** Shares of full evidence, tuned on example requests; what they multiply to is at most 1. */
const STRENGTH = { names: 1, hints: 0.6 } as const;
const ROLE = { head: 1, modifier: 0.45 } as const;
const SPELLING = { known: 1, compound: 1, slip: 0.9 } as const;

const evidenceOf = ({ term, role, spelling }: JudgedMention): number =>
  STRENGTH[term.strength] * ROLE[role] * SPELLING[spelling];

function reasonOf({ phrase, term, role, spelling }: JudgedMention): string {
  const verb = term.strength === 'names' ? 'names such a site' : 'points to such a site';
  const slip = spelling === 'slip' ? ', allowing for a slip of the pen' : '';
  const aside = role === 'modifier' ? ', but only in passing' : '';
  return `“${phrase.written}” ${verb}${slip}${aside}`;
}
