import { InvalidStateError } from '#shared/runtime/app-error.ts';
import type { Clock } from '#shared/runtime/clock.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { Decision } from '#shared/store/decision.ts';
import type { Table } from '#shared/store/table.ts';
import type { Endpoint } from './endpoint.ts';
import { putEndpoint, readEndpoint } from './endpoint-store.ts';
import { rotateSecrets, type SigningSecret } from './signing-secret.ts';

export interface RotateSecretDeps {
  readonly table: Table;
  readonly clock: Clock;
  readonly newSecret: () => SigningSecret;
}

/**
 * Gives a webhook a new secret. For 24 hours its requests carry both signatures, so that the receiver
 * can change over without losing one. @throws EndpointNotFoundError, InvalidStateError
 */
export async function rotateEndpointSecret(
  { table, clock, newSecret }: RotateSecretDeps,
  tenant: Tenant,
  endpointId: string,
): Promise<Decision<Endpoint>> {
  const before = await readEndpoint(table, tenant, endpointId);
  if (before.channel !== 'webhook') throw new InvalidStateError('Only webhooks have a secret');
  const after = {
    ...before,
    secrets: rotateSecrets(before.secrets, newSecret(), clock.now()),
    version: before.version + 1,
  };
  return {
    writes: [putEndpoint(after)],
    events: [],
    audit: [{ action: 'endpoint.secret_rotated', target: endpointId }],
    response: after,
  };
}
