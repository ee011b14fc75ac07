import type { ContentType } from '../content-type.ts';
import { DocumentRejectedError } from '../errors.ts';
import { foreignFormat } from './foreign-format.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The format to read a file as. What says of itself what it is (PDF, a zip of Word, HTML) is believed
 * whatever it is called; what is called PDF or Word and is neither is refused, because it is more
 * often a failed download than knowledge; kinds of text cannot be told apart, so there the name counts.
 * @throws DocumentRejectedError with what the file is instead
 */
export function formatOf(bytes: Uint8Array, declared: ContentType): ContentType {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.startsWith('%PDF-')) return 'application/pdf';
  // Readers of PDF allow for some rubbish before it.
  if (declared === 'application/pdf' && start.includes('%PDF-')) return declared;
  if (start.startsWith('PK\x03\x04')) return DOCX;
  if (start.startsWith('PK\x05\x06'))
    throw new DocumentRejectedError('The file is an empty archive');
  const foreign = foreignFormat(bytes);
  if (foreign) throw new DocumentRejectedError(foreign);
  const isHtml = HTML_START.test(start);
  const called = CALLED[declared];
  if (called)
    throw new DocumentRejectedError(`The file is ${called} by its name, but ${foundIn(isHtml)}`);
  return isHtml && declared !== 'text/markdown' ? 'text/html' : declared;
}

const CALLED: Partial<Readonly<Record<ContentType, string>>> = {
  'application/pdf': 'a PDF',
  [DOCX]: 'a Word document',
};

const foundIn = (isHtml: boolean): string =>
  isHtml ? 'holds a web page, perhaps of a failed download' : 'holds something else';

const HTML_START =
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html)\b/i;
