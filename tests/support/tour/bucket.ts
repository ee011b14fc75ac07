import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { LocalEndpoints } from '#infra/local/gateway/local-routes.ts';

/** The document bucket as an operator reaches it, past the API. */
export class Bucket {
  readonly #client: S3Client;
  readonly #name: string;

  constructor({ s3: endpoint, region, bucket }: LocalEndpoints) {
    const credentials = { accessKeyId: 'operator', secretAccessKey: 'operator' };
    this.#client = new S3Client({ endpoint, region, credentials, forcePathStyle: true });
    this.#name = bucket;
  }

  async put(Key: string, Body: string): Promise<void> {
    await this.#client.send(new PutObjectCommand({ Bucket: this.#name, Key, Body }));
  }

  async delete(Key: string): Promise<void> {
    await this.#client.send(new DeleteObjectCommand({ Bucket: this.#name, Key }));
  }

  close(): void {
    this.#client.destroy();
  }
}
