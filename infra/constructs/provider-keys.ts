import { CfnResource, RemovalPolicy, SecretValue, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { providerKeys } from '#shared/runtime/provider-keys.ts';

/**
 * Keys and addresses of outside providers, as one JSON object. Created without any: an operator fills
 * it, and nothing that is deployed later empties it. Metadata names the variables that hold its parts
 * in a local cloud.
 */
export class ProviderKeysSecret extends Construct {
  readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Keys and addresses of outside providers (JSON)',
      removalPolicy: RemovalPolicy.RETAIN,
      secretStringValue: SecretValue.unsafePlainText('{}'),
    });
    if (this.secret.node.defaultChild instanceof CfnResource)
      this.secret.node.defaultChild.addMetadata('LocalVariables', Object.keys(providerKeys.shape));
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason: 'The providers give these keys out; they are rotated there and set again here.',
    });
  }
}
