import { App } from 'aws-cdk-lib';
import recommendedFlags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import type { Bundles } from './bundle.ts';
import type { FunctionSpec } from './catalogue/function-spec.ts';
import { FUNCTIONS } from './catalogue/functions.ts';
import type { EnvironmentConfig } from './config/environment-config.ts';
import { ApiStack } from './stacks/api-stack.ts';
import { DataStack } from './stacks/data-stack.ts';
import type { Foundations } from './stacks/foundations.ts';
import { IdentityStack } from './stacks/identity-stack.ts';
import { MessagingStack } from './stacks/messaging-stack.ts';
import type { TokenIssuer } from './stacks/token-issuer.ts';

export interface AppOptions {
  /** The built code of the functions. */
  readonly bundles: Bundles;
  /** @default the whole catalogue */
  readonly functions?: readonly FunctionSpec[];
  /** Where the templates go. @default the CDK's choice */
  readonly outdir?: string;
}

/** The CDK's behaviour is chosen here, not in `cdk.json`, so that every way to synthesize gives the same. */
const CONTEXT = {
  ...recommendedFlags,
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  '@aws-cdk/core:validateAgainstDefaultRules': true,
};

/** One environment of the product as a CDK app. Looks nothing up: account and region are in `config`. */
export function createApp(config: EnvironmentConfig, options: AppOptions): App {
  const { bundles, functions = FUNCTIONS, outdir } = options;
  const app = new App({
    outdir,
    context: CONTEXT,
    analyticsReporting: false,
    treeMetadata: false,
  });
  const prefix = `onboarding-${config.name}`;
  const shared = { config, env: { account: config.account, region: config.region } };

  const data = new DataStack(app, `${prefix}-data`, shared);
  const messaging = new MessagingStack(app, `${prefix}-messaging`, {
    ...shared,
    bucket: data.bucket,
  });
  const surroundings = {
    env: shared.env,
    bundles,
    foundations: foundationsOf(config, data, messaging),
  };
  const tokens: TokenIssuer =
    config.identity.kind === 'oidc'
      ? config.identity
      : new IdentityStack(app, `${prefix}-identity`, {
          ...surroundings,
          signIn: functions.find(({ trigger }) => trigger === 'trigger'),
        });
  new ApiStack(app, `${prefix}-api`, {
    ...surroundings,
    functions,
    tokens,
    alarms: messaging.alarms,
  });
  return app;
}

const foundationsOf = (
  config: EnvironmentConfig,
  { table, streamArn, bucket, tenantObjects, anchors, signingKey, providerKeys }: DataStack,
  { bus, queues, emailIdentityArn }: MessagingStack,
): Foundations => ({
  config,
  table,
  streamArn,
  bucket,
  tenantObjects,
  anchors,
  signingKey,
  providerKeys,
  bus,
  queues,
  emailIdentityArn,
});
