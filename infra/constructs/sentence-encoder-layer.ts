import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import * as z from 'zod';
import { REPOSITORY } from '../bundling/esbuild-options.ts';
import { WHOLE_PACKAGES } from '../bundling/whole-packages.ts';

/** The packages that lie beside the code of functions, with all that they need. */
export class SentenceEncoderLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.layer = new LayerVersion(this, 'Layer', {
      description: 'Sentence encoder for the joined local space',
      code: Code.fromAsset(layOut()),
      compatibleRuntimes: [Runtime.NODEJS_24_X],
    });
  }
}

const INSTALLED = join(REPOSITORY, 'node_modules');

/** Copies the packages to where Lambda's loader looks for them. @returns the layer's folder */
function layOut(): string {
  const folder = join(REPOSITORY, '.build', 'sentence-encoder-layer');
  rmSync(folder, { recursive: true, force: true });
  for (const name of withDependencies(WHOLE_PACKAGES))
    cpSync(join(INSTALLED, name), join(folder, 'nodejs', 'node_modules', name), {
      recursive: true,
    });
  return folder;
}

const manifest = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });

function withDependencies(names: readonly string[]): ReadonlySet<string> {
  const found = new Set(names);
  // A set that is gone through meets what is added on the way.
  for (const name of found) {
    const text = readFileSync(join(INSTALLED, name, 'package.json'), 'utf8');
    for (const needed of Object.keys(manifest.parse(JSON.parse(text)).dependencies))
      found.add(needed);
  }
  return found;
}
