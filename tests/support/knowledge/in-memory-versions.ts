import type { VersionObjects } from '#shared/knowledge/documents/version-objects.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';

/** What is kept of document versions, in memory. */
export class InMemoryVersions implements VersionObjects {
  readonly objects = new Map<string, Uint8Array>();
  readonly #beside: Map<string, Uint8Array>;

  /** @param beside what else lies in the bucket: whoever may delete objects may delete these */
  constructor(beside = new Map<string, Uint8Array>()) {
    this.#beside = beside;
  }

  async put(_tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    this.objects.set(key, new Uint8Array(bytes));
  }

  async get(_tenant: Tenant, key: string): Promise<Uint8Array | undefined> {
    const bytes = this.objects.get(key);
    return bytes && new Uint8Array(bytes);
  }

  async keys(_tenant: Tenant, prefix: string): Promise<readonly string[]> {
    return [...this.objects.keys()].filter((key) => key.startsWith(prefix)).sort();
  }

  async delete(_tenant: Tenant, key: string): Promise<void> {
    this.objects.delete(key);
    this.#beside.delete(key);
  }
}
