import { Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** Allows these actions of one service on these resources. */
export const allow = (
  service: string,
  actions: readonly string[],
  resources: readonly string[],
): PolicyStatement =>
  new PolicyStatement({
    effect: Effect.ALLOW,
    actions: actions.map((action) => `${service}:${action}`),
    resources: [...resources],
  });
