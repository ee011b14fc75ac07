import type { CheerioAPI } from 'cheerio/slim';
import { decodeText } from './decode-text.ts';
import type { DocumentParser } from './document-parser.ts';
import { hidingSelectors } from './hidden-text.ts';
import type { HtmlNode } from './html-node.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** HTML as the text a reader sees, with its structure as Markdown. */
export const htmlParser: DocumentParser = {
  parse: async (bytes) => {
    const text = await readHtml(decodeText(bytes, declaredCharset(bytes)));
    return { text, page_count: null };
  },
};

/** The title stands above a page that has no first heading of its own. */
export async function readHtml(html: string): Promise<string> {
  const { load } = await import('cheerio/slim');
  const $ = load(html.replaceAll('\f', ' '));
  const text = htmlToMarkdown($.root().contents().get(), hiddenBySheet($));
  const title = $('title').first().text().replaceAll(/\s+/g, ' ').trim();
  return title === '' || /^# /m.test(text) || text === '' ? text : `# ${title}\n\n${text}`;
}

function hiddenBySheet($: CheerioAPI): ReadonlySet<HtmlNode> {
  const sheets = $('style').text();
  return new Set(hidingSelectors(sheets).flatMap((selector) => matching($, selector)));
}

function matching($: CheerioAPI, selector: string): readonly HtmlNode[] {
  try {
    return $(selector).get();
  } catch {
    // A selector of a browser's own (`::before`) matches no element.
    return [];
  }
}

/** `<meta charset="…">`, or the same in an `http-equiv`, which stands in the first kilobyte. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
}
