import { paginateListObjectsV2, S3Client } from '@aws-sdk/client-s3';
import { TENANT_PATTERN, type Tenant } from '#shared/runtime/tenant.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import type { Area, StoredObject, StoredObjects } from './stored-objects.ts';

const ROOT = 'tenants/';

export const listStoredObjects = (bucket: string): StoredObjects =>
  new S3StoredObjects(new S3Client(), bucket);

export class S3StoredObjects implements StoredObjects {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async tenants(): Promise<readonly Tenant[]> {
    const tenants: Tenant[] = [];
    for await (const { CommonPrefixes = [] } of this.#pages({ Prefix: ROOT, Delimiter: '/' }))
      for (const { Prefix = '' } of CommonPrefixes) {
        const name = Prefix.slice(ROOT.length, -1);
        if (TENANT_PATTERN.test(name)) tenants.push(trustedTenant(name));
      }
    return tenants;
  }

  async list(tenant: Tenant, area: Area): Promise<readonly StoredObject[]> {
    const objects: StoredObject[] = [];
    for await (const { Contents = [] } of this.#pages({ Prefix: `${ROOT}${tenant}/${area}/` }))
      for (const { Key, ETag = '', LastModified, Size = 0 } of Contents)
        if (Key && LastModified)
          objects.push({
            key: Key,
            etag: ETag.replaceAll('"', ''),
            last_modified: toTheSecond(LastModified),
            size: Size,
          });
    return objects;
  }

  #pages(selection: { readonly Prefix: string; readonly Delimiter?: string }) {
    return paginateListObjectsV2({ client: this.#client }, { Bucket: this.#bucket, ...selection });
  }
}

/** As HEAD tells it: the two are compared with each other. */
const toTheSecond = (time: Date): string => `${time.toISOString().slice(0, 19)}.000Z`;
