import { build } from 'esbuild';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';
import type { LazyChunk } from './lazy-chunk.ts';

/** A package as one file, with everything it needs. */
export async function buildChunk(chunk: LazyChunk): Promise<Uint8Array> {
  const { outputFiles } = await build({
    ...ESBUILD_OPTIONS,
    external: [],
    sourcemap: false,
    stdin: { contents: `export * from '${chunk}';`, resolveDir: ESBUILD_OPTIONS.absWorkingDir },
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`esbuild gave nothing for ${chunk}`);
  return file.contents;
}

/**
 * The chunk lies where Node looks for the package, so the sources simply `import('unpdf')` and run
 * the same from a checkout, in the local cloud and on Lambda.
 */
export function chunkFiles(folder: string, chunk: LazyChunk, contents: Uint8Array) {
  const home = `${folder}/node_modules/${chunk}`;
  const description = Buffer.from(JSON.stringify({ name: chunk, main: 'index.js' }));
  return [
    [`${home}/index.js`, contents],
    [`${home}/package.json`, new Uint8Array(description)],
  ] as const;
}
