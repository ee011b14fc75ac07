import { createHash } from 'node:crypto';
import { AdminClient, ChromaClient, ChromaNotFoundError, type Collection } from 'chromadb';
import type { Tenant } from '#shared/runtime/tenant.ts';

export interface ChromaSettings {
  readonly url: string;
  readonly token: string | undefined;
}

/**
 * As many candidates as a tenant may have vectors: with fewer than this in a collection the graph is
 * walked to its end, and the answer is exact.
 */
const CANDIDATES = 200_000;
const CONFIGURATION = { hnsw: { space: 'cosine', ef_search: CANDIDATES } } as const;
const OWNER = 'default_tenant';
const PAGE = 100;

/** A database per tenant and in it a collection per space: nothing is shared that a filter must part. */
export class TenantCollections {
  readonly #connection: ReturnType<typeof connectionTo>;
  readonly #admin: AdminClient;

  constructor(settings: ChromaSettings) {
    this.#connection = connectionTo(settings);
    this.#admin = new AdminClient(this.#connection);
  }

  /** Undefined where the tenant has nothing in the space. */
  find(tenant: Tenant, spaceId: string): Promise<Collection | undefined> {
    return unlessAbsent(this.#clientOf(tenant).getCollection({ name: nameOf(spaceId) }));
  }

  async make(tenant: Tenant, spaceId: string): Promise<Collection> {
    const found = await this.find(tenant, spaceId);
    if (found) return found;
    // Whoever makes it at the same time makes the same.
    await this.#admin
      .createDatabase({ name: databaseOf(tenant), tenant: OWNER })
      .catch(() => undefined);
    return this.#clientOf(tenant).getOrCreateCollection({
      name: nameOf(spaceId),
      metadata: { space: spaceId },
      configuration: CONFIGURATION,
      embeddingFunction: null,
    });
  }

  /** All spaces of a tenant. */
  async *all(tenant: Tenant): AsyncIterable<{ spaceId: string; collection: Collection }> {
    const client = this.#clientOf(tenant);
    for (let offset = 0; ; offset += PAGE) {
      const page = (await unlessAbsent(client.listCollections({ limit: PAGE, offset }))) ?? [];
      for (const collection of page)
        yield { spaceId: String(collection.metadata?.['space']), collection };
      if (page.length < PAGE) return;
    }
  }

  #clientOf(tenant: Tenant): ChromaClient {
    return new ChromaClient({ ...this.#connection, tenant: OWNER, database: databaseOf(tenant) });
  }
}

function connectionTo({ url, token }: ChromaSettings) {
  const { protocol, hostname, port } = new URL(url);
  const ssl = protocol === 'https:';
  const headers: Record<string, string> = token ? { 'x-chroma-token': token } : {};
  return { host: hostname, port: Number(port) || (ssl ? 443 : 80), ssl, headers };
}

const databaseOf = (tenant: Tenant): string => `onboarding-${tenant}`;

/** Names take few letters; the space itself is in the metadata. */
const nameOf = (spaceId: string): string =>
  `space-${createHash('sha256').update(spaceId).digest('hex').slice(0, 40)}`;

/** A database that was never made is told from one that is down. */
async function unlessAbsent<Value>(value: Promise<Value>): Promise<Value | undefined> {
  try {
    return await value;
  } catch (error) {
    if (error instanceof ChromaNotFoundError) return undefined;
    throw error;
  }
}
