/** A vector as 32-bit floats, little-endian: the form on the wire, in the table and in objects. */
export const bytesOfVector = (vector: Float32Array): Uint8Array =>
  new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength).slice();

/** The vector in these bytes, or undefined where they are not whole floats. */
export function vectorOfBytes(bytes: Uint8Array): Float32Array | undefined {
  if (bytes.byteLength % Float32Array.BYTES_PER_ELEMENT !== 0) return undefined;
  // A copy of its own, because floats must lie at multiples of four.
  return new Float32Array(bytes.slice().buffer);
}

/** The vector in base64 or in a list of numbers; undefined for anything else. */
export function vectorFrom(sent: unknown): Float32Array | undefined {
  if (typeof sent === 'string') return vectorOfBytes(new Uint8Array(Buffer.from(sent, 'base64')));
  if (!Array.isArray(sent)) return undefined;
  return sent.every((value) => typeof value === 'number') ? Float32Array.from(sent) : undefined;
}
