import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { systemClock } from './clock.ts';
import { Held } from './held.ts';
import type { Secret } from './secret.ts';

const HOLD_MS = 5 * 60_000;

/** A secret of Secrets Manager, read at most every five minutes. */
export function connectSecret(arn: string): Secret {
  const client = new SecretsManagerClient();
  const held = new Held<string>(systemClock, HOLD_MS);
  const fetch = async () => {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (!SecretString) throw new TypeError('The secret is empty');
    return SecretString;
  };
  return { read: () => held.get(arn, fetch) };
}
