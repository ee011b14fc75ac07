import {
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { Tenant } from '#shared/runtime/tenant.ts';
import { anchorFolder, anchorKey, behindAnchorsOf, readAnchorKey } from './anchor-key.ts';
import type { Anchor, Anchors } from './anchors.ts';
import type { Link } from './chain.ts';

/** Anchors in the bucket of this name, as the function itself may reach it. */
export const openAnchors = (bucket: string): S3Anchors => new S3Anchors(new S3Client(), bucket);

export class S3Anchors implements Anchors {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async put(tenant: Tenant, anchor: Anchor): Promise<void> {
    const put = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: anchorKey(tenant, anchor),
      Body: JSON.stringify(anchor),
      ContentType: 'application/json',
      IfNoneMatch: '*',
    });
    await this.#client.send(put).catch(ignoreExisting);
  }

  async after(tenant: Tenant, sequence: number): Promise<readonly Link[]> {
    const list = new ListObjectsV2Command({
      Bucket: this.#bucket,
      Prefix: anchorFolder(tenant),
      StartAfter: behindAnchorsOf(tenant, sequence),
    });
    const { Contents = [] } = await this.#client.send(list);
    return Contents.flatMap(({ Key = '' }) => readAnchorKey(Key) ?? []);
  }
}

/** S3's answer to a condition that does not hold. */
const PRECONDITION_FAILED = 412;

function ignoreExisting(error: unknown): void {
  const status = error instanceof S3ServiceException && error.$metadata.httpStatusCode;
  if (status !== PRECONDITION_FAILED) throw error;
}
