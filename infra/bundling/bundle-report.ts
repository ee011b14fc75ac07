import { builtinModules } from 'node:module';
import type { Metafile } from 'esbuild';
import * as z from 'zod';
import { type BundledFunction, outputFolder } from './bundled-function.ts';
import { WHOLE_PACKAGES } from './whole-packages.ts';

const chunkFacts = z.object({
  /** The source that is loaded by `import('…')`; null for what several chunks share. */
  source: z.string().nullable(),
  /** Inside the function's folder. */
  file: z.string(),
  bytes: z.int(),
});

export const bundleFacts = z.object({
  /** What is loaded when the function starts. */
  bytes: z.int(),
  /** Sources of that, relative to the repository. */
  inputs: z.array(z.string()),
  /** Packages the bundle loads at run time; there are none in a bundle that works. */
  externals: z.array(z.string()),
  /** What is loaded on first use. */
  chunks: z.array(chunkFacts),
});

export type BundleFacts = z.infer<typeof bundleFacts>;

/** What each function's bundle holds, by the function's folder. */
export type BundleReport = Readonly<Record<string, BundleFacts>>;

export function factsOf(bundled: BundledFunction, metafile: Metafile): BundleFacts {
  const home = `${outputFolder(bundled.folder)}/`;
  const { atStart, later } = outputsOf(bundled, metafile);
  const sizeOf = (path: string) => outputAt(metafile, path).bytes;
  const externals = [...atStart, ...later].flatMap((path) => externalsOf(metafile, path));
  return {
    bytes: atStart.reduce((sum, path) => sum + sizeOf(path), 0),
    inputs: atStart.flatMap((path) => liveInputs(metafile, path)),
    externals: [...new Set(externals)],
    chunks: later.map((path) => ({
      source: outputAt(metafile, path).entryPoint ?? null,
      file: path.replace(`${BUILD}${home}`, ''),
      bytes: sizeOf(path),
    })),
  };
}

/** Files of a bundle: those that are loaded with `index.js`, and those that are loaded later. */
export function outputsOf(bundled: BundledFunction, metafile: Metafile) {
  const index = indexOf(bundled);
  const atStart = reachable(metafile, index, ({ kind }) => kind !== 'dynamic-import');
  const all = reachable(metafile, index, () => true);
  return { atStart: [...atStart], later: [...all].filter((path) => !atStart.has(path)) };
}

const BUILD = '.build/';

const indexOf = ({ folder }: BundledFunction): string => `${BUILD}${outputFolder(folder)}/index.js`;

type Output = Metafile['outputs'][string];
type Import = Output['imports'][number];

function outputAt(metafile: Metafile, path: string): Output {
  const output = metafile.outputs[path];
  if (!output) throw new Error(`esbuild made no ${path}`);
  return output;
}

function reachable(metafile: Metafile, from: string, follows: (one: Import) => boolean) {
  const found = new Set([from]);
  // A set that is gone through meets what is added on the way.
  for (const path of found)
    for (const one of outputAt(metafile, path).imports)
      if (!one.external && follows(one)) found.add(one.path);
  return found;
}

function liveInputs(metafile: Metafile, path: string): string[] {
  const inputs = Object.entries(outputAt(metafile, path).inputs);
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([input]) => input);
}

const externalsOf = (metafile: Metafile, path: string): string[] =>
  outputAt(metafile, path)
    .imports.filter(({ external, path: name }) => external && !isBuiltin(name) && !isWhole(name))
    .map(({ path: name }) => name);

const isWhole = (name: string): boolean => WHOLE_PACKAGES.some((each) => each === name);

const isBuiltin = (path: string): boolean =>
  path.startsWith('node:') || builtinModules.includes(path);
