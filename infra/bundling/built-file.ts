import { relative } from 'node:path';
import type { OutputFile } from 'esbuild';
import { REPOSITORY } from './esbuild-options.ts';

/** Path inside the build, and content. */
export type BuiltFile = readonly [path: string, contents: Uint8Array];

/** Source maps lie apart: they help whoever reads a stack trace and would triple what is shipped. */
const mapOf = (path: string): string => `maps/${path}`;

export function builtFile({ path, contents }: Pick<OutputFile, 'path' | 'contents'>): BuiltFile {
  const inside = relative(`${REPOSITORY}/.build`, path);
  return [inside.endsWith('.map') ? mapOf(inside) : inside, contents];
}
