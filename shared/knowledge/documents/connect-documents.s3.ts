import { S3Client } from '@aws-sdk/client-s3';
import { S3DocumentObjects } from './document-objects.s3.ts';

/** The one place where a tenant's client of the documents is made. */
export function connectDocuments(bucketName: string): S3DocumentObjects {
  // A presigned link cannot foretell the checksum of a body it has not seen.
  const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  return new S3DocumentObjects(() => client, bucketName);
}
