import type { LocalIdentity } from '../engines/local-identity.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** Variables that every function gets: the endpoints and what the provider's runtime sets. */
export interface RuntimeEnvironment {
  readonly identity: LocalIdentity;
  /** `AWS_ENDPOINT_URL_*` */
  readonly endpointVariables: Readonly<Record<string, string>>;
}

/**
 * The environment of one instance: the template's variables and those of the Lambda runtime.
 * Each instance signs with an access key of its own, by which its calls are told apart.
 */
export const functionEnvironment = (
  { name, handler, memoryMb, taskRoot, variables }: LambdaFunction,
  { identity, endpointVariables }: RuntimeEnvironment,
  instance: { readonly accessKeyId: string; readonly logStreamName: string },
): Record<string, string> => ({
  PATH: '/var/lang/bin:/usr/local/bin:/usr/bin:/bin:/opt/bin',
  LANG: 'en_US.UTF-8',
  TZ: ':UTC',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_REGION: identity.region,
  AWS_DEFAULT_REGION: identity.region,
  AWS_ACCESS_KEY_ID: instance.accessKeyId,
  AWS_SECRET_ACCESS_KEY: identity.credentials.secretAccessKey,
  AWS_SESSION_TOKEN: 'local-session',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: instance.logStreamName,
  _HANDLER: handler,
  LAMBDA_TASK_ROOT: taskRoot,
  ...endpointVariables,
  ...variables,
});
