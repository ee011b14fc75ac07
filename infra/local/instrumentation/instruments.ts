import type { InstanceRegistry } from '../lambda/instance-registry.ts';
import { type CallRecorder, createCallRecorder } from './call-recorder.ts';
import { createCallers } from './callers.ts';
import { createFaultInjector, type Faults } from './faults.ts';
import { createPassage, type PassageOptions } from './passage.ts';
import { SERVICES, type ServiceName } from './sdk-call.ts';
import { type ServiceProxy, startServiceProxy } from './service-proxy.ts';

/** The proxies in front of all services, with what they count and break. */
export interface Instruments {
  readonly endpointOf: (service: ServiceName) => string;
  /** Tells a proxy where its engine is; until then its calls fail. */
  readonly connect: (service: ServiceName, engine: string) => void;
  readonly recorder: CallRecorder;
  readonly faults: Faults;
  /** When DynamoDB last answered a write: its stream record may still be on its way. */
  readonly lastWriteAt: () => number;
  readonly stop: () => Promise<void>;
}

export interface InstrumentsOptions {
  readonly registry: InstanceRegistry;
  readonly keepCalls: number;
  readonly onTableAnswer?: PassageOptions['onAnswer'];
}

const WRITES = /^(Put|Update|Delete|BatchWrite|TransactWrite|Execute|BatchExecute)/;

export async function startInstruments(options: InstrumentsOptions): Promise<Instruments> {
  const recorder = createCallRecorder(options.keepCalls);
  const callers = createCallers(options.registry);
  const injector = createFaultInjector();
  const engines = new Map<ServiceName, string>();
  let lastWriteAt = 0;
  const onTableAnswer: PassageOptions['onAnswer'] = (call, answer) => {
    if (WRITES.test(call.operation)) lastWriteAt = Date.now();
    return options.onTableAnswer?.(call, answer) ?? answer;
  };
  const start = async (service: ServiceName): Promise<[ServiceName, ServiceProxy]> => {
    const passage = createPassage({
      service,
      engine: () => engines.get(service) ?? '',
      callers,
      recorder,
      injector,
      ...(service === 'dynamodb' && { onAnswer: onTableAnswer }),
    });
    return [service, await startServiceProxy(passage)];
  };
  const proxies = new Map(await Promise.all(SERVICES.map(start)));
  return {
    endpointOf: (service) => proxies.get(service)?.endpoint ?? '',
    connect: (service, engine) => void engines.set(service, engine),
    recorder,
    faults: injector.faults,
    lastWriteAt: () => lastWriteAt,
    stop: async () => {
      await Promise.all([...proxies.values()].map((proxy) => proxy.stop()));
    },
  };
}
