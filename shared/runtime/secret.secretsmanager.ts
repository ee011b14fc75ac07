import { systemClock } from './clock.ts';
import { Held } from './held.ts';
import { onFirstUse } from './on-first-use.ts';
import type { Secret } from './secret.ts';

const HOLD_MS = 5 * 60_000;

/** A secret of Secrets Manager, read at most every five minutes. The client is loaded with the first. */
export function connectSecret(arn: string): Secret {
  const held = new Held<string>(systemClock, HOLD_MS);
  const loaded = onFirstUse(async () => {
    const { secretFetcher } = await import('./fetch-secret.secretsmanager.ts');
    return secretFetcher(arn);
  });
  return { read: () => held.get(arn, async () => (await loaded())()) };
}
