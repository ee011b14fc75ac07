import {
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { VersionObjects } from './version-objects.ts';

export class S3VersionObjects implements VersionObjects {
  readonly #clientOf: (tenant: Tenant) => S3Client;
  readonly #bucket: string;

  /** `clientOf` gives the client that may touch this tenant's objects: the seam of the second wall. */
  constructor(clientOf: (tenant: Tenant) => S3Client, bucket: string) {
    this.#clientOf = clientOf;
    this.#bucket = bucket;
  }

  async put(tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    const put = { Bucket: this.#bucket, Key: key, Body: bytes };
    await this.#clientOf(tenant).send(new PutObjectCommand(put));
  }

  async get(tenant: Tenant, key: string): Promise<Uint8Array | undefined> {
    try {
      const get = new GetObjectCommand({ Bucket: this.#bucket, Key: key });
      const { Body } = await this.#clientOf(tenant).send(get);
      return await Body?.transformToByteArray();
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  }

  async keys(tenant: Tenant, prefix: string): Promise<readonly string[]> {
    const client = this.#clientOf(tenant);
    const keys: string[] = [];
    const listing = { Bucket: this.#bucket, Prefix: prefix };
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, listing))
      keys.push(...Contents.flatMap(({ Key }) => Key ?? []));
    return keys;
  }

  async delete(tenant: Tenant, key: string): Promise<void> {
    await this.#clientOf(tenant).send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }));
  }
}

/** Without the right to list, S3 calls an absent object forbidden. */
const isAbsent = (error: unknown): boolean =>
  error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);
