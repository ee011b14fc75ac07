import { checkAnswers } from './check-answers.ts';
import { checkDocuments } from './check-documents.ts';
import type { CheckInput } from './check-input.ts';
import { checkSchemas } from './check-schemas.ts';
import { checkSecurity } from './check-security.ts';
import { checkShifts } from './check-shifts.ts';
import { checkStructure } from './check-structure.ts';
import type { Verdict } from './consensus.ts';
import { FINDING_CODES, type Finding } from './finding.ts';

const RULES: readonly ((input: CheckInput) => Finding[])[] = [
  checkStructure,
  checkShifts,
  checkSecurity,
  checkAnswers,
  checkDocuments,
];

/**
 * Judges a draft without knowing how it was made. Order of findings is the order of the rules, which read
 * what the schemas promise: of a draft that breaks a schema nothing else is said.
 */
export function checkDraft(input: CheckInput): Finding[] {
  const malformed = checkSchemas(input);
  return malformed.length > 0 ? malformed : RULES.flatMap((rule) => rule(input));
}

/** What the findings mean for the consensus; each code counts once, however often it occurs. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const codes = [...new Set(findings.map(({ code }) => code))];
  const kinds = codes.map((code) => FINDING_CODES[code]);
  return {
    valid: !kinds.some(({ invalid }) => invalid),
    passed: kinds.length === 0,
    adjustment: kinds.length === 0 ? null : kinds.reduce((sum, { penalty }) => sum + penalty, 0),
    policyViolation: kinds.some(({ violates }) => violates),
  };
}
