import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IEventBus } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager';
import type { QueueName } from '../catalogue/queues.ts';
import type { EnvironmentConfig } from '../config/environment-config.ts';
import type { AnchorBucket } from '../constructs/anchor-bucket.ts';
import type { TenantObjects } from '../constructs/tenant-objects.ts';
import type { WorkQueue } from '../constructs/work-queue.ts';

/** What functions stand on: everything that lives longer than they do. */
export interface Foundations {
  readonly config: EnvironmentConfig;
  readonly table: ITable;
  readonly streamArn: string;
  readonly bucket: IBucket;
  readonly tenantObjects: TenantObjects;
  readonly anchors: AnchorBucket;
  readonly signingKey: ISecret;
  readonly providerKeys: ISecret;
  readonly bus: IEventBus;
  readonly queues: Readonly<Record<QueueName, WorkQueue>>;
  readonly emailIdentityArn: string;
}
