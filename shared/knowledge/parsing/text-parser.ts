import { decodeText } from './decode-text.ts';
import type { DocumentParser } from './document-parser.ts';

/** Plain text and Markdown: what it says is what is indexed. */
export const textParser: DocumentParser = {
  parse: async (bytes) => {
    const text = decodeText(bytes);
    const breaks = text.match(/^\f$/gm)?.length ?? 0;
    return { text, page_count: breaks > 0 ? breaks + 1 : null };
  },
};
