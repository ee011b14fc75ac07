import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { EnvironmentConfig } from '../config/environment-config.ts';
import { AnchorBucket } from '../constructs/anchor-bucket.ts';
import { DocumentBucket } from '../constructs/document-bucket.ts';
import { ProviderKeysSecret } from '../constructs/provider-keys.ts';
import { SigningKey } from '../constructs/signing-key.ts';
import { SingleTable } from '../constructs/single-table.ts';
import type { TenantObjects } from '../constructs/tenant-objects.ts';

export interface DataStackProps extends StackProps {
  readonly config: EnvironmentConfig;
}

/** What must never be lost: kept even when the stack is deleted. */
export class DataStack extends Stack {
  readonly table: ITable;
  readonly streamArn: string;
  readonly bucket: Bucket;
  readonly tenantObjects: TenantObjects;
  readonly anchors: AnchorBucket;
  readonly signingKey: Secret;
  readonly providerKeys: Secret;

  constructor(scope: Construct, id: string, props: DataStackProps) {
    super(scope, id, { ...props, terminationProtection: true });
    const { consoleUrl, allowedOrigins, auditLockDays } = props.config;
    const { table, streamArn } = new SingleTable(this, 'Table');
    this.table = table;
    this.streamArn = streamArn;
    const documents = new DocumentBucket(this, 'Documents', {
      uploadOrigins: [new URL(consoleUrl).origin, ...allowedOrigins],
    });
    this.bucket = documents.bucket;
    this.tenantObjects = documents.tenantObjects;
    this.anchors = new AnchorBucket(this, 'Anchors', { lockDays: auditLockDays });
    this.signingKey = new SigningKey(this, 'SigningKey').secret;
    this.providerKeys = new ProviderKeysSecret(this, 'ProviderKeys').secret;
  }
}
