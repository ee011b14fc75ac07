import { type LocalIdentity, localIdentity } from './engines/local-identity.ts';
import { seededRandom } from './engines/seeded-random.ts';
import { type FrontDoor, startFrontDoor } from './gateway/front-door.ts';
import { createIndexLag } from './instrumentation/index-lag.ts';
import { type Instruments, startInstruments } from './instrumentation/instruments.ts';
import type { PassageOptions } from './instrumentation/passage.ts';
import { createInstanceRegistry, type InstanceRegistry } from './lambda/instance-registry.ts';
import type { LocalCloudOptions } from './local-cloud-options.ts';
import { type Engines, startEngines } from './start-engines.ts';
import { type Assembly, readAssembly } from './template/assembly.ts';
import { tableKind } from './template/kinds/table.ts';
import type { Place } from './template/place.ts';
import { type Resources, readResources } from './template/resources.ts';

/** What stands before the first function runs: addresses, engines, and the template read for them. */
export interface Foundation {
  readonly assembly: Assembly;
  readonly identity: LocalIdentity;
  readonly frontDoor: FrontDoor;
  readonly engines: Engines;
  readonly instruments: Instruments;
  readonly registry: InstanceRegistry;
  readonly place: Place;
  readonly resources: Resources;
}

export async function layFoundation(
  options: LocalCloudOptions,
  disposal: AsyncDisposableStack,
): Promise<Foundation> {
  const assembly = readAssembly(options.assembly);
  const identity = localIdentity(assembly.region);
  const registry = createInstanceRegistry();
  const frontDoor = await startFrontDoor(options.port ?? 0);
  disposal.defer(() => frontDoor.stop());
  const [engines, instruments] = await Promise.all([
    startEngines(identity, options.stateFolder, disposal),
    startInstruments({
      registry,
      keepCalls: options.keepCalls ?? 0,
      onTableAnswer: indexLag(options, () => resources),
    }),
  ]);
  disposal.defer(() => instruments.stop());
  const place: Place = {
    region: identity.region,
    accountId: identity.accountId,
    sqsEndpoint: instruments.endpointOf('sqs'),
    apiEndpoint: frontDoor.url,
  };
  const resources = readResources(assembly, place);
  return { assembly, identity, frontDoor, engines, instruments, registry, place, resources };
}

function indexLag(
  { indexLagMs = 0, deliveryFaults }: LocalCloudOptions,
  resources: () => Resources,
): PassageOptions['onAnswer'] {
  if (indexLagMs === 0) return undefined;
  const keys = new Map<string, readonly string[]>();
  const keysOf = (name: string) => {
    const known = keys.get(name) ?? keyAttributes(resources(), name);
    keys.set(name, known);
    return known;
  };
  const random = seededRandom(deliveryFaults?.seed ?? 1);
  return createIndexLag({ maxLagMs: indexLagMs, random, keysOf }).onAnswer;
}

const keyAttributes = (resources: Resources, tableName: string): readonly string[] =>
  resources
    .all(tableKind)
    .find(({ ref }) => ref === tableName)
    ?.properties.KeySchema.map(({ AttributeName }) => AttributeName) ?? [];
