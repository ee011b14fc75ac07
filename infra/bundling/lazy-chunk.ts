/**
 * Packages that are loaded at run time, on first use, by the few functions that need them: each is
 * built to a file of its own beside those functions and stays out of every other bundle.
 */
export const LAZY_CHUNKS = ['unpdf'] as const;

export type LazyChunk = (typeof LAZY_CHUNKS)[number];
