import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SourceObject } from './document.ts';
import type { DocumentObjects, UploadTarget } from './document-objects.ts';
import { S3VersionObjects } from './version-objects.s3.ts';

const UPLOAD_SECONDS = 15 * 60;

/** The one place where a tenant's client of the documents and their versions is made. */
export function openDocuments(bucket: string) {
  // A presigned link cannot foretell the checksum of a body it has not seen.
  const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  return {
    objects: new S3DocumentObjects(() => client, bucket),
    versions: new S3VersionObjects(() => client, bucket),
  };
}

export class S3DocumentObjects implements DocumentObjects {
  readonly #clientOf: (tenant: Tenant) => S3Client;
  readonly #bucket: string;

  /** `clientOf` gives the client that may touch this tenant's objects: the seam of the second wall. */
  constructor(clientOf: (tenant: Tenant) => S3Client, bucket: string) {
    this.#clientOf = clientOf;
    this.#bucket = bucket;
  }

  async head(tenant: Tenant, key: string): Promise<SourceObject | undefined> {
    const head = new HeadObjectCommand({ Bucket: this.#bucket, Key: key });
    const found = await this.#clientOf(tenant).send(head).catch(absentAt(404));
    if (!found) return undefined;
    const { ETag = '', LastModified, ContentLength = 0 } = found;
    return {
      etag: ETag.replaceAll('"', ''),
      last_modified: (LastModified ?? new Date(0)).toISOString(),
      size: ContentLength,
    };
  }

  async get(tenant: Tenant, key: string, etag: string): Promise<Uint8Array | undefined> {
    const get = new GetObjectCommand({ Bucket: this.#bucket, Key: key, IfMatch: `"${etag}"` });
    const found = await this.#clientOf(tenant).send(get).catch(absentAt(404, 412));
    return found?.Body?.transformToByteArray();
  }

  async put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    const put = { Bucket: this.#bucket, Key: key, Body: bytes };
    await this.#clientOf(tenant).send(new PutObjectCommand(put));
  }

  async delete(tenant: Tenant, key: string): Promise<void> {
    await this.#clientOf(tenant).send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }

  async presignPut(tenant: Tenant, key: string, contentType: string): Promise<UploadTarget> {
    const put = new PutObjectCommand({ Bucket: this.#bucket, Key: key, ContentType: contentType });
    const url = await getSignedUrl(this.#clientOf(tenant), put, {
      expiresIn: UPLOAD_SECONDS,
      // Signed, so that the link cannot be used to store another kind of file.
      signableHeaders: new Set(['content-type']),
    });
    return { method: 'PUT', url, headers: { 'content-type': contentType } };
  }
}

const absentAt =
  (...statuses: readonly number[]) =>
  (error: unknown): undefined => {
    const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
    if (!status || !statuses.includes(status)) throw error;
  };
