import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DocumentRejectedError } from '../errors.ts';
import { damaged } from './damaged.ts';

interface ZipLimits {
  readonly maxEntries: number;
  /** Bytes that all entries together may unpack to. */
  readonly maxBytes: number;
  /** How many times its packed size an entry may have, once it is larger than `freeBytes`. */
  readonly maxRatio: number;
  readonly freeBytes: number;
}

const LIMITS: ZipLimits = {
  maxEntries: 4096,
  maxBytes: 256 * 1024 * 1024,
  maxRatio: 200,
  freeBytes: 4 * 1024 * 1024,
};

/**
 * Judges a zip before anything else opens it: every entry is unpacked once, a piece at a time, and
 * counted by what comes out, not by what the archive says of itself. XML must do without a document
 * type, where entities that multiply are declared.
 * @returns the names of the entries
 * @throws DocumentRejectedError for a bomb, a damaged or an encrypted archive
 */
export async function judgeZip(bytes: Uint8Array, limits = LIMITS): Promise<readonly string[]> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true }).catch(refuseDamaged);
  if (zip.entryCount > limits.maxEntries) throw bomb();
  const names: string[] = [];
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    if (names.push(entry.fileName) > limits.maxEntries) throw bomb();
    refuseNested(entry.fileName);
    total += await unpack(zip, entry, { ...limits, maxBytes: limits.maxBytes - total });
  }
  return names;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    refuseDamaged(error);
  }
}

/** Word keeps the tables and slides behind its charts as archives, which nothing opens. */
function refuseNested(name: string): void {
  if (/\.(?:zip|docx|gz|7z|rar|jar)$/i.test(name) && !name.startsWith('word/embeddings/'))
    throw new DocumentRejectedError('The archive holds further archives and is not opened');
}

async function unpack(zip: ZipFile, entry: Entry, limits: ZipLimits): Promise<number> {
  if (entry.isEncrypted())
    throw new DocumentRejectedError('The archive is protected by a password');
  const allowed = Math.max(limits.freeBytes, entry.compressedSize * limits.maxRatio);
  const most = Math.min(limits.maxBytes, allowed);
  const scan = /\.(?:xml|rels)$/i.test(entry.fileName) ? new DoctypeScan() : undefined;
  let length = 0;
  const stream = await zip.openReadStreamPromise(entry).catch(refuseDamaged);
  for await (const piece of pieces(stream)) {
    length += piece.length;
    if (length > most) throw bomb();
    scan?.look(piece);
  }
  return length;
}

async function* pieces(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    refuseDamaged(error);
  }
}

/** Looks for a document type in the encodings that XML may have, also where two pieces meet. */
class DoctypeScan {
  #tail = '';

  look(piece: Buffer): void {
    const text = this.#tail + piece.toString('latin1').replaceAll('\0', '');
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
      throw new DocumentRejectedError('The file declares XML entities, which no document needs');
    this.#tail = text.slice(-10);
  }
}

const bomb = () =>
  new DocumentRejectedError('The file unpacks to far more than its size; it is not opened');

function refuseDamaged(error: unknown): never {
  throw damaged(error, 'The archive is damaged and cannot be read');
}
