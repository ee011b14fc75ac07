import { relative } from 'node:path';
import { build, type OutputFile } from 'esbuild';
import { buildChunk, chunkFiles } from './build-chunk.ts';
import { type BundleReport, reportOf } from './bundle-report.ts';
import { type BundledFunction, outputFolder } from './bundled-function.ts';
import { ESBUILD_OPTIONS, REPOSITORY } from './esbuild-options.ts';

export interface Build {
  /** Content by path inside the build. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every source that had a part in it, relative to the repository. */
  readonly inputs: readonly string[];
  readonly report: BundleReport;
}

/** One esbuild run for all functions. @throws BuildFailure naming file and line. */
export async function buildFunctions(functions: readonly BundledFunction[]): Promise<Build> {
  const entryPoints = functions.map(({ folder }) => ({
    in: `functions/${folder}/index.ts`,
    out: `${outputFolder(folder)}/index`,
  }));
  const { outputFiles, metafile } = await build({
    ...ESBUILD_OPTIONS,
    entryPoints,
    outdir: '.build',
  });
  return {
    files: new Map([
      ...outputFiles.map(placed),
      ...functions.map(description),
      ...(await chunksOf(functions)),
    ]),
    inputs: Object.keys(metafile.inputs),
    report: reportOf(functions, metafile),
  };
}

/** Source maps lie apart: they help whoever reads a stack trace and would triple what is shipped. */
function placed({ path, contents }: OutputFile): readonly [string, Uint8Array] {
  const inside = relative(`${REPOSITORY}/.build`, path);
  return [inside.endsWith('.map') ? `maps/${inside}` : inside, contents];
}

/** Says what the code is, whatever folder it is run in. */
const description = ({ folder }: BundledFunction): readonly [string, Uint8Array] => [
  `${outputFolder(folder)}/package.json`,
  new Uint8Array(Buffer.from('{"type":"commonjs"}')),
];

async function chunksOf(functions: readonly BundledFunction[]) {
  const used = [...new Set(functions.flatMap(({ chunks = [] }) => chunks))];
  const files = await Promise.all(
    used.map(async (chunk) => {
      const contents = await buildChunk(chunk);
      const users = functions.filter(({ chunks = [] }) => chunks.includes(chunk));
      return users.flatMap(({ folder }) => chunkFiles(outputFolder(folder), chunk, contents));
    }),
  );
  return files.flat();
}
