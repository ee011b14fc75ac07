import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  StringAttribute,
  UserPool,
  type UserPoolClient,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { ROLES } from '#shared/http/roles.ts';

export interface UserDirectoryProps {
  /** Where the console takes people back after they signed in or out. */
  readonly consoleUrl: string;
  /** Runs before a token is issued. */
  readonly onSignIn?: IFunction;
}

/**
 * The people of all tenants. Only an operator makes users, and says then, once and for all, which
 * tenant they belong to: the attribute cannot change and no client may write it.
 */
export class UserDirectory extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: UserDirectoryProps) {
    super(scope, id);
    this.pool = this.#createPool();
    for (const role of ROLES) this.pool.addGroup(`Group-${role}`, { groupName: role });
    if (props.onSignIn)
      this.pool.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION, props.onSignIn);
    this.client = this.#createClient(props.consoleUrl);
  }

  #createPool(): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      customAttributes: {
        tenant_id: new StringAttribute({ mutable: false, minLen: 2, maxLen: 63 }),
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(pool);
    return pool;
  }

  #createClient(consoleUrl: string): UserPoolClient {
    return this.pool.addClient('Console', {
      authFlows: { userSrp: true },
      oAuth: {
        flows: { authorizationCodeGrant: true },
        callbackUrls: [consoleUrl],
        logoutUrls: [consoleUrl],
      },
      idTokenValidity: Duration.minutes(15),
      accessTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(12),
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      writeAttributes: new ClientAttributes().withStandardAttributes({
        fullname: true,
        locale: true,
      }),
    });
  }
}

function acknowledge(pool: UserPool): void {
  Validations.of(pool).acknowledge({
    id: 'AwsSolutions-COG8',
    reason:
      'The Plus plan is priced per user; who needs its threat protection brings an issuer of their own.',
  });
}
