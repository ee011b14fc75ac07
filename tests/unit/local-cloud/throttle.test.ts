import { expect, it } from 'vitest';
import { createThrottle } from '#infra/local/gateway/throttle.ts';

it('lets a burst pass, then the rate, and a route by its own settings', () => {
  let now = 0;
  const throttle = createThrottle(
    {
      standard: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 2 },
      ofRoutes: { 'POST /slow': { ThrottlingBurstLimit: 1 } },
    },
    () => now,
  );
  const passes = (routeKey: string, count: number) =>
    Array.from({ length: count }, () => throttle(routeKey));
  expect(passes('GET /', 3)).toEqual([true, true, false]);
  expect(passes('POST /slow', 2)).toEqual([true, false]);
  now = 100;
  expect(passes('GET /', 2)).toEqual([true, false]);
});
