import { join } from 'node:path';
import { Code, LayerVersion, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { REPOSITORY } from '../bundling/esbuild-options.ts';
import { layOutPackages } from '../bundling/lay-out-packages.ts';
import { WHOLE_PACKAGES } from '../bundling/whole-packages.ts';

const FOLDER = join(REPOSITORY, 'node_modules', '.cache', 'sentence-encoder-layer');

/** The packages that lie beside the code of functions which encode sentences. */
export class SentenceEncoderLayer extends Construct {
  readonly layer: LayerVersion;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    layOutPackages(WHOLE_PACKAGES, FOLDER);
    this.layer = new LayerVersion(this, 'Layer', {
      description: 'Sentence encoder for the joined local space',
      code: Code.fromAsset(FOLDER),
      compatibleRuntimes: [Runtime.NODEJS_24_X],
    });
  }
}
