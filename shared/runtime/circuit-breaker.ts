import {
  admission,
  afterAbandoning,
  afterFailure,
  afterSuccess,
  type CircuitState,
  claimingProbe,
} from './circuit-state.ts';
import type { Clock } from './clock.ts';
import { Held } from './held.ts';
import type { Tenant } from './tenant.ts';

/** Port to where instances tell each other how a provider is doing, by its host. */
export interface CircuitStore {
  read(tenant: Tenant, host: string): Promise<CircuitState>;
  /** Whether it was written: not where somebody else has changed what `next` was made of. */
  write(tenant: Tenant, host: string, next: CircuitState): Promise<boolean>;
}

export interface CircuitBreakerDeps {
  readonly clock: Clock;
  readonly store: CircuitStore;
  /** Whose health it is about: `api.openai.com`. */
  readonly host: string;
}

/** How old what is known may be: calls in quick succession read it once. */
const HOLD_MS = 2_000;
/** Others may write at the same moment; beyond that they have said it already. */
const MOST_WRITES = 4;

/**
 * Keeps calls away from a provider that is down. After three failures in a row nothing is let through
 * for a minute, then one call as a probe: it decides whether the circuit closes or stays open. A
 * tenant's instances share what they know. Where it cannot be read or written, calls go out.
 */
export class CircuitBreaker {
  readonly #deps: CircuitBreakerDeps;
  readonly #held: Held<CircuitState>;

  constructor(deps: CircuitBreakerDeps) {
    this.#deps = deps;
    this.#held = new Held(deps.clock, HOLD_MS);
  }

  /** Whether a call may go out now. Whoever is let through reports how it ended. */
  async admits(tenant: Tenant): Promise<boolean> {
    try {
      const state = await this.#known(tenant);
      const now = this.#deps.clock.now();
      const verdict = admission(state, now);
      if (verdict !== 'probe') return verdict === 'closed';
      return await this.#write(tenant, state, claimingProbe(state, now));
    } catch {
      return true;
    }
  }

  succeeded(tenant: Tenant): Promise<void> {
    return this.#change(tenant, afterSuccess);
  }

  failed(tenant: Tenant): Promise<void> {
    return this.#change(tenant, (state) => afterFailure(state, this.#deps.clock.now()));
  }

  /** Let through, but never made: says nothing about the provider. */
  abandoned(tenant: Tenant): Promise<void> {
    return this.#change(tenant, afterAbandoning);
  }

  /** What is held decides whether there is anything to say: a provider that works costs no write. */
  async #change(tenant: Tenant, next: (state: CircuitState) => CircuitState): Promise<void> {
    try {
      for (let attempt = 0; attempt < MOST_WRITES; attempt += 1) {
        const state = await this.#known(tenant, Number.POSITIVE_INFINITY);
        const changed = next(state);
        if (changed === state || (await this.#write(tenant, state, changed))) return;
      }
    } catch {
      this.#held.drop(tenant);
    }
  }

  #known(tenant: Tenant, maxAgeMs?: number): Promise<CircuitState> {
    const { store, host } = this.#deps;
    return this.#held.get(tenant, () => store.read(tenant, host), maxAgeMs);
  }

  async #write(tenant: Tenant, read: CircuitState, changed: CircuitState): Promise<boolean> {
    const { store, host } = this.#deps;
    const next = { ...changed, version: read.version + 1 };
    const isWritten = await store.write(tenant, host, next);
    this.#held.drop(tenant);
    if (isWritten) await this.#held.get(tenant, async () => next);
    return isWritten;
  }
}
