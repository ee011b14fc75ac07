import { build } from 'esbuild';
import { buildSplit } from './build-split.ts';
import { type BuiltFile, builtFile, mapOf } from './built-file.ts';
import { type BundleReport, factsOf, loadsLater } from './bundle-report.ts';
import { type BundledFunction, entryPoint, outputFolder } from './bundled-function.ts';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';

export interface Build {
  /** Content by path inside the build. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every source that had a part in it, relative to the repository. */
  readonly inputs: readonly string[];
  readonly report: BundleReport;
}

/**
 * One esbuild run for all functions; those that load parts of themselves on first use are built once
 * more, each on its own and in pieces. @throws BuildFailure naming file and line.
 */
export async function buildFunctions(functions: readonly BundledFunction[]): Promise<Build> {
  const { outputFiles, metafile } = await build({
    ...ESBUILD_OPTIONS,
    entryPoints: functions.map(entryPoint),
    outdir: '.build',
  });
  const [split, whole] = partition(functions, (bundled) => loadsLater(bundled, metafile));
  const pieces = await Promise.all(split.map(buildSplit));
  return {
    files: new Map([
      ...outputFiles.map(builtFile).filter(([path]) => whole.some(isMadeInto(path))),
      ...pieces.flatMap(({ files }) => files),
      ...functions.map(description),
    ]),
    inputs: Object.keys(metafile.inputs),
    report: Object.fromEntries([
      ...whole.map((bundled) => [bundled.folder, factsOf(bundled, metafile)] as const),
      ...pieces.map(({ folder, facts }) => [folder, facts] as const),
    ]),
  };
}

function partition<T>(all: readonly T[], isFirst: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(isFirst), all.filter((one) => !isFirst(one))];
}

const isMadeInto =
  (path: string) =>
  ({ folder }: BundledFunction): boolean =>
    [`${outputFolder(folder)}/`, mapOf(`${outputFolder(folder)}/`)].some((place) =>
      path.startsWith(place),
    );

/** Says what the code is, whatever folder it is run in. */
const description = ({ folder }: BundledFunction): BuiltFile => [
  `${outputFolder(folder)}/package.json`,
  new Uint8Array(Buffer.from('{"type":"commonjs"}')),
];
