import { distance } from 'fastest-levenshtein';

/**
 * The edits between a word and what was probably meant, or undefined when they are too far apart:
 * one edit or swap from six letters, two from nine; the first letter is right.
 */
export function slipBetween(written: string, meant: string): number | undefined {
  if (written[0] !== meant[0] || Math.max(written.length, meant.length) < 6) return undefined;
  const shorter = Math.min(written.length, meant.length);
  const allowed = shorter >= 9 ? 2 : 1;
  if (shorter < 5 || Math.abs(written.length - meant.length) > allowed) return undefined;
  if (isSwap(written, meant)) return 1;
  const edits = distance(written, meant);
  return edits <= allowed ? edits : undefined;
}

/** Two neighbours in the wrong order are one slip, although they are two edits. */
function isSwap(written: string, meant: string): boolean {
  const at = [...written].findIndex((letter, index) => letter !== meant[index]);
  if (at < 0) return false;
  const swapped = `${written[at + 1] ?? ''}${written[at]}`;
  return written.slice(0, at) + swapped + written.slice(at + 2) === meant;
}
