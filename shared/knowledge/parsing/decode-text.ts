import { DocumentRejectedError } from '../errors.ts';

/**
 * Bytes as text with `\n` line ends: UTF-16 and UTF-8 by their byte order mark, else UTF-8 where it
 * is valid, else what the file says of itself, else Windows-1252 (a superset of Latin-1, and what
 * files called so hold). Page breaks stand on lines of their own.
 * @throws DocumentRejectedError for binary content
 */
export function decodeText(bytes: Uint8Array, declaredCharset?: string): string {
  const text = decode(bytes, declaredCharset);
  if (isBinary(text)) throw new DocumentRejectedError('The file holds binary data, not text');
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n?\f\n?/g, '\n\f\n');
}

function decode(bytes: Uint8Array, declaredCharset: string | undefined): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(usableCharset(declaredCharset)).decode(bytes);
  }
}

/** What is called UTF-8 and is not valid UTF-8 is nearly always Windows-1252. */
function usableCharset(charset = ''): string {
  try {
    const { encoding } = new TextDecoder(charset);
    if (!encoding.startsWith('utf-')) return encoding;
  } catch {
    // No charset that anybody knows.
  }
  return 'windows-1252';
}

const isBinary = (text: string): boolean =>
  text.includes('\0') || (text.match(STRANGE_CONTROLS)?.length ?? 0) > 4 + text.length / 1000;

/** Controls that no text has (all but tab, line breaks, page break): a few are a slip, more another format. */
const STRANGE_CONTROLS = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;
