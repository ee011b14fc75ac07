/** What of a function the bundler needs to know. */
export interface BundledFunction {
  /** Below `functions/`, e.g. `http/start`. */
  readonly folder: string;
}

/** Where a function's code lies inside a build. */
export const outputFolder = (folder: string): string => folder.replaceAll('/', '-');

/** What esbuild makes a function from, and where to: `<output folder>/index.js`. */
export const entryPoint = ({ folder }: BundledFunction) => ({
  in: `functions/${folder}/index.ts`,
  out: `${outputFolder(folder)}/index`,
});
