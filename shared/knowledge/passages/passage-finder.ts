import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { SearchDeps } from '../search/find-chunks.ts';
import { type FoundPassages, findPassages } from './find-passages.ts';

export interface PassageFinderDeps extends SearchDeps {
  readonly clock: Clock;
}

/** Passages that one search brings: enough to meet each rule of a handbook once. */
const MOST_PASSAGES = 10;
/** As long as an instance may rely on anything it has read about a tenant. */
const HOLD_MS = 30_000;

/** Finds passages; who has published nothing is remembered for a while and does not pay for documents. */
export class PassageFinder {
  readonly #deps: PassageFinderDeps;
  readonly #emptyUntilMs = new Map<Tenant, number>();

  constructor(deps: PassageFinderDeps) {
    this.#deps = deps;
  }

  async find(tenant: Tenant, topic: string): Promise<FoundPassages> {
    const nowMs = this.#deps.clock.now().getTime();
    if ((this.#emptyUntilMs.get(tenant) ?? 0) > nowMs) return NOTHING;
    const found = await findPassages(this.#deps, tenant, topic, MOST_PASSAGES);
    if (found.isEmpty) this.#emptyUntilMs.set(tenant, nowMs + HOLD_MS);
    else this.#emptyUntilMs.delete(tenant);
    return found;
  }
}

const NOTHING: FoundPassages = { passages: [], isEmpty: true, degraded: false };
