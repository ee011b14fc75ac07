import { beforeEach, describe, expect, it } from 'vitest';
import { CircuitBreaker, type CircuitStore } from '#shared/runtime/circuit-breaker.ts';
import { HEALTHY } from '#shared/runtime/circuit-state.ts';
import { trustedTenant } from '#shared/runtime/trusted-tenant.ts';
import { VirtualClock } from '#tests/support/virtual-clock.ts';

const ACME = trustedTenant('acme');
const HOST = 'api.example.com';

/** What every store of circuits must let instances do together. */
export function describeCircuits(name: string, open: (clock: VirtualClock) => CircuitStore): void {
  let clock: VirtualClock;
  let store: CircuitStore;
  const instance = (host = HOST) => new CircuitBreaker({ clock, store, host });

  async function fail(times: number, breaker = instance()): Promise<void> {
    for (let at = 0; at < times; at += 1) await breaker.failed(ACME);
  }

  const admitted = async (calls: number): Promise<number> => {
    const verdicts = await Promise.all(
      Array.from({ length: calls }, () => instance().admits(ACME)),
    );
    return verdicts.filter(Boolean).length;
  };

  beforeEach(() => {
    clock = new VirtualClock();
    store = open(clock);
  });

  describe(`circuits in ${name}`, () => {
    it('let everything through while nothing is known', async () => {
      expect(await admitted(5)).toBe(5);
    });

    it('open for all instances after three failures in a row, whoever saw them', async () => {
      await Promise.all([fail(1), fail(1)]);
      expect(await admitted(5)).toBe(5);
      await fail(1);
      expect(await admitted(5)).toBe(0);
      clock.passSeconds(59);
      expect(await admitted(5)).toBe(0);
    });

    it('do not open where a call worked in between', async () => {
      await fail(2);
      const breaker = instance();
      await breaker.admits(ACME);
      await breaker.succeeded(ACME);
      await fail(2);
      expect(await admitted(1)).toBe(1);
    });

    it('let exactly one of many instances probe after a minute', async () => {
      await fail(3);
      clock.passSeconds(60);
      expect(await admitted(20)).toBe(1);
    });

    it('close when the probe works, and stay open for another minute when it does not', async () => {
      await fail(3);
      clock.passSeconds(60);
      const probe = instance();
      expect(await probe.admits(ACME)).toBe(true);
      await probe.failed(ACME);
      expect(await admitted(3)).toBe(0);
      clock.passSeconds(60);
      const next = instance();
      expect(await next.admits(ACME)).toBe(true);
      await next.succeeded(ACME);
      expect(await admitted(3)).toBe(3);
    });

    it('give the probe of an instance that crashed, or that never called, to another', async () => {
      await fail(3);
      clock.passSeconds(60);
      const first = instance();
      await first.admits(ACME);
      await first.abandoned(ACME);
      expect(await admitted(1)).toBe(1);
      expect(await admitted(1)).toBe(0);
      clock.passSeconds(45);
      expect(await admitted(2)).toBe(1);
    });

    it('are apart for tenants and for hosts', async () => {
      await fail(3);
      expect(await instance().admits(trustedTenant('other'))).toBe(true);
      expect(await instance('eu.example.com').admits(ACME)).toBe(true);
    });

    it('refuse a state that was made of an older one', async () => {
      const next = { ...HEALTHY, failures: 1, version: 1 };
      const written = await Promise.all([
        store.write(ACME, HOST, next),
        store.write(ACME, HOST, { ...next, failures: 2 }),
      ]);
      expect(written.filter(Boolean)).toHaveLength(1);
      expect(await store.write(ACME, HOST, { ...next, version: 3 })).toBe(false);
      expect(await store.read(ACME, HOST)).toMatchObject({ version: 1 });
    });
  });
}
