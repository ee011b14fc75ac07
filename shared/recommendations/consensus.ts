import type { ScoreTerm } from './recommendation.ts';

/**
 * Consensus of maker and checker: how far a draft can be trusted.
 *
 *   confidence = (.3 coverage + .4 agreement + .1 freshness + .2 policy + maker confidence) / 2
 *
 * Without documents coverage and freshness drop out and the other two weights are scaled to 1, so a
 * tenant is not punished for having uploaded nothing. Every input is in [0, 1], hence the score too.
 * The constants of the formula live here and nowhere else (product definition, section 3).
 */
const CONSENSUS_WEIGHTS = {
  coverage: 0.3,
  agreement: 0.4,
  freshness: 0.1,
  policy: 0.2,
} as const;

const AUTHORITY_WEIGHTS = { official: 1, high: 0.8, medium: 0.6, low: 0.3 } as const;
type Authority = keyof typeof AUTHORITY_WEIGHTS;

/** A fully similar passage of a "high" document counts as whole coverage. */
const COVERAGE_FULL_AT = 0.8;

const AGREEMENT = { noChecker: 0.5, invalid: 0.2, noneFound: 1 } as const;
/** Agreement by the checker's adjustment: the first row whose bound the adjustment exceeds. */
const AGREEMENT_BY_ADJUSTMENT = [
  { above: 0, agreement: 0.9 },
  { above: -0.1, agreement: 0.7 },
  { above: -0.3, agreement: 0.4 },
  { above: Number.NEGATIVE_INFINITY, agreement: 0.1 },
] as const;

const FRESHNESS_BY_AGE = [
  { underDays: 30, freshness: 1 },
  { underDays: 180, freshness: 0.8 },
  { underDays: 365, freshness: 0.6 },
  { underDays: 1095, freshness: 0.4 },
  { underDays: Number.POSITIVE_INFINITY, freshness: 0.2 },
] as const;

const POLICY = { base: 0.7, passed: 0.2, failed: -0.3, inLine: 0.1, violation: -0.4 } as const;

const APPROVE_FROM = { confidence: 0.7, agreement: 0.6 } as const;
const MODIFY_FROM = { confidence: 0.4 } as const;

/** A passage that supports the draft. `similarity` 0 to 1. */
export interface Evidence {
  readonly authority: Authority;
  readonly similarity: number;
  readonly ageDays: number;
}

/** What the checker said; null when none ran. `adjustment` is null when it found nothing. */
export interface Verdict {
  readonly valid: boolean;
  readonly passed: boolean;
  readonly adjustment: number | null;
  readonly policyViolation: boolean;
}

export interface ConsensusInput {
  readonly evidence: readonly Evidence[];
  readonly verdict: Verdict | null;
  /** Mean confidence of the required slots, 0 to 1. */
  readonly makerConfidence: number;
}

type Decision = 'approve' | 'modify' | 'escalate';

export interface Consensus {
  readonly confidence: number;
  readonly decision: Decision;
  readonly terms: readonly ScoreTerm[];
}

/** Score and decision, with every term. The contributions add up to the confidence. */
export function consensus({ evidence, verdict, makerConfidence }: ConsensusInput): Consensus {
  const agreement = agreementOf(verdict);
  const weights = weightsFor(evidence.length > 0);
  const terms = [
    term('coverage', coverageOf(evidence), weights.coverage),
    term('agreement', agreement, weights.agreement),
    term('freshness', freshnessOf(evidence), weights.freshness),
    term('policy', policyOf(verdict), weights.policy),
    term('maker_confidence', clamp(makerConfidence), 1 / 2),
  ].filter(({ weight }) => weight > 0);
  const confidence = clamp(terms.reduce((sum, { contribution }) => sum + contribution, 0));
  return { confidence, decision: decide(confidence, agreement), terms };
}

function weightsFor(hasDocuments: boolean) {
  const { coverage, agreement, freshness, policy } = CONSENSUS_WEIGHTS;
  if (hasDocuments) {
    return {
      coverage: coverage / 2,
      agreement: agreement / 2,
      freshness: freshness / 2,
      policy: policy / 2,
    };
  }
  const rest = agreement + policy;
  return { coverage: 0, agreement: agreement / rest / 2, freshness: 0, policy: policy / rest / 2 };
}

function coverageOf(evidence: readonly Evidence[]): number {
  const weighted = evidence.map(
    (piece) => AUTHORITY_WEIGHTS[piece.authority] * clamp(piece.similarity),
  );
  const sum = weighted.reduce((total, weight) => total + weight, 0);
  return evidence.length === 0 ? 0 : Math.min(1, sum / (COVERAGE_FULL_AT * evidence.length));
}

/** The mean over the passages: one old appendix does not make a fresh handbook stale. */
function freshnessOf(evidence: readonly Evidence[]): number {
  if (evidence.length === 0) return 0;
  return evidence.reduce((sum, piece) => sum + freshnessAt(piece.ageDays), 0) / evidence.length;
}

const freshnessAt = (ageDays: number): number =>
  FRESHNESS_BY_AGE.find(({ underDays }) => ageDays < underDays)?.freshness ?? 0.2;

function agreementOf(verdict: Verdict | null): number {
  if (!verdict) return AGREEMENT.noChecker;
  if (!verdict.valid) return AGREEMENT.invalid;
  const { adjustment } = verdict;
  if (adjustment === null) return AGREEMENT.noneFound;
  return AGREEMENT_BY_ADJUSTMENT.find(({ above }) => adjustment > above)?.agreement ?? 0.1;
}

function policyOf(verdict: Verdict | null): number {
  if (!verdict) return POLICY.base;
  const check = verdict.passed ? POLICY.passed : POLICY.failed;
  return clamp(POLICY.base + check + (verdict.policyViolation ? POLICY.violation : POLICY.inLine));
}

function decide(confidence: number, agreement: number): Decision {
  if (confidence >= APPROVE_FROM.confidence && agreement >= APPROVE_FROM.agreement)
    return 'approve';
  return confidence >= MODIFY_FROM.confidence ? 'modify' : 'escalate';
}

const term = (name: ScoreTerm['name'], value: number, weight: number): ScoreTerm => ({
  name,
  value,
  weight,
  contribution: value * weight,
});

/** Scores are shown with four digits: 0.9999999999999999 is 1. */
export const rounded = (score: number): number => Math.round(score * 10_000) / 10_000;

/** Not-a-number counts as no support at all. */
const clamp = (value: number): number =>
  Number.isNaN(value) ? 0 : Math.min(1, Math.max(0, value));
