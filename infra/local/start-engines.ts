import { join } from 'node:path';
import { systemClock } from '#shared/runtime/clock.ts';
import { type CredentialBook, createCredentialBook } from './engines/credentials.ts';
import { type LocalDynamo, startDynamo } from './engines/dynamo.ts';
import type { LocalIdentity } from './engines/local-identity.ts';
import { type LocalMail, startMail } from './engines/mail.ts';
import { type QueuesAndBuckets, startQueuesAndBuckets } from './engines/queues-and-buckets.ts';
import { createSecrets, type LocalSecrets } from './engines/secrets.ts';
import { openSigningKey, type SigningKey } from './issuer/signing-key.ts';

/** Everything that keeps state, started but still empty. */
export interface Engines {
  readonly dynamo: LocalDynamo;
  readonly stores: QueuesAndBuckets;
  readonly mail: LocalMail;
  readonly secrets: LocalSecrets;
  readonly credentials: CredentialBook;
  readonly signingKey: SigningKey;
}

/** Starts all engines at once; `disposal` stops those that came up even when another did not. */
export async function startEngines(
  identity: LocalIdentity,
  dataFolder: string | undefined,
  disposal: AsyncDisposableStack,
): Promise<Engines> {
  const credentials = createCredentialBook(systemClock);
  // Instances of functions sign with keys of their own and the identity's secret.
  const secretOf = (key: string) =>
    credentials.secretOf(key) ?? identity.credentials.secretAccessKey;
  const stopLater = async <T extends { stop(): Promise<void> }>(engine: Promise<T>): Promise<T> => {
    const started = await engine;
    disposal.defer(() => started.stop());
    return started;
  };
  const [dynamo, stores, mail, signingKey] = await Promise.all([
    stopLater(startDynamo({ identity, dataFolder })),
    stopLater(startQueuesAndBuckets({ identity, dataFolder, secretOf })),
    stopLater(startMail()),
    openSigningKey(dataFolder && join(dataFolder, 'signing-key.json')),
  ]);
  const secrets = createSecrets(identity, dataFolder);
  return { dynamo, stores, mail, secrets, credentials, signingKey };
}
