import { DocumentRejectedError } from '../errors.ts';

/** Characters a document may have: as many as a text of the largest size that is taken. */
export const MAX_CHARACTERS = 50 * 1024 * 1024;

/** Elements of HTML, or values of JSON, inside one another; pages that people write have a few dozen. */
const MAX_DEPTH = 500;

/** @throws DocumentRejectedError for a small file that unpacks to a large one */
export function refuseTooLong(characters: number, most = MAX_CHARACTERS): void {
  if (characters > most)
    throw new DocumentRejectedError('The file unpacks to more text than is allowed');
}

/** @throws DocumentRejectedError before recursion could exhaust the stack */
export function refuseTooDeep(depth: number): void {
  if (depth > MAX_DEPTH)
    throw new DocumentRejectedError(
      `The file is nested more than ${MAX_DEPTH} levels deep and cannot be read`,
    );
}
