import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SegmentObjects } from '#shared/vectors/shelf/segment-objects.ts';

/** The objects of the shelf in memory; counts reads, so that tests can tell a cached shelf. */
export class InMemorySegments implements SegmentObjects {
  readonly objects = new Map<string, Uint8Array>();
  reads = 0;

  async put(_tenant: Tenant, key: string, bytes: Uint8Array): Promise<void> {
    this.objects.set(key, new Uint8Array(bytes));
  }

  async get(_tenant: Tenant, key: string, firstBytes?: number): Promise<Uint8Array | undefined> {
    this.reads += 1;
    const bytes = this.objects.get(key);
    return bytes && new Uint8Array(bytes.subarray(0, firstBytes));
  }

  async delete(_tenant: Tenant, key: string): Promise<void> {
    this.objects.delete(key);
  }
}
