import { isDeepStrictEqual } from 'node:util';
import { isFreeText } from './free-text.ts';
import { DIALOGUE_POLICY } from './policy.ts';
import type { Proposal } from './proposer.ts';

/** Where rules and model disagree the person is asked, first about what the rules read. */
const DISPUTED = { byRules: 0.55, byModel: 0.5 } as const;

/**
 * What rules and model read together. Alone, either is taken at its word; agreeing, the more certain
 * counts; contradicting each other, neither is certain enough to be taken. A doubt of the model says
 * nothing against a rule.
 */
export function combineProposals(
  byRules: readonly Proposal[],
  byModel: readonly Proposal[],
): readonly Proposal[] {
  const read = new Set(byRules.map(({ slot }) => slot));
  const added = byModel.filter(
    (other) => !read.has(other.slot) && !byRules.some((rule) => countsTheSame(rule, other)),
  );
  return [
    ...byRules.flatMap((rule) => judged(rule, byModel)),
    ...disputes(byRules, byModel),
    ...added,
  ];
}

function judged(rule: Proposal, byModel: readonly Proposal[]): Proposal {
  const other = byModel.find(({ slot }) => slot === rule.slot);
  if (!other || isPartOf(rule, other)) return rule;
  if (agrees(rule.value, other.value))
    return { ...rule, value: other.value, confidence: Math.max(rule.confidence, other.confidence) };
  if (!isCertain(other)) return rule;
  return { ...rule, confidence: Math.min(rule.confidence, DISPUTED.byRules) };
}

/** The model's side of each contradiction: kept, so that the turn shows what was weighed. */
const disputes = (byRules: readonly Proposal[], byModel: readonly Proposal[]): Proposal[] =>
  byModel.flatMap((other) => {
    const rules = byRules.filter(({ slot }) => slot === other.slot);
    const disputed =
      rules.length > 0 &&
      !rules.some((rule) => agrees(rule.value, other.value) || isPartOf(rule, other));
    return disputed && isCertain(other) ? [{ ...other, confidence: DISPUTED.byModel }] : [];
  });

/** An answer in one's own words is kept whole; who takes a part of it for the matter has not misread it. */
const isPartOf = (rule: Proposal, { slot, value }: Proposal): boolean =>
  isFreeText(slot) && String(rule.value).includes(String(value));

/** "Twelve on the late shift": a number that the rules have read is not also that of something else. */
const countsTheSame = ({ value }: Proposal, other: Proposal): boolean =>
  typeof value === 'number' && value === other.value;

const isCertain = ({ confidence }: Proposal): boolean => confidence >= DIALOGUE_POLICY.acceptFrom;

/** The same, or half of the hours where the other side has both halves. */
export function agrees(rule: unknown, other: unknown): boolean {
  if (isDeepStrictEqual(rule, other)) return true;
  if (!isRecord(rule) || !isRecord(other)) return false;
  return Object.entries(rule).every(([field, value]) => isDeepStrictEqual(other[field], value));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
