/**
 * Words of a document as words of ours: without tags, images, comments and addresses, because what a
 * document says must not become something that is rendered, loaded or clicked. The citation beside it
 * keeps the very text.
 * @param allowed addresses that stay as they are
 */
export const plainText = (quote: string, allowed: readonly string[] = []): string =>
  quote
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)?/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)?/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>?/gi, ' ')
    .replaceAll(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|javascript:|data:)\S*/gi, (link) =>
      allowed.includes(withoutStop(link)) ? link : '[link]',
    )
    .replaceAll(/\s+/g, ' ')
    .trim();

/** Addresses of the web in a text, those that are encrypted. */
export const linksIn = (text: string): readonly string[] =>
  (text.match(/\bhttps:\/\/[^\s<>()[\]"'|]+/gi) ?? []).map(withoutStop);

/** The full stop behind an address is of the sentence. */
const withoutStop = (link: string): string => link.replace(/[.,;:!?]+$/, '');
