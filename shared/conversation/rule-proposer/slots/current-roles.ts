import { type Candidate, CERTAINTY, type ReadInput } from '../candidate.ts';
import type { Span } from '../text/reading.ts';

/** What is there to be changed: the roles that were said, else those that would be offered. */
export const currentRoles = ({ slots, suggested }: ReadInput['input']): readonly string[] =>
  slots.staff_roles?.value ?? suggested.staff_roles ?? [];

/** Roles that were read in a piece of the text, each once. */
export const rolesCandidate = (
  codes: readonly string[],
  { start, end }: Span,
  confidence: number = CERTAINTY.stated,
): Candidate => ({ slot: 'staff_roles', value: [...new Set(codes)], start, end, confidence });
