import { availableParallelism } from 'node:os';
import pLimit from 'p-limit';
import { buildSplit } from './build-split.ts';
import type { BuiltFile } from './built-file.ts';
import type { BundleReport } from './bundle-report.ts';
import { type BundledFunction, outputFolder } from './bundled-function.ts';

export interface Build {
  /** Content by path inside the build. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Every source that had a part in it, relative to the repository. */
  readonly inputs: readonly string[];
  readonly report: BundleReport;
}

/** More at once are no faster, and each takes a hundred megabytes while it is built. */
const inTurns = pLimit(availableParallelism());

/** Every function, each on its own and in pieces. @throws BuildFailure naming file and line. */
export async function buildFunctions(functions: readonly BundledFunction[]): Promise<Build> {
  const built = await inTurns.map(functions, buildSplit);
  return {
    files: new Map([...built.flatMap(({ files }) => files), ...functions.map(description)]),
    inputs: [...new Set(built.flatMap(({ inputs }) => inputs))],
    report: Object.fromEntries(built.map(({ folder, facts }) => [folder, facts])),
  };
}

/** Says what the code is, whatever folder it is run in. */
const description = ({ folder }: BundledFunction): BuiltFile => [
  `${outputFolder(folder)}/package.json`,
  new Uint8Array(Buffer.from('{"type":"commonjs"}')),
];
