import { entityIdOf } from '#shared/resources/entity-id.ts';
import type { ResourceDraft } from '#shared/resources/resource.ts';
import type { FilledSlots } from '#shared/slots/slot-values.ts';
import { checkDraft, verdictOf } from './checker.ts';
import { type Consensus, consensus, rounded } from './consensus.ts';
import { type DraftFacts, draftFacts } from './draft-facts.ts';
import type { Finding } from './finding.ts';
import { makeDraft } from './maker.ts';
import { explain, type ReasonWords } from './reasons.ts';
import { type Citation, type Recommendation, recommendation } from './recommendation.ts';
import { withSecondOpinion } from './second-opinion.ts';
import { base32Digest } from './site-code.ts';
import type { Support } from './support.ts';

export interface RecommendInput {
  readonly sessionId: string;
  readonly slots: FilledSlots;
  /** BCP 47, for what is called something by us. @default English */
  readonly language?: string;
  readonly support: Support;
  /** How reasons are said. */
  readonly words: ReasonWords;
  /** Off when the checker's flag is off; the score then says so by its agreement term. */
  readonly checker: boolean;
  /** What an independent check of the same draft by a model has found. @default nobody was asked */
  readonly secondOpinion?: readonly Finding[];
}

export interface RecommendedDraft {
  readonly drafts: readonly ResourceDraft[];
  readonly recommendations: readonly Recommendation[];
  readonly consensus: Consensus;
  readonly findings: readonly Finding[];
}

/** Maker, checker, consensus: filled slots in, judged recommendations out. Same input, same output. */
export function recommend(input: RecommendInput): RecommendedDraft {
  const facts = draftFacts(input.sessionId, input.slots, input.language);
  const drafts = makeDraft(facts);
  const { passages = [] } = input.support;
  const findings = input.checker
    ? withSecondOpinion(checkDraft({ drafts, facts, passages }), input.secondOpinion ?? [])
    : [];
  const judged = shown(
    consensus({
      evidence: input.support.evidence,
      verdict: input.checker ? verdictOf(findings) : null,
      makerConfidence: facts.confidence,
    }),
  );
  const present = presenter(input, facts, judged, findings);
  return { drafts, recommendations: drafts.map(present), consensus: judged, findings };
}

/** What is decided by the exact score is shown with four digits. */
const shown = ({ confidence, decision, terms }: Consensus): Consensus => ({
  confidence: rounded(confidence),
  decision,
  terms: terms.map(({ name, value, weight, contribution }) => ({
    name,
    value: rounded(value),
    weight: rounded(weight),
    contribution: rounded(contribution),
  })),
});

const presenter =
  (input: RecommendInput, facts: DraftFacts, judged: Consensus, findings: readonly Finding[]) =>
  (draft: ResourceDraft, index: number): Recommendation => {
    const own = findings.filter((finding) => concerns(finding, draft, index));
    return recommendation.parse({
      recommendation_id: recommendationIdOf(input.sessionId, draft),
      entity_type: draft.kind,
      action: 'create',
      data: draft.data,
      confidence_score: judged.confidence,
      score_terms: [...judged.terms],
      reasons: [...explain(draft, facts, own, input.words), ...(index === 0 ? caveats(input) : [])],
      citations: citationsOf(own, input.support),
    });
  };

const caveats = ({ support, words }: RecommendInput): string[] =>
  support.degraded ? [words.say('reason.degraded')] : [];

/** First what speaks against it, then what bears on the draft as a whole; each passage once. */
function citationsOf(findings: readonly Finding[], { citations }: Support): Citation[] {
  const against = findings.flatMap(({ citation }) => (citation ? [citation] : []));
  const all = [...against, ...citations];
  return all.filter((one, at) => all.findIndex((other) => isSamePlace(one, other)) === at);
}

const isSamePlace = (one: Citation, other: Citation): boolean =>
  one.document_id === other.document_id && one.quote === other.quote;

/** Without a place a finding is about all drafts of its kind. */
const concerns = (
  { pointer, entityType }: Finding,
  draft: ResourceDraft,
  index: number,
): boolean =>
  pointer === '' ? entityType === draft.kind : pointer.split('/')[1] === String(index);

/** Stable, so that drafting again keeps the ids a person may already have on the screen. */
const recommendationIdOf = (sessionId: string, draft: ResourceDraft): string =>
  `rec_${base32Digest(`${sessionId}/${entityIdOf(draft)}`, 16).toLowerCase()}`;
