import { CfnResource, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * The key of cursors, links and stable ids, generated where it is kept: nobody ever types it. Metadata
 * names the variable that may hold it in a local cloud.
 */
export class SigningKey extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Key of cursors, links and stable ids',
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        excludePunctuation: true,
        passwordLength: 64,
      },
    });
    if (this.secret.node.defaultChild instanceof CfnResource)
      this.secret.node.defaultChild.addMetadata('LocalVariable', 'SIGNING_KEY');
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Ids derived from the key must stay the same for the life of the data; links and cursors expire.',
    });
  }
}
