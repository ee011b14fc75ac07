/** The services that functions reach, each behind a proxy of its own. */
export const SERVICES = [
  'dynamodb',
  'sqs',
  's3',
  'ses',
  'events',
  'sts',
  'secretsmanager',
  'other',
] as const;

export type ServiceName = (typeof SERVICES)[number];

export interface Operation {
  /** As the SDK names it, such as `TransactWriteItems`. */
  readonly operation: string;
  /** The request's members; for S3 `Bucket`, `Key` and the query. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One call of an AWS SDK as it passed by: what was asked, by whom, and what came of it. */
export interface SdkCall extends Operation {
  readonly service: ServiceName;
  /** The function that called; absent for clients outside the cloud. */
  readonly functionName?: string;
  /** Lambda's id of the invocation. */
  readonly requestId?: string;
  /** `apigw-requestid` of the HTTP request behind it. */
  readonly gatewayRequestId?: string;
  /** Somebody else used a URL that this function signed. */
  readonly presigned?: boolean;
  /** The SDK's attempt, from 1; beyond that it is a retry. */
  readonly attempt: number;
  readonly startedAt: number;
  /** HTTP status of the answer, absent while there is none. */
  readonly status?: number;
}
