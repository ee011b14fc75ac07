import type { LazyChunk } from './lazy-chunk.ts';

/** What of a function the bundler needs to know. */
export interface BundledFunction {
  /** Below `functions/`, e.g. `http/start`. */
  readonly folder: string;
  readonly chunks?: readonly LazyChunk[];
}

/** Where a function's code lies inside a build. */
export const outputFolder = (folder: string): string => folder.replaceAll('/', '-');
