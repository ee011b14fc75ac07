import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

/** Every object of a tenant lies below `tenants/<tenant>/`. */
const TENANT_PREFIX = 'tenants/';

/** All objects of all tenants in a bucket, as other stacks name them in a grant. */
export interface TenantObjects {
  readonly arn: string;
  /** The same in the findings of the rules; a name of its own keeps it free of generated ids. */
  readonly spelled: string;
}

/** Exports a bucket's tenant objects. @param name what the bucket holds */
export function exportTenantObjects(scope: Construct, bucket: Bucket, name: string): TenantObjects {
  const exportName = `${Stack.of(scope).stackName}-${name}`;
  new CfnOutput(scope, 'Arn', { value: bucket.bucketArn, exportName });
  return {
    arn: `${Fn.importValue(exportName)}/${TENANT_PREFIX}*`,
    spelled: `${exportName}/${TENANT_PREFIX}*`,
  };
}
