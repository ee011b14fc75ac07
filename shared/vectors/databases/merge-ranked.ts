import type { NearRow } from './vector-database.ts';

/** The best of several answers: exact, because each holds the best of its part. */
export const mergeRanked = (
  answers: readonly (readonly NearRow[])[],
  limit: number,
): readonly NearRow[] => answers.flat().sort(byScore).slice(0, limit);

const byScore = (left: NearRow, right: NearRow): number =>
  right.score - left.score ||
  compare(left.document_id, right.document_id) ||
  left.ordinal - right.ordinal;

const compare = (left: string, right: string): number =>
  left === right ? 0 : left < right ? -1 : 1;
