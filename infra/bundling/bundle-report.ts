import { builtinModules } from 'node:module';
import type { Metafile } from 'esbuild';
import * as z from 'zod';
import { type BundledFunction, outputFolder } from './bundled-function.ts';

export const bundleFacts = z.object({
  bytes: z.int(),
  /** Files whose code is in the bundle, relative to the repository. */
  inputs: z.array(z.string()),
  /** Packages the bundle loads at run time. */
  externals: z.array(z.string()),
});

type BundleFacts = z.infer<typeof bundleFacts>;

/** What each function's bundle holds, by the function's folder. */
export type BundleReport = Readonly<Record<string, BundleFacts>>;

export function reportOf(functions: readonly BundledFunction[], metafile: Metafile): BundleReport {
  return Object.fromEntries(functions.map(({ folder }) => [folder, factsOf(folder, metafile)]));
}

function factsOf(folder: string, metafile: Metafile): BundleFacts {
  const output = metafile.outputs[`.build/${outputFolder(folder)}/index.js`];
  if (!output) throw new Error(`No bundle was built for functions/${folder}`);
  const inputs = Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const externals = output.imports.filter(({ external }) => external).map(({ path }) => path);
  return {
    bytes: output.bytes,
    inputs: inputs.map(([path]) => path),
    externals: [...new Set(externals)].filter((path) => !isBuiltin(path)),
  };
}

const isBuiltin = (path: string): boolean =>
  path.startsWith('node:') || builtinModules.includes(path);
