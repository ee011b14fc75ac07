/** The alternatives of all languages as one; line breaks in them are for whoever reads the list. */
export const alternatives = (words: Readonly<Record<string, string>>): string =>
  Object.values(words)
    .join('|')
    .replaceAll(/\s*\n\s*/g, '');

/** Finds these where they are whole words of a text in NFC, in scripts with vowel signs, too. */
export const wholeWords = (pattern: string, flags = 'gu'): RegExp => {
  const words = pattern.normalize('NFC');
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${words})(?![\\p{L}\\p{M}\\p{N}])`, flags);
};
