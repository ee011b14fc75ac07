import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BundledFunction } from './bundled-function.ts';
import { ESBUILD_OPTIONS, REPOSITORY } from './esbuild-options.ts';

/** Names what was asked for: the functions and the way they are built. */
export const requestFingerprint = (functions: readonly BundledFunction[]): string =>
  hashOf([
    JSON.stringify({ functions: functions.map(({ folder }) => folder), options: ESBUILD_OPTIONS }),
  ]);

/**
 * Names what a build is made of: the request, the locked versions of the packages and the content of
 * the product's own sources. @throws when a source has gone.
 */
export async function buildFingerprint(request: string, inputs: readonly string[]) {
  const own = inputs.filter((path) => !path.includes('node_modules/') && !path.startsWith('<'));
  const paths = [...WORKSHOP, ...own.toSorted()];
  const contents = await Promise.all(paths.map((path) => readFile(join(REPOSITORY, path))));
  return hashOf([request, ...paths.flatMap((path, at) => [path, hashOf([contents[at] ?? ''])])]);
}

/** What else decides how a build comes out. */
const WORKSHOP = [
  'package-lock.json',
  'package.json',
  'infra/bundling/build-functions.ts',
  'infra/bundling/build-split.ts',
  'infra/bundling/bundle-report.ts',
  'infra/bundling/join-pieces.ts',
  'infra/bundling/lean-packages.ts',
  'infra/bundling/processes.ts',
  'infra/bundling/s3-apart.ts',
] as const;

function hashOf(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\n');
  return hash.digest('hex').slice(0, 32);
}
