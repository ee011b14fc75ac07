import { describe, expect, it } from 'vitest';
import { createFaultInjector } from '#infra/local/instrumentation/faults.ts';
import type { SdkCall } from '#infra/local/instrumentation/sdk-call.ts';

const call = (operation: string, functionName = 'local-api-httpstart'): SdkCall => ({
  service: 'dynamodb',
  operation,
  functionName,
  parameters: {},
  attempt: 1,
  startedAt: 0,
});

describe('faults', () => {
  it('strike the n-th matching call, so often as asked, and then no more', () => {
    const { faults, effectsOn } = createFaultInjector();
    const fault = faults.throttle({ operation: 'PutItem', nth: 2, times: 2 });
    const struck = ['PutItem', 'GetItem', 'PutItem', 'PutItem', 'PutItem'].map(
      (operation) => effectsOn(call(operation)).length,
    );
    expect(struck).toEqual([0, 0, 1, 1, 0]);
    expect([fault.seen(), fault.fired()]).toEqual([4, 2]);
  });

  it('know a function by the end of its name', () => {
    const { faults, effectsOn } = createFaultInjector();
    faults.crash({ function: 'http/start', when: 'after', times: 9 });
    expect(effectsOn(call('PutItem'))).toEqual([{ kind: 'crash', when: 'after' }]);
    expect(effectsOn(call('PutItem', 'local-api-httpprocess'))).toEqual([]);
  });

  it('are gone when cleared', () => {
    const { faults, effectsOn } = createFaultInjector();
    faults.delay({ ms: 5 });
    faults.clear();
    expect(effectsOn(call('PutItem'))).toEqual([]);
  });
});
