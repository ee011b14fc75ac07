import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';
import { ESBUILD_OPTIONS } from './esbuild-options.ts';

/**
 * A source `x-process.ts` starts `x-process.main.ts` as a process of its own. In a bundle that lies
 * beside the code that starts it, whole: it shares nothing with a function whose memory it has not.
 */
export const findProcesses: Plugin = {
  name: 'find-processes',
  setup: ({ onLoad }) => {
    onLoad({ filter: STARTS_PROCESS }, async ({ path }) => ({
      loader: 'ts',
      contents: (await readFile(path, 'utf8')).replace(
        /new URL\('\.\/([\w.-]+)\.ts', import\.meta\.url\)/,
        // The bundle is CommonJS, where a module knows its folder by this name.
        "require('node:url').pathToFileURL(require('node:path').join(__dirname, '$1.js'))",
      ),
    }));
  },
};

const STARTS_PROCESS = /[\\/][\w-]+-process\.ts$/;

/** The processes that a function may start, and the sources they are made of. */
export async function buildProcesses({ inputs }: Metafile) {
  const starters = Object.keys(inputs).filter((path) => STARTS_PROCESS.test(`/${path}`));
  const built = await Promise.all(starters.map(buildProcess));
  return {
    files: built.flatMap(({ files }) => files),
    inputs: built.flatMap(({ sources }) => sources),
  };
}

async function buildProcess(starter: string) {
  const main = starter.replace(/\.ts$/, '.main.ts');
  const { outputFiles, metafile } = await build({
    ...ESBUILD_OPTIONS,
    entryPoints: [join(ESBUILD_OPTIONS.absWorkingDir, main)],
    outdir: '.build',
  });
  const files = outputFiles.map(({ path, contents }) => ({ name: basename(path), contents }));
  return { files, sources: Object.keys(metafile.inputs) };
}
