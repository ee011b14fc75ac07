import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { App } from 'aws-cdk-lib';
import { build } from 'esbuild';
import { withoutRules } from '#infra/local/without-rules.ts';
import { FixtureStack } from './fixture-stack.ts';

/** Bundles the fixture's functions and synthesizes its stack. @returns the assembly's folder */
export async function synthesizeFixture(folder: string): Promise<string> {
  const source = join(import.meta.dirname, 'functions');
  const names = readdirSync(source).map((file) => parse(file).name);
  await build({
    entryPoints: names.map((name) => ({ in: join(source, `${name}.ts`), out: `${name}/index` })),
    outdir: join(folder, 'bundles'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
  });
  const outdir = join(folder, 'cdk.out');
  withoutRules(() => {
    const app = new App({ outdir, analyticsReporting: false });
    new FixtureStack(app, 'fixture', join(folder, 'bundles'));
    app.synth();
  });
  return outdir;
}
