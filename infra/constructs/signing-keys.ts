import { CfnResource, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

/**
 * Keys of cursors, links and stable ids, as JSON `{ "current": "<key>" }`, generated where they are
 * kept. Metadata names the variable that holds them in a local cloud.
 */
export class SigningKeys extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Keys of cursors, links and stable ids',
      removalPolicy: RemovalPolicy.RETAIN,
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'current',
        excludePunctuation: true,
        passwordLength: 64,
      },
    });
    if (this.secret.node.defaultChild instanceof CfnResource)
      this.secret.node.defaultChild.addMetadata('LocalVariable', 'SIGNING_KEYS');
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'Ids derived from the key must stay the same for the life of the data; links and cursors expire.',
    });
  }
}
