import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The plain recipe as the CDK's own `NodejsFunction` bundles it. Returns the file. */
export async function buildRecipe(folder: string): Promise<string> {
  const outdir = mkdtempSync(join(folder, 'recipe-'));
  writeFileSync(join(outdir, 'package.json'), '{"type":"commonjs"}');
  const outfile = join(outdir, 'index.js');
  await build({
    entryPoints: [new URL('./plain-recipe.ts', import.meta.url).pathname],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
  });
  return outfile;
}
