import { basename } from 'node:path';
import { build } from 'esbuild';
import { type BuiltFile, builtFile } from './built-file.ts';
import { type BundleFacts, factsOf, outputsOf } from './bundle-report.ts';
import { type BundledFunction, entryPoint, outputFolder } from './bundled-function.ts';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';
import { joinPieces } from './join-pieces.ts';
import { buildProcesses, findProcesses } from './processes.ts';

interface SplitBuild {
  readonly folder: string;
  readonly files: readonly BuiltFile[];
  readonly facts: BundleFacts;
  readonly inputs: readonly string[];
}

/**
 * A function in pieces: what `import('…')` names lies in a chunk beside it and is loaded on first use;
 * what both need is shared, never there twice. esbuild splits ES modules only, into ever smaller files,
 * so a second pass makes CommonJS of them and one file of what is loaded at the start.
 * @throws BuildFailure naming file and line.
 */
export async function buildSplit(bundled: BundledFunction): Promise<SplitBuild> {
  const { folder } = bundled;
  const { outputFiles, metafile } = await build({
    ...ESBUILD_OPTIONS,
    format: 'esm',
    splitting: true,
    entryPoints: [entryPoint(bundled)],
    outdir: '.build',
    chunkNames: `${outputFolder(folder)}/[name]-[hash]`,
    sourcemap: 'inline',
    plugins: [...ESBUILD_OPTIONS.plugins, findProcesses],
  });
  const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  const textOf = (path: string) => [basename(path), texts.get(basename(path)) ?? ''] as const;
  // A chunk that only dead code would load is built as well, and left out here.
  const { atStart, later } = outputsOf(bundled, metafile);
  const joined = await joinPieces({
    atStart: new Map(atStart.map(textOf)),
    later: new Map(later.map(textOf)),
  });
  const processes = await buildProcesses(metafile);
  return {
    folder,
    inputs: [...Object.keys(metafile.inputs), ...processes.inputs],
    files: [...joined, ...processes.files].map(({ name, contents }) =>
      builtFile({
        path: `${ESBUILD_OPTIONS.absWorkingDir}.build/${outputFolder(folder)}/${name}`,
        contents,
      }),
    ),
    facts: measured(
      factsOf(bundled, metafile),
      new Map(joined.map(({ name, contents }) => [name, contents.length])),
    ),
  };
}

/** Sizes as they are after the second pass. */
function measured(facts: BundleFacts, sizes: ReadonlyMap<string, number>): BundleFacts {
  const sizeOf = (name: string) => sizes.get(name) ?? 0;
  return {
    ...facts,
    bytes: sizeOf('index.js') + sizeOf('start.js'),
    chunks: facts.chunks.map((chunk) => ({ ...chunk, bytes: sizeOf(chunk.file) })),
  };
}
