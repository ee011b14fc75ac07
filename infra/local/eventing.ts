import { systemClock } from '#shared/runtime/clock.ts';
import { randomIds } from '#shared/runtime/ids.ts';
import type { Compute } from './compute.ts';
import { deployEvents } from './deployment/deploy-events.ts';
import { deploySecrets } from './deployment/deploy-secrets.ts';
import { startControlPlane } from './engines/control-plane.ts';
import type { DeliveryFaults } from './engines/delivery-faults.ts';
import { createEventBridge, type LocalEventBridge } from './engines/event-bridge.ts';
import type { Foundation } from './foundation.ts';
import type { LocalCloudOptions } from './local-cloud-options.ts';

/** Buses, rules and schedules, and the small services that share an address with them. */
export async function startEventing(
  { resources, identity, engines, instruments }: Foundation,
  { asyncInvoker, lambda }: Compute,
  options: LocalCloudOptions & { readonly faults: DeliveryFaults },
  disposal: AsyncDisposableStack,
): Promise<LocalEventBridge> {
  const { stores, secrets, credentials } = engines;
  const bridge = createEventBridge({
    identity,
    clock: systemClock,
    ids: randomIds,
    faults: options.faults,
    deliverToQueue: (queueArn, body) => stores.send(queueArn, body),
    // Lambda takes the event at once; what becomes of it is its own affair.
    invokeFunction: (functionArn, event) => void asyncInvoker.invoke(functionArn, event),
  });
  disposal.defer(() => bridge.stop());
  deploySecrets(resources, secrets, options.environment ?? {});
  const schedules = options.schedules ?? true;
  const { accountId } = identity;
  const { functionNamed: requireFunction } = lambda;
  deployEvents({ resources, bridge, stores, schedules, accountId, requireFunction });
  const plane = await startControlPlane({ eventBridge: bridge, secrets, credentials });
  disposal.defer(() => plane.stop());
  for (const service of ['events', 'sts', 'secretsmanager', 'other'] as const) {
    instruments.connect(service, plane.endpoint);
  }
  return bridge;
}
