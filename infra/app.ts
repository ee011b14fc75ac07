import { bundleFunctions } from './bundle.ts';
import { FUNCTIONS } from './catalogue/functions.ts';
import { readConfig } from './config/read-config.ts';
import { createApp } from './create-app.ts';

/** What `cdk` runs. `ENVIRONMENT` names a file of `infra/config/`; `CDK_VALIDATION=false` skips the rules. */
const config = readConfig(process.env['ENVIRONMENT'] ?? 'local');
const app = createApp(config, { bundles: await bundleFunctions(FUNCTIONS) });
if (process.env['CDK_VALIDATION'] !== 'false') {
  const { checkRules } = await import('./well-architected.ts');
  checkRules(app);
}
app.synth();
