import type { ShelvedSet } from '../retrieval/shelve-set.ts';
import type { HalfSet } from './halves.ts';

/** Shares, 0 … 1. */
export interface AnswerScore {
  /** Of the questions that the documents answer. */
  readonly answered: number;
  /** Of the answered: those that cite a passage judged right. */
  readonly right: number;
  /** Of the questions that they do not answer: "not found". */
  readonly leftOpen: number;
  readonly unanswerable: number;
}

/** Asks every question and counts. */
export async function scoreAnswers(
  { answer }: Pick<ShelvedSet, 'answer'>,
  { answerable, unanswerable }: Pick<HalfSet, 'answerable' | 'unanswerable'>,
): Promise<AnswerScore> {
  let [answered, right, leftOpen] = [0, 0, 0];
  for (const { text, gains } of answerable) {
    const { found, cited } = await answer(text);
    if (found) answered += 1;
    if (cited.some((id) => gains.has(id))) right += 1;
  }
  for (const { text } of unanswerable) if (!(await answer(text)).found) leftOpen += 1;
  return {
    answered: shareOf(answered, answerable.length),
    right: shareOf(right, answered),
    leftOpen: shareOf(leftOpen, unanswerable.length),
    unanswerable: unanswerable.length,
  };
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
