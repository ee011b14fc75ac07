/** Typed arrays one after the other, each aligned to four bytes. Little-endian, as every platform we run on. */
export function sectionsToBytes(sections: readonly NodeJS.TypedArray[]): Uint8Array {
  const starts = startsOf(sections.map(({ byteLength }) => byteLength));
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  for (const [at, { buffer, byteOffset, byteLength }] of sections.entries())
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), starts[at]);
  return bytes;
}

/** Reads them back as views on the one buffer. */
export class SectionReader {
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = aligned(bytes);
  }

  uint8(length: number): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#advance(length), length);
  }

  int8(length: number): Int8Array {
    return new Int8Array(this.#bytes.buffer, this.#advance(length), length);
  }

  uint32(length: number): Uint32Array {
    return new Uint32Array(this.#bytes.buffer, this.#advance(length * 4), length);
  }

  float32(length: number): Float32Array {
    return new Float32Array(this.#bytes.buffer, this.#advance(length * 4), length);
  }

  #advance(length: number): number {
    const start = this.#bytes.byteOffset + this.#at;
    this.#at += padded(length);
    return start;
  }
}

/** A copy where it must be one: a small Buffer is a view somewhere into a shared pool. */
const aligned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  bytes.buffer instanceof ArrayBuffer && bytes.byteOffset % 4 === 0 && isWhole(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);

/** Holding a part of a larger buffer would hold all of it. */
const isWhole = ({ buffer, byteLength }: Uint8Array): boolean => buffer.byteLength === byteLength;

const padded = (length: number): number => Math.ceil(length / 4) * 4;

function startsOf(lengths: readonly number[]): readonly number[] {
  const starts = [0];
  for (const length of lengths) starts.push((starts.at(-1) ?? 0) + padded(length));
  return starts;
}
