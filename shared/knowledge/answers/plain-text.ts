/**
 * Words of a document as words of ours: without tags, images, comments and addresses, because what a
 * document says must not become something that is rendered, loaded or clicked. The citation beside it
 * keeps the very text.
 */
export const plainText = (quote: string): string =>
  quote
    .replaceAll(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replaceAll(/!\[[^\]]*\]\([^)]*\)?/g, ' ')
    .replaceAll(/\[([^\]]*)\]\([^)]*\)?/g, '$1')
    .replaceAll(/<\/?[a-z][^>]*>?/gi, ' ')
    .replaceAll(/\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.|javascript:|data:)\S*/gi, '[link]')
    .replaceAll(/\s+/g, ' ')
    .trim();
