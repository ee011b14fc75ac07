/**
 * The last place in `from < place <= to` where a new character begins for who reads it, so that no
 * letter is cut from its marks, no flag and no family in two. `from` must be such a place itself.
 * Undefined where one character reaches from the one to beyond the other.
 */
export function lastCharacterStart(text: string, from: number, to: number): number | undefined {
  if (isPlainStart(text, to)) return to;
  // What comes after does not matter to where a character begins, but for its first code point.
  const segments = graphemes().segment(text.slice(from, to + 2));
  const start = segments.containing(to - from)?.index ?? 0;
  return start > 0 ? from + start : undefined;
}

/** Whether a character begins at `at`, a place after `from`. */
export const beginsCharacter = (text: string, from: number, at: number): boolean =>
  isPlainStart(text, at) || lastCharacterStart(text, from, at) === at;

/** Below the first combining mark, only a line break of two signs is one character. */
function isPlainStart(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (code >= FIRST_COMBINING || text.charCodeAt(at - 1) >= FIRST_COMBINING) return false;
  return code !== LINE_FEED || text.charCodeAt(at - 1) !== CARRIAGE_RETURN;
}

const FIRST_COMBINING = 0x300;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Where the word begins that `to` is in, after `earliest`, in scripts that write words
 * without spaces (Thai, Chinese, Japanese …); undefined in others.
 */
export function unspacedWordStart(
  text: string,
  from: number,
  earliest: number,
  to: number,
): number | undefined {
  if (text.charCodeAt(to) < FIRST_UNSPACED) return undefined;
  const context = Math.max(earliest, to - WORDS_BEFORE);
  const segments = words().segment(text.slice(context, to + WORD_AFTER));
  const start = context + (segments.containing(to - context)?.index ?? 0);
  return start > context && beginsCharacter(text, from, start) ? start : undefined;
}

const FIRST_UNSPACED = 0x0e00;
/** Enough of a line for a dictionary to tell its words. */
const WORDS_BEFORE = 100;
const WORD_AFTER = 20;

const graphemes = onDemand('grapheme');
const words = onDemand('word');

/** Made when a text first needs it. */
function onDemand(granularity: 'grapheme' | 'word'): () => Intl.Segmenter {
  let segmenter: Intl.Segmenter | undefined;
  return () => {
    segmenter ??= new Intl.Segmenter('und', { granularity });
    return segmenter;
  };
}
