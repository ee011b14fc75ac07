import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  HttpMethods,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { exportTenantObjects, type TenantObjects } from './tenant-objects.ts';

export interface DocumentBucketProps {
  /** Origins whose pages may upload with a presigned URL. */
  readonly uploadOrigins: readonly string[];
}

/**
 * Documents, their text and the search segments. Unversioned: a document's versions are objects of
 * our own, and whatever is deleted must be gone.
 */
export class DocumentBucket extends Construct {
  readonly bucket: Bucket;
  readonly tenantObjects: TenantObjects;

  constructor(scope: Construct, id: string, { uploadOrigins }: DocumentBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      versioned: false,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [...uploadOrigins],
          allowedHeaders: ['content-type', 'content-length', 'if-none-match', 'x-amz-*'],
          exposedHeaders: ['etag'],
          maxAge: 3600,
        },
      ],
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    reportToEventBridge(this.bucket);
    this.tenantObjects = exportTenantObjects(this, this.bucket, 'documents');
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Every object is written and read through the API, whose access log and audit chain say who did.',
    });
  }
}

/** As a plain property: the construct's own switch brings a helper function with wildcard rights. */
function reportToEventBridge(bucket: Bucket): void {
  if (bucket.node.defaultChild instanceof CfnBucket)
    bucket.node.defaultChild.notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
}
