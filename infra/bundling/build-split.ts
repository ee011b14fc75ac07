import { build, type OutputFile, transform } from 'esbuild';
import { type BuiltFile, builtFile } from './built-file.ts';
import { type BundleFacts, factsOf, outputsOf } from './bundle-report.ts';
import { type BundledFunction, entryPoint, outputFolder } from './bundled-function.ts';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';

interface SplitBuild {
  readonly folder: string;
  readonly files: readonly BuiltFile[];
  readonly facts: BundleFacts;
}

/**
 * A function in pieces: what `import('…')` names lies in a chunk beside it and is loaded on first use;
 * what both need is shared, never there twice. esbuild splits ESM only, so each piece becomes CJS in a
 * second pass. @throws BuildFailure naming file and line.
 */
export async function buildSplit(bundled: BundledFunction): Promise<SplitBuild> {
  const { outputFiles, metafile } = await build({
    ...ESBUILD_OPTIONS,
    format: 'esm',
    splitting: true,
    entryPoints: [entryPoint(bundled)],
    outdir: '.build',
    chunkNames: `${outputFolder(bundled.folder)}/chunks/[name]-[hash]`,
    sourcemap: 'inline',
  });
  // A chunk that only dead code would load is built as well, and left out here.
  const { atStart, later } = outputsOf(bundled, metafile);
  const used = outputFiles.filter(({ path }) =>
    [...atStart, ...later].some((output) => path.endsWith(`/${output}`)),
  );
  const files = (await Promise.all(used.map(toCommonJs))).flat();
  const sizes = new Map(files.map(([path, { length }]) => [path, length]));
  return { folder: bundled.folder, files, facts: factsOf(bundled, metafile, sizes) };
}

async function toCommonJs({ path, text }: OutputFile): Promise<BuiltFile[]> {
  const { platform, target, minify, charset, sourcesContent, legalComments } = ESBUILD_OPTIONS;
  const { code, map } = await transform(text, {
    platform,
    target,
    minify,
    charset,
    sourcesContent,
    legalComments,
    format: 'cjs',
    sourcemap: 'external',
    // `import()` becomes `require` in a promise: no need to start the loader of ES modules.
    supported: { 'dynamic-import': false },
  });
  return [
    builtFile({ path, contents: Buffer.from(code) }),
    builtFile({ path: `${path}.map`, contents: Buffer.from(map) }),
  ];
}
