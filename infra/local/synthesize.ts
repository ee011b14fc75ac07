import { rmSync } from 'node:fs';
import { bundleFunctions } from '../bundle.ts';
import { FUNCTIONS } from '../catalogue/functions.ts';
import { readConfig } from '../config/read-config.ts';
import { createApp } from '../create-app.ts';

/**
 * Synthesizes the product's CDK app for this machine.
 * @param folder of the assembly; what is in it is deleted first, since the CDK leaves old files
 */
export async function synthesize(folder: string): Promise<void> {
  const bundles = await bundleFunctions(FUNCTIONS);
  rmSync(folder, { recursive: true, force: true });
  // The rules were checked where the template is built for AWS; here they would cost seconds.
  process.env.CDK_VALIDATION = 'false';
  createApp(readConfig('local'), { bundles, outdir: folder }).synth();
}
