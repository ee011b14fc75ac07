import type { ServiceName } from './instrumentation/sdk-call.ts';

/** The SDK's name of each service in `AWS_ENDPOINT_URL_<SERVICE>`; the rest goes to `other`, never out. */
const VARIABLES: Readonly<Record<string, ServiceName>> = {
  AWS_ENDPOINT_URL: 'other',
  AWS_ENDPOINT_URL_DYNAMODB: 'dynamodb',
  AWS_ENDPOINT_URL_EVENTBRIDGE: 'events',
  AWS_ENDPOINT_URL_S3: 's3',
  AWS_ENDPOINT_URL_SECRETS_MANAGER: 'secretsmanager',
  AWS_ENDPOINT_URL_SES: 'ses',
  AWS_ENDPOINT_URL_SESV2: 'ses',
  AWS_ENDPOINT_URL_SQS: 'sqs',
  AWS_ENDPOINT_URL_STS: 'sts',
};

export const endpointVariables = (
  endpointOf: (service: ServiceName) => string,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(VARIABLES).map(([name, service]) => [name, endpointOf(service)]),
  );
