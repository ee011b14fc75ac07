import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { FunctionSpec } from '../catalogue/function-spec.ts';
import { UserDirectory } from '../constructs/user-directory.ts';
import { createFunction, type FunctionSurroundings } from './create-function.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface IdentityStackProps extends StackProps, FunctionSurroundings {
  /** Runs before the user pool issues a token. */
  readonly signIn: FunctionSpec | undefined;
}

/** Our own issuer, where the company does not bring one: a user pool, and what runs at sign-in. */
export class IdentityStack extends Stack implements TokenIssuer {
  readonly issuer: string;
  readonly audience: string;

  constructor(scope: Construct, id: string, props: IdentityStackProps) {
    super(scope, id, props);
    const { pool, client } = new UserDirectory(this, 'Users', {
      consoleUrl: props.foundations.config.consoleUrl,
      onSignIn: props.signIn && createFunction(this, props.signIn, props).lambda,
    });
    this.issuer = pool.userPoolProviderUrl;
    this.audience = client.userPoolClientId;
  }
}
