import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddedText, EmbeddingOutcome, VectorSpace } from './embedding-service.ts';
import type { InputType, SpaceEmbedder } from './space-embedder.ts';
import { textKey } from './text-key.ts';
import type { KnownVector, VectorCache } from './vector-cache.ts';

export interface CachedEmbedderDeps {
  readonly space: VectorSpace;
  readonly cache: VectorCache;
  readonly inner: SpaceEmbedder;
  readonly clock: Clock;
}

/**
 * Queries are embedded once a day; only what is not known goes on, and failures are not kept. Texts of
 * documents pass: their vectors are kept with the document, not in an item each (see docs/decisions).
 * A cache that cannot be reached is an empty one.
 */
export class CachedEmbedder implements SpaceEmbedder {
  readonly #deps: CachedEmbedderDeps;

  constructor(deps: CachedEmbedderDeps) {
    this.#deps = deps;
  }

  async embed(
    tenant: Tenant,
    inputType: InputType,
    texts: readonly string[],
  ): Promise<readonly EmbeddingOutcome[]> {
    const { inner, space, clock } = this.#deps;
    if (inputType === 'document') return inner.embed(tenant, inputType, texts);
    const beganAtMs = clock.now().getTime();
    const scope = { tenant, spaceId: space.spaceId, inputType };
    const keys = texts.map((text) => textKey(scope, text));
    const known = await this.#known(tenant, keys);
    const latency_ms = clock.now().getTime() - beganAtMs;
    const misses = keys.flatMap((key, at) => (known.has(key) ? [] : [at]));
    const made = await this.#embedMisses(tenant, inputType, misses, { keys, texts });
    return keys.map((key) => {
      const vector = known.get(key);
      return vector ? this.#hit(vector, latency_ms) : (made.get(key) ?? LOST);
    });
  }

  /** Entries of another width than the space has are none. */
  async #known(tenant: Tenant, keys: readonly string[]): Promise<ReadonlyMap<string, KnownVector>> {
    const { cache, space } = this.#deps;
    const found = await cache.read(tenant, [...new Set(keys)]).catch(() => NOTHING_KNOWN);
    return new Map([...found].filter(([, { embedding }]) => embedding.length === space.dimensions));
  }

  async #embedMisses(
    tenant: Tenant,
    inputType: InputType,
    misses: readonly number[],
    { keys, texts }: { readonly keys: readonly string[]; readonly texts: readonly string[] },
  ): Promise<ReadonlyMap<string, EmbeddingOutcome>> {
    const { inner, cache } = this.#deps;
    if (misses.length === 0) return new Map();
    const outcomes = await inner.embed(
      tenant,
      inputType,
      misses.map((at) => texts[at] ?? ''),
    );
    const made = new Map(misses.map((at, index) => [keys[at] ?? '', outcomes[index] ?? LOST]));
    const worthKeeping = new Map(
      [...made].flatMap(([key, one]) => ('failed' in one ? [] : [[key, one] as const])),
    );
    if (worthKeeping.size > 0) await cache.write(tenant, worthKeeping).catch(() => undefined);
    return made;
  }

  #hit(vector: KnownVector, latency_ms: number): EmbeddedText {
    const { spaceId } = this.#deps.space;
    const free = { token_count: 0, cost_microcents: 0, cached: true };
    return { ...vector, space_id: spaceId, ...free, latency_ms };
  }
}

const NOTHING_KNOWN: ReadonlyMap<string, KnownVector> = new Map();
const LOST: EmbeddingOutcome = { failed: 'unavailable', detail: 'The text got no answer' };
