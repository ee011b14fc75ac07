import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../catalogue/function-spec.ts';
import { UserDirectory } from '../constructs/user-directory.ts';
import { createFunction, type FunctionSurroundings } from './create-function.ts';

export interface IdentityStackProps extends StackProps, FunctionSurroundings {
  /** Runs after somebody signed in to the user pool. */
  readonly signIn: FunctionSpec | undefined;
}

/** Who may come in: the issuer of the tokens that the API accepts, and whom they are made for. */
export class IdentityStack extends Stack {
  readonly issuer: string;
  readonly audience: string;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, props);
    const { identity, consoleUrl } = props.foundations.config;
    if (identity.kind === 'oidc') {
      this.issuer = identity.issuer;
      this.audience = identity.audience;
      return;
    }
    const { pool, client } = new UserDirectory(this, 'Users', {
      consoleUrl,
      onSignIn: props.signIn && createFunction(this, props.signIn, props).lambda,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = client.userPoolClientId;
  }
}
