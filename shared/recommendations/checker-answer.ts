import * as z from 'zod';
import { strictAnswer } from '#shared/language-model/strict-answer.ts';
import type { FindingCode } from './finding.ts';

/** What a model can judge, each in our own words: what it writes itself is never shown. */
export const JUDGED = {
  differs_from_answers: 'A value is not what was said',
  hours_not_covered: 'Nobody is on shift during a part of the opening hours',
  shift_outside_hours: 'A shift works while the site is closed',
  people_exceed_users: 'The shifts need more people than are expected',
  gps_missing: 'Enhanced and high security need GPS',
  inactivity_alarm_missing: 'High security needs the inactivity alarm',
  distance_too_wide: 'The permitted distance is wider than the level allows',
  level_mismatch: 'The security level is not the one that was asked for',
  basic_security_for_many: 'Basic security for this many people is a high risk',
  duplicate_resource: 'Something is there twice',
  contradicts_documents: 'It contradicts a document of the company',
} as const satisfies Partial<Record<FindingCode, string>>;

type JudgedCode = keyof typeof JUDGED;

const isJudged = (code: string): code is JudgedCode => Object.hasOwn(JUDGED, code);
const judgedCodes: readonly JudgedCode[] = Object.keys(JUDGED).filter(isJudged);

/** What a model answers to the prompt `check-draft`. */
export const checkerAnswer = strictAnswer(
  z.strictObject({
    findings: z.array(
      z.strictObject({
        code: z.enum(judgedCodes),
        draft: z.number(),
        field: z.string(),
        passage: z.number().nullable(),
      }),
    ),
  }),
);
export type CheckerAnswer = z.infer<typeof checkerAnswer>;
