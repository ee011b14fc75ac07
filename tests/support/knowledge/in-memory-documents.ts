import { createHash } from 'node:crypto';
import type { SourceObject } from '#shared/knowledge/documents/document.ts';
import type {
  DocumentObjects,
  UploadTarget,
} from '#shared/knowledge/documents/document-objects.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

interface StoredFile {
  readonly bytes: Uint8Array;
  readonly head: SourceObject;
}

/** The document bucket in memory: tags are content hashes and times have whole seconds, as in S3. */
export class InMemoryDocuments implements DocumentObjects {
  readonly #files = new Map<string, StoredFile>();
  readonly #clock: Clock;
  /** Called before every answer, so that tests can let something happen in between. */
  beforeEach: (operation: 'head' | 'get') => void = () => undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Somebody puts a file. */
  drop(key: string, content: string | Uint8Array): void {
    const bytes = new Uint8Array(Buffer.from(content));
    const etag = createHash('md5').update(bytes).digest('hex');
    const last_modified = `${this.#clock.now().toISOString().slice(0, 19)}.000Z`;
    this.#files.set(key, { bytes, head: { etag, last_modified, size: bytes.byteLength } });
  }

  remove(key: string): void {
    this.#files.delete(key);
  }

  read(key: string): string | undefined {
    const file = this.#files.get(key);
    return file && Buffer.from(file.bytes).toString();
  }

  all() {
    return [...this.#files].map(([key, { head }]) => ({ key, ...head }));
  }

  async head(_tenant: Tenant, key: string): Promise<SourceObject | undefined> {
    this.beforeEach('head');
    return this.#files.get(key)?.head;
  }

  async get(_tenant: Tenant, key: string, etag: string): Promise<Uint8Array | undefined> {
    this.beforeEach('get');
    const file = this.#files.get(key);
    return file?.head.etag === etag ? file.bytes : undefined;
  }

  async put(_tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    this.drop(key, bytes);
  }

  async delete(_tenant: Tenant, key: string): Promise<void> {
    this.remove(key);
  }

  async presignPut(_tenant: Tenant, key: string, type: string): Promise<UploadTarget> {
    return {
      method: 'PUT',
      url: `https://bucket.example/${key}`,
      headers: { 'content-type': type },
    };
  }
}
