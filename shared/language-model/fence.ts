/**
 * Foreign text between two lines that only this request knows, so that nothing in the text can end it:
 * the prompts say that what stands between them is data.
 * @param boundary random, new for every request
 */
export const fence = (label: string, text: string, boundary: string): string =>
  `<<<${label} ${boundary}>>>\n${text.replaceAll(boundary, '')}\n<<<END ${boundary}>>>`;
