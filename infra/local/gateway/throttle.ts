import type { RouteSettings } from '../template/kinds/stage.ts';

/** Whether a request on a route may pass now. */
export type Throttle = (routeKey: string) => boolean;

export interface ThrottleSettings {
  readonly standard: RouteSettings;
  readonly ofRoutes: Readonly<Record<string, RouteSettings>>;
}

/** API Gateway's token buckets: one for the stage, one for each route with settings of its own. */
export function createThrottle(settings: ThrottleSettings, nowMs: () => number): Throttle {
  const standard = createBucket(settings.standard, nowMs);
  const ofRoutes = new Map(
    Object.entries(settings.ofRoutes).map(([routeKey, own]) => [
      routeKey,
      createBucket({ ...settings.standard, ...own }, nowMs),
    ]),
  );
  return (routeKey) => (ofRoutes.get(routeKey) ?? standard)();
}

function createBucket(
  { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }: RouteSettings,
  nowMs: () => number,
): () => boolean {
  if (rate === undefined || burst === undefined) return () => true;
  let tokens = burst;
  let filledAt = nowMs();
  return () => {
    const now = nowMs();
    tokens = Math.min(burst, tokens + ((now - filledAt) / 1000) * rate);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
}
