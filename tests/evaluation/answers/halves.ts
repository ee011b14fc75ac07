import type { RetrievalSet } from '../retrieval/retrieval-set.ts';

/** A set of which only half of the documents are there: what the other half answers, nobody knows. */
export interface HalfSet {
  readonly set: RetrievalSet;
  readonly answerable: RetrievalSet['questions'];
  readonly unanswerable: RetrievalSet['questions'];
}

/**
 * Both halves of a set, document by document. The questions about the missing half are of the same
 * kind, language and style as the others, which makes them the hardest to leave unanswered.
 */
export function halvesOf({ name, passages, questions }: RetrievalSet): readonly HalfSet[] {
  const documents = [...new Set(passages.map(({ id }) => documentOf(id)))];
  return [0, 1].map((half) => {
    const there = new Set(documents.filter((_, at) => at % 2 === half));
    const isThere = (id: string) => there.has(documentOf(id));
    const isAnswerable = ({ gains }: RetrievalSet['questions'][number]) =>
      [...gains.keys()].some(isThere);
    return {
      set: { name, passages: passages.filter(({ id }) => isThere(id)), questions: [] },
      answerable: questions.filter(isAnswerable),
      unanswerable: questions.filter((question) => !isAnswerable(question)),
    };
  });
}

/** Ids of passages are `<document>-<number>`. */
const documentOf = (id: string): string => id.replace(/-\d+$/, '');
