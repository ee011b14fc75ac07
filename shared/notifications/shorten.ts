/** At most so many UTF-16 units, the last an ellipsis where something was left out; never half a character. */
export const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).toWellFormed()}…` : text;
