import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  type ILayerVersion,
  Function as LambdaFunction,
  Runtime,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allow } from '../permissions/statement.ts';

export interface ProductFunctionProps {
  /** Folder with `index.js`. */
  readonly code: string;
  readonly memoryMb: number;
  /** Packages that lie beside the code. */
  readonly layers: readonly ILayerVersion[];
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  /** All it may do; nothing else can add to it. */
  readonly statements: readonly PolicyStatement[];
  readonly logRetentionDays: RetentionDays;
}

/** A function, its log with an end, and a role that holds what it was given by hand and no more. */
export class ProductFunction extends Construct {
  readonly lambda: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ProductFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const writeLog = allow('logs', ['CreateLogStream', 'PutLogEvents'], [logGroup.logGroupArn]);
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        access: new PolicyDocument({ statements: [writeLog, ...props.statements] }),
      },
    });
    this.lambda = new LambdaFunction(this, 'Function', {
      description: `${Stack.of(this).stackName}: ${id}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.code),
      memorySize: props.memoryMb,
      ...(props.layers.length > 0 && { layers: [...props.layers] }),
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...props.environment },
      // Event sources would add their own, wider grants.
      role: this.role.withoutPolicyUpdates(),
      logGroup,
    });
  }
}
