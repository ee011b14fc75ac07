import { GENESIS, type Link } from './chain.ts';

/** A place in a chain as text, for a cursor. */
export const writeLink = ({ sequence, hash }: Link): string => `${sequence}:${hash}`;

/** Back again; without a text the place before the first record. */
export function readLink(text: string | undefined): Link {
  const [sequence, hash] = text?.split(':') ?? [];
  return sequence && hash ? { sequence: Number(sequence), hash } : GENESIS;
}
