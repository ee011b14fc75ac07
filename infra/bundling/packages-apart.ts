import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from 'esbuild';

/**
 * Gives the client of S3, which is loaded on first use, its own copy of the SDK's core. Shared, nearly
 * all of it would be loaded at the start: esbuild splits by files, and the core's lists of exports name
 * every file, also the 45 kB of XML and streams that nobody else runs.
 */
export const packagesApart: Plugin = {
  name: 'packages-apart',
  setup: (build) => {
    const { onLoad, onResolve } = build;
    onResolve({ filter: /^@aws-sdk\/(client-s3|s3-request-presigner)$/ }, (imported) =>
      resolveApart(build, imported, imported.resolveDir),
    );
    onResolve({ filter: /./, namespace: APART }, (imported) =>
      resolveApart(build, imported, dirname(imported.importer)),
    );
    onLoad({ filter: /\.[cm]?js$/, namespace: APART }, async ({ path }) => ({
      contents: await readFile(path),
      loader: 'js',
    }));
  },
};

const APART = 'apart';

async function resolveApart(
  { resolve }: PluginBuild,
  { path, kind, with: attributes, pluginData }: OnResolveArgs,
  resolveDir: string,
): Promise<OnResolveResult | undefined> {
  if (pluginData === APART) return undefined;
  const found = await resolve(path, { kind, with: attributes, resolveDir, pluginData: APART });
  const { errors, external, sideEffects } = found;
  const isCode = /node_modules.*\.[cm]?js$/.test(found.path);
  return { errors, external, sideEffects, path: found.path, ...(isCode && { namespace: APART }) };
}
