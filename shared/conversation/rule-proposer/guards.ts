import { type Candidate, CERTAINTY } from './candidate.ts';
import { findAll, includes, type Reading, type Span } from './text/reading.ts';
import { clauseAt, sentenceAt } from './text/sentences.ts';

/** What stands around a value makes it less certain, or void: negations, doubts, other places and times. */
export function guard(reading: Reading, candidate: Candidate): Candidate[] {
  if (candidate.free) return [candidate];
  if (isDenied(reading, candidate)) return [];
  return [
    { ...candidate, confidence: Math.min(candidate.confidence, ceiling(reading, candidate)) },
  ];
}

/** Denied in front of it or behind it. */
export const isDenied = (reading: Reading, span: Span): boolean =>
  isNegated(reading, span) || isVoided(reading, span);

/** "not 40", "rather than 210": the value is named to be denied. */
export function isNegated(reading: Reading, span: Span): boolean {
  const clause = clauseAt(reading, span.start);
  return findAll(reading, reading.grammar.guards.negated).some(
    ({ start, end }) =>
      start >= clause.start && start < span.start && fewWords(reading, end, span.start),
  );
}

/** "24/7, but that's wrong": taken back in the same breath. */
const isVoided = (reading: Reading, { end }: Span): boolean =>
  findAll(reading, reading.grammar.guards.voided).some(
    ({ start }) =>
      start >= end && /^(?:[\s,;-]*|\s+[\p{L}\p{M}]+\s+)$/u.test(reading.text.slice(end, start)),
  );

/** Up to two words may stand between "not" and what it denies: "not a big warehouse". */
function fewWords({ text }: Reading, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return !/[:;]/.test(between) && between.trim().split(/\s+/).filter(Boolean).length <= 2;
}

function ceiling(reading: Reading, span: Span): number {
  const { elsewhere, unsure, hedged } = reading.grammar.guards;
  const sentence = sentenceAt(reading, span.start);
  const clause = clauseAt(reading, span.start);
  if (includes(reading, unsure, sentence) || includes(reading, elsewhere, clause)) {
    return CERTAINTY.unsure;
  }
  const doubtful = includes(reading, hedged, clause) || endsAsQuestion(reading, sentence);
  return doubtful ? CERTAINTY.hedged : 1;
}

const endsAsQuestion = ({ text }: Reading, { end }: Span): boolean => text.charAt(end) === '?';
