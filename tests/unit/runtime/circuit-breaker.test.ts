import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '#shared/runtime/circuit-breaker.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { circuitsIn } from '#shared/store/circuits.ts';
import { describeCircuits } from '#tests/support/circuits/describe-circuits.ts';
import { InMemoryCircuits } from '#tests/support/circuits/in-memory-circuits.ts';
import { InMemoryTable } from '#tests/support/in-memory-table.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');

describeCircuits('memory', () => new InMemoryCircuits());
describeCircuits('the table', (clock) => circuitsIn(new InMemoryTable(), clock));

describe('a circuit breaker', () => {
  const clock = new VirtualClock();
  const store = new InMemoryCircuits();
  const breaker = new CircuitBreaker({ clock, store, host: 'api.example.com' });

  it('of a provider that works reads once for calls in quick succession, and writes nothing', async () => {
    for (let call = 0; call < 10; call += 1) {
      expect(await breaker.admits(ACME)).toBe(true);
      await breaker.succeeded(ACME);
      await breaker.abandoned(ACME);
    }
    expect([store.reads, store.writes]).toEqual([1, 0]);
    clock.passSeconds(2);
    await breaker.admits(ACME);
    expect(store.reads).toBe(2);
  });

  it('that cannot ask anybody lets calls through and does not fail them', async () => {
    store.isDown = true;
    clock.passSeconds(2);
    expect(await breaker.admits(ACME)).toBe(true);
    await breaker.failed(ACME);
    await breaker.succeeded(ACME);
  });
});
