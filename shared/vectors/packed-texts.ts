/** Many texts in one piece of memory, read one at a time: 50,000 of them load as fast as one. */
export interface PackedTexts {
  /** UTF-8, one text after the other. */
  readonly bytes: Uint8Array;
  /** Text n is at `offsets[n] … offsets[n + 1]`. */
  readonly offsets: Uint32Array;
}

export function packTexts(texts: readonly string[]): PackedTexts {
  const encoded = texts.map((text) => Buffer.from(text));
  const offsets = new Uint32Array(texts.length + 1);
  for (const [at, { byteLength }] of encoded.entries())
    offsets[at + 1] = (offsets[at] ?? 0) + byteLength;
  return { bytes: asBytes(Buffer.concat(encoded)), offsets };
}

/** Some of the texts, in the order that is given; nothing is decoded. */
export function pickTexts(picked: readonly TextRef[]): PackedTexts {
  const parts = picked.map(({ texts, at }) => bytesOf(texts, at));
  const offsets = new Uint32Array(parts.length + 1);
  for (const [at, { byteLength }] of parts.entries())
    offsets[at + 1] = (offsets[at] ?? 0) + byteLength;
  return { bytes: asBytes(Buffer.concat(parts)), offsets };
}

export interface TextRef {
  readonly texts: PackedTexts;
  readonly at: number;
}

export const countTexts = ({ offsets }: PackedTexts): number => offsets.length - 1;

/** @throws RangeError when there is no such text */
export function textAt(texts: PackedTexts, at: number): string {
  if (at < 0 || at >= countTexts(texts)) throw new RangeError(`There is no text ${at}`);
  const { buffer, byteOffset, byteLength } = bytesOf(texts, at);
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}

/** Where a text is among texts in the order of `<`; −1 when it is not among them. */
export function findText(sorted: PackedTexts, wanted: string): number {
  let [low, high] = [0, countTexts(sorted) - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const text = textAt(sorted, middle);
    if (text === wanted) return middle;
    if (text < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const bytesOf = ({ bytes, offsets }: PackedTexts, at: number): Uint8Array =>
  bytes.subarray(offsets[at], offsets[at + 1]);

const asBytes = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
