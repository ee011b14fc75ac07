/**
 * Why a file of another format cannot be read, and what to do about it; undefined for what may be
 * text. Formats are told by their first bytes (the registries of IANA and of `file(1)`).
 */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, OLE)) return oldOffice(bytes);
  return FOREIGN.find(({ magic }) => magic.some((start) => startsWith(bytes, start)))?.reason;
}

/** Word before 2007, and every Office file that is locked by a password. */
function oldOffice(bytes: Uint8Array): string {
  const locked = Buffer.from('EncryptedPackage', 'utf16le');
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(locked)
    ? 'The Office file is protected by a password'
    : 'The file has the old format of Office; save it as DOCX or PDF';
}

const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

interface ForeignFormat {
  /** First bytes, one character each. */
  readonly magic: readonly string[];
  readonly reason: string;
}

const FOREIGN: readonly ForeignFormat[] = [
  {
    magic: ['\x89PNG', '\xff\xd8\xff', 'GIF87a', 'GIF89a', 'II*\0', 'MM\0*', 'RIFF', 'BM\0'],
    reason: 'The file is an image or a recording; only text can be read',
  },
  {
    magic: ['\x1f\x8b', 'Rar!', "7z\xbc\xaf'\x1c", 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd'],
    reason: 'The file is a packed archive; upload the documents in it one by one',
  },
  { magic: ['{\\rtf'], reason: 'The file is rich text (RTF); save it as DOCX or PDF' },
  { magic: ['MZ\x90', '\x7fELF'], reason: 'The file is a program, not a document' },
  { magic: ['%!PS'], reason: 'The file is PostScript; save it as PDF' },
];

const startsWith = (bytes: Uint8Array, magic: string): boolean =>
  [...magic].every((character, at) => bytes[at] === character.charCodeAt(0));
