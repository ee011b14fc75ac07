import { type App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';

/**
 * Has synthesis fail on whatever breaks the AWS Solutions rules and is not acknowledged, with its
 * reason, at the construct itself. Slow, so apart from the app itself.
 */
export function checkRules(app: App): App {
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
