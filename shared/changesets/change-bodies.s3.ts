import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { BodyName, ChangeBodies } from './change-bodies.ts';

/** The one place where a tenant's client of the bodies is made. */
export function openChangeBodies(bucket: string): S3ChangeBodies {
  const client = new S3Client();
  return new S3ChangeBodies(() => client, bucket);
}

class S3ChangeBodies implements ChangeBodies {
  readonly #clientOf: (tenant: Tenant) => S3Client;
  readonly #bucket: string;

  /** `clientOf` gives the client that may touch this tenant's objects: the seam of the second wall. */
  constructor(clientOf: (tenant: Tenant) => S3Client, bucket: string) {
    this.#clientOf = clientOf;
    this.#bucket = bucket;
  }

  async write(tenant: Tenant, name: BodyName, lines: string): Promise<void> {
    const put = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: keyOf(tenant, name),
      Body: lines,
      ContentType: 'application/jsonl',
    });
    await this.#clientOf(tenant).send(put);
  }

  async read(tenant: Tenant, name: BodyName): Promise<string> {
    const get = new GetObjectCommand({ Bucket: this.#bucket, Key: keyOf(tenant, name) });
    const { Body } = await this.#clientOf(tenant).send(get);
    if (!Body) throw new TypeError('S3 answered without a body');
    return Body.transformToString();
  }
}

const keyOf = (tenant: Tenant, { changesetId, revisionHash }: BodyName): string =>
  `tenants/${tenant}/changesets/${changesetId}/${revisionHash}.jsonl`;
