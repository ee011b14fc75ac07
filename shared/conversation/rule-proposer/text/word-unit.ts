/**
 * What a word is made of: letters, marks, digits and "_", by blocks of the basic plane; the punctuation of
 * Arabic and Devanagari is none. `\p{L}\p{M}\p{N}` says the same more exactly, but is spelled out in each of
 * the hundreds of patterns of a grammar: the first message of a process took ten times as long.
 */
const BLOCKS = [
  '\\w',
  '\\u00aa\\u00b2\\u00b3\\u00b5\\u00b9\\u00ba\\u00bc-\\u00be',
  '\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u060b',
  '\\u060d-\\u061a\\u061c-\\u061e\\u0620-\\u0669\\u066e-\\u06d3\\u06d5-\\u0963',
  '\\u0966-\\u096f\\u0971-\\u1fff',
  '\\u2070-\\u209c\\u20d0-\\u20f0\\u2150-\\u218b\\u2460-\\u249b\\u2c00-\\u2dff',
  '\\u3005-\\u3007\\u3021-\\u302f\\u3031-\\ud7ff',
  '\\uf900-\\ufd3d\\ufd50-\\ufe0f\\ufe20-\\ufe2f\\ufe70-\\ufefc',
  '\\uff10-\\uff19\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc',
];

/** One unit of a word, as the source of an expression. */
export const WORD_UNIT = `[${BLOCKS.join('')}]`;
