import { join } from 'node:path';
import { buildFunctions } from './bundling/build-functions.ts';
import { findBuild, storeBuild } from './bundling/build-store.ts';
import type { BundleReport } from './bundling/bundle-report.ts';
import { type BundledFunction, outputFolder } from './bundling/bundled-function.ts';
import { requestFingerprint } from './bundling/fingerprint.ts';

export interface Bundles {
  /** The folder that becomes the code of `functions/<folder>`: `index.js` and the chunks it loads later. */
  readonly folderOf: (folder: string) => string;
  readonly report: BundleReport;
}

/**
 * Builds functions, all in one run, into `.build/`. A build is named by the content it was made of,
 * so an unchanged one is found again instead of redone, and two processes never disturb each other.
 * @throws BuildFailure of esbuild, naming file and line.
 */
export async function bundleFunctions(functions: readonly BundledFunction[]): Promise<Bundles> {
  const request = requestFingerprint(functions);
  const stored =
    (await findBuild(request)) ?? (await storeBuild(request, await buildFunctions(functions)));
  return {
    folderOf: (folder) => join(stored.root, outputFolder(folder)),
    report: stored.report,
  };
}
