import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectLockRetention,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportTenantObjects, type TenantObjects } from './tenant-objects.ts';

export interface AnchorBucketProps {
  /** So long nobody, the owner of the account included, can change or delete an anchor. */
  readonly lockDays: number | undefined;
}

/**
 * Heads of the audit chains: what proves that a chain was not written anew. Versioned, so that what is
 * put over an anchor or deletes it leaves the anchor where it was.
 */
export class AnchorBucket extends Construct {
  readonly bucket: Bucket;
  readonly tenantObjects: TenantObjects;

  constructor(scope: Construct, id: string, { lockDays }: AnchorBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(lockDays && {
        objectLockEnabled: true,
        objectLockDefaultRetention: ObjectLockRetention.compliance(Duration.days(lockDays)),
      }),
    });
    this.tenantObjects = exportTenantObjects(this, this.bucket, 'anchors');
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'It holds hashes alone, and every version of them: what is done to it shows in itself.',
    });
  }
}
