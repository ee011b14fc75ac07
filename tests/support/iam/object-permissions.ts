import * as z from 'zod';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';
import { bucketArn } from './arns.ts';
import type { Permission } from './permission.ts';

const parameters = z.object({ Bucket: z.string(), Key: z.string().default('') });

const ACTIONS: Readonly<Record<string, string>> = {
  GetObject: 's3:GetObject',
  HeadObject: 's3:GetObject',
  PutObject: 's3:PutObject',
  DeleteObject: 's3:DeleteObject',
};

/**
 * What a call to S3 is authorised as. Whoever is told that an object is absent needs to be allowed to
 * list the bucket: without that S3 answers 403, and says nothing.
 * @throws Error for a call that the product never makes
 */
export function objectPermissions(call: SdkCall): readonly Permission[] {
  if (call.operation === 'ListObjectsV2')
    return [
      { action: 's3:ListBucket', resource: bucketArn(parameters.parse(call.parameters).Bucket) },
    ];
  const action = ACTIONS[call.operation];
  if (!action) throw new Error(`S3's ${call.operation} is not known here`);
  const { Bucket, Key } = parameters.parse(call.parameters);
  const bucket = bucketArn(Bucket);
  return [
    { action, resource: `${bucket}/${Key}` },
    ...(call.status === 404 ? [{ action: 's3:ListBucket', resource: bucket }] : []),
  ];
}
