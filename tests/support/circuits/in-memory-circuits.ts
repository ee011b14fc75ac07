import type { CircuitStore } from '#shared/runtime/circuit-breaker.ts';
import { type CircuitState, HEALTHY } from '#shared/runtime/circuit-state.ts';

/** What instances know of providers, in memory; passes the same suite as the table's. */
export class InMemoryCircuits implements CircuitStore {
  readonly #states = new Map<string, CircuitState>();
  isDown = false;
  reads = 0;
  writes = 0;

  async read(tenant: string, host: string): Promise<CircuitState> {
    this.reads += 1;
    return this.#stateOf(tenant, host);
  }

  async write(tenant: string, host: string, next: CircuitState): Promise<boolean> {
    this.writes += 1;
    const { version } = this.#stateOf(tenant, host);
    if (version !== next.version - 1) return false;
    this.#states.set(`${tenant} ${host}`, next);
    return true;
  }

  #stateOf(tenant: string, host: string): CircuitState {
    if (this.isDown) throw new Error('The table is down');
    return this.#states.get(`${tenant} ${host}`) ?? HEALTHY;
  }
}
