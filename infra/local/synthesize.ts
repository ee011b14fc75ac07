import { rmSync } from 'node:fs';
import { bundleFunctions } from '../bundle.ts';
import { FUNCTIONS } from '../catalogue/functions.ts';
import { readConfig } from '../config/read-config.ts';
import { createApp } from '../create-app.ts';
import { withoutRules } from './without-rules.ts';

/**
 * Synthesizes the product's CDK app for this machine.
 * @param folder of the assembly; what is in it is deleted first, since the CDK leaves old files
 */
export async function synthesize(folder: string): Promise<void> {
  const bundles = await bundleFunctions(FUNCTIONS);
  rmSync(folder, { recursive: true, force: true });
  withoutRules(() => {
    createApp(readConfig('local'), { bundles, outdir: folder }).synth();
  });
}
