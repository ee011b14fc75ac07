import { createHash } from 'node:crypto';

/**
 * The vector that fakes have for a text: always the same one, another one for another text, and not of
 * length 1, since providers need not send it so.
 */
export function knownVector(text: string, dimensions: number): Float32Array {
  const seed = createHash('sha256').update(text).digest();
  return Float32Array.from(
    { length: dimensions },
    (_, at) => (seed[at % seed.length] ?? 0) - 127.5 + (at % 7),
  );
}

/** The same, of length 1, as the service must give it. */
export function knownUnitVector(text: string, dimensions: number): Float32Array {
  const vector = knownVector(text, dimensions);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
