import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SegmentObjects } from './segment-objects.ts';

/** Gives the client that may touch this tenant's objects: the seam of the second wall. */
export type TenantS3 = (tenant: Tenant) => S3Client;

/** Segments on the real bucket. */
export function openSegments(bucket: string): S3SegmentObjects {
  const client = new S3Client();
  return new S3SegmentObjects(() => client, bucket);
}

export class S3SegmentObjects implements SegmentObjects {
  readonly #clientOf: TenantS3;
  readonly #bucket: string;

  constructor(clientOf: TenantS3, bucket: string) {
    this.#clientOf = clientOf;
    this.#bucket = bucket;
  }

  async put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    const put = { Bucket: this.#bucket, Key: key, Body: bytes };
    await this.#clientOf(tenant).send(new PutObjectCommand(put));
  }

  async get(tenant: Tenant, key: string, firstBytes?: number): Promise<Uint8Array | undefined> {
    const Range = firstBytes === undefined ? undefined : `bytes=0-${firstBytes - 1}`;
    try {
      const get = new GetObjectCommand({ Bucket: this.#bucket, Key: key, Range });
      const { Body } = await this.#clientOf(tenant).send(get);
      return await Body?.transformToByteArray();
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async delete(tenant: Tenant, key: string): Promise<void> {
    await this.#clientOf(tenant).send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }
}

/** Without the right to list, S3 calls an absent object forbidden; readers of segments lack it. */
const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);
