import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '#infra/bundle.ts';
import { FUNCTIONS } from '#infra/catalogue/functions.ts';
import { type EnvironmentConfig, environmentConfig } from '#infra/config/environment-config.ts';
import { readConfig } from '#infra/config/read-config.ts';
import { createApp } from '#infra/create-app.ts';
import { checkRules } from '#infra/well-architected.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

async function appOf(config: EnvironmentConfig) {
  const outdir = mkdtempSync(join(tmpdir(), 'onboarding-rules-'));
  folders.push(outdir);
  return createApp(config, { bundles: await bundleFunctions(FUNCTIONS), outdir });
}

describe('the templates', () => {
  it('break none of the AWS Solutions rules that is not acknowledged with a reason', async () => {
    const app = checkRules(await appOf(readConfig('local')));
    expect(() => app.synth()).not.toThrow();
  }, 180_000);

  it('stay far from the limit of resources in a stack', async () => {
    const { stacks } = (await appOf(readConfig('local'))).synth();
    expect(stacks).toHaveLength(4);
    for (const { template } of stacks)
      expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(400);
  });

  it('take an issuer of the company in place of the user pool', async () => {
    const identity = { kind: 'oidc', issuer: 'https://id.example.com', audience: 'console' };
    const config = environmentConfig.parse({ ...readConfig('local'), identity });
    const { stacks } = (await appOf(config)).synth();
    const text = JSON.stringify(stacks.map(({ template }) => template));
    expect(text).toContain('"Issuer":"https://id.example.com"');
    expect(text).not.toContain('AWS::Cognito');
  });
});
