import type { Tenant } from '#shared/runtime/tenant.ts';
import type { EmbeddingOutcome } from './embedding-service.ts';
import type { InputType, SpaceEmbedder } from './space-embedder.ts';
import { textKey } from './text-key.ts';

/**
 * Equal texts that are embedded at the same moment, in one request or in several of an instance, go out
 * once. Who joins gets the vector and no part of the bill; failures are shared too, and forgotten.
 */
export class SharedFlights implements SpaceEmbedder {
  readonly #spaceId: string;
  readonly #inner: SpaceEmbedder;
  readonly #underWay = new Map<string, Promise<EmbeddingOutcome>>();

  constructor(spaceId: string, inner: SpaceEmbedder) {
    this.#spaceId = spaceId;
    this.#inner = inner;
  }

  embed(
    tenant: Tenant,
    inputType: InputType,
    texts: readonly string[],
  ): Promise<readonly EmbeddingOutcome[]> {
    const scope = { tenant, spaceId: this.#spaceId, inputType };
    const keys = texts.map((text) => textKey(scope, text));
    const own = new Map(
      keys.flatMap((key, at) => (this.#underWay.has(key) ? [] : [[key, texts[at] ?? ''] as const])),
    );
    if (own.size > 0) this.#depart(own, this.#inner.embed(tenant, inputType, [...own.values()]));
    const owed = new Set(own.keys());
    // The first of equal texts of the request pays, the others travel with it.
    return Promise.all(keys.map((key) => this.#arrival(key, owed.delete(key))));
  }

  #depart(own: ReadonlyMap<string, string>, flight: Promise<readonly EmbeddingOutcome[]>): void {
    for (const [at, key] of [...own.keys()].entries()) {
      const arrival = flight.then((outcomes) => outcomes[at] ?? LOST);
      this.#underWay.set(key, arrival);
      const forget = () => this.#underWay.delete(key);
      arrival.then(forget, forget);
    }
  }

  async #arrival(key: string, isOwn: boolean): Promise<EmbeddingOutcome> {
    const outcome = await (this.#underWay.get(key) ?? LOST);
    if (isOwn || 'failed' in outcome) return outcome;
    return { ...outcome, token_count: 0, cost_microcents: 0, cached: true };
  }
}

const LOST: EmbeddingOutcome = { failed: 'unavailable', detail: 'The text got no answer' };
