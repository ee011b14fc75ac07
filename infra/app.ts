import { bundleFunctions } from './bundle.ts';
import { FUNCTIONS } from './catalogue/functions.ts';
import { readConfig } from './config/read-config.ts';
import { createApp } from './create-app.ts';

/** What `cdk` runs. `ENVIRONMENT` names a file of `infra/config/`; `CDK_VALIDATION=false` skips the rules. */
const app = createApp(readConfig(process.env['ENVIRONMENT'] ?? 'local'), {
  bundles: await bundleFunctions(FUNCTIONS),
  checked: process.env['CDK_VALIDATION'] !== 'false',
});
app.synth();
