import { distance } from 'fastest-levenshtein';

/**
 * The edits between a word and what was probably meant, or undefined when they are too far apart:
 * a swap from four letters, one edit from six, two from nine; the first letter is right.
 */
export function slipBetween(written: string, meant: string): number | undefined {
  if (written === meant) return 0;
  if (written[0] !== meant[0]) return undefined;
  const allowed = editsAllowed(written.length, meant.length);
  if (Math.abs(written.length - meant.length) > allowed) return undefined;
  if (written.length >= 4 && isSwap(written, meant)) return 1;
  const edits = allowed > 0 ? distance(written, meant) : 1;
  return edits <= allowed ? edits : undefined;
}

function editsAllowed(length: number, otherLength: number): number {
  if (Math.max(length, otherLength) < 6 || Math.min(length, otherLength) < 5) return 0;
  return Math.min(length, otherLength) >= 9 ? 2 : 1;
}

/** Two neighbours in the wrong order are one slip, although they are two edits. */
function isSwap(written: string, meant: string): boolean {
  if (written.length !== meant.length) return false;
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  if (at < 0) return false;
  const swapped = `${written[at + 1] ?? ''}${written[at]}`;
  return written.slice(0, at) + swapped + written.slice(at + 2) === meant;
}
