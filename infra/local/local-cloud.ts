import { join } from 'node:path';
import { type Compute, startCompute } from './compute.ts';
import { deployApi } from './deployment/deploy-api.ts';
import { deployIssuer } from './deployment/deploy-issuer.ts';
import { deployMappings } from './deployment/deploy-mappings.ts';
import {
  type DeployedTable,
  deployBuckets,
  deployQueues,
  deployTables,
} from './deployment/deploy-stores.ts';
import { createDeliveryFaults, noDeliveryFaults } from './engines/delivery-faults.ts';
import type { Mail } from './engines/mail.ts';
import { startEventing } from './eventing.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import type { LocalEndpoints } from './gateway/local-routes.ts';
import type { Faults } from './instrumentation/faults.ts';
import type { SdkCall } from './instrumentation/sdk-call.ts';
import type { SignIn } from './issuer/person.ts';
import type { Outcome } from './lambda/invocation.ts';
import type { LocalCloudOptions } from './local-cloud-options.ts';
import { endpointsOf } from './local-endpoints.ts';
import { createActivity } from './quiet/activity.ts';
import { untilQuiet } from './quiet/until-quiet.ts';
import { createWatch } from './under-way.ts';

/** A running copy of what the template describes. */
export interface LocalCloud {
  /** The front door: console at `/`, API below `/api`. */
  readonly url: string;
  readonly endpoints: LocalEndpoints;
  /** Calls a function and waits. @param name its name or the end of it, such as `http/start` */
  readonly invoke: (name: string, event: unknown) => Promise<Outcome>;
  /** Signs somebody in, as `POST /local/token`. */
  readonly token: (signIn: SignIn) => Promise<string>;
  readonly mails: () => Promise<readonly Mail[]>;
  /** What functions wrote to their logs. */
  readonly logs: (functionName?: string) => string;
  /** SDK calls, as many as `keepCalls` says. */
  readonly calls: (functionName?: string) => readonly SdkCall[];
  /** SDK calls of one HTTP request, by its `apigw-requestid`. */
  readonly callsOf: (gatewayRequestId: string) => readonly SdkCall[];
  readonly forgetCalls: () => void;
  readonly faults: Faults;
  /** Waits until queues, streams, indexes, buses and functions are quiet. @throws Error naming what is not */
  readonly drain: (timeoutMs?: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const DRAIN_TIMEOUT_MS = 20_000;

/**
 * Brings the template up on this machine.
 * @throws UnsupportedTemplateError for what the local cloud cannot do, PortInUseError
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  await using disposal = new AsyncDisposableStack();
  const activity = createActivity();
  const foundation = await layFoundation(options, disposal);
  const { engines, instruments, frontDoor } = foundation;
  const tables = await deployStores(foundation);
  const compute = startCompute(foundation, options, activity);
  disposal.defer(() => compute.lambda.stop());
  const { deliveryFaults } = options;
  const faults = deliveryFaults ? createDeliveryFaults(deliveryFaults) : noDeliveryFaults;
  await startEventing(foundation, compute, { ...options, faults }, disposal);
  const mappings = await deployMappings({
    ...foundation,
    ...engines,
    ...compute,
    ...options,
    tables,
    faults,
    activity,
    dataFolder: options.stateFolder,
  });
  disposal.defer(() => mappings.stop());
  const issuer = openFrontDoor(foundation, compute, options);
  const { indexLagMs = 0 } = options;
  const underWay = createWatch({ foundation, mappings, activity, indexLagMs });
  const owned = disposal.move();
  return {
    url: frontDoor.url,
    endpoints: endpointsOf(foundation),
    invoke: (name, event) => compute.lambda.invoke(name, event),
    token: issuer.signIn,
    mails: engines.mail.list,
    logs: compute.log.text,
    calls: instruments.recorder.calls,
    callsOf: instruments.recorder.callsOf,
    forgetCalls: instruments.recorder.clear,
    faults: instruments.faults,
    drain: (timeoutMs = DRAIN_TIMEOUT_MS) => untilQuiet({ timeoutMs, underWay }),
    stop: () => owned.disposeAsync(),
  };
}

async function deployStores({
  resources,
  engines,
  instruments,
}: Foundation): Promise<DeployedTable[]> {
  const { dynamo, stores, mail } = engines;
  instruments.connect('dynamodb', dynamo.endpoint);
  instruments.connect('sqs', stores.sqsEndpoint);
  instruments.connect('s3', stores.s3Endpoint);
  instruments.connect('ses', mail.endpoint);
  deployQueues(resources, stores);
  deployBuckets(resources, stores);
  return deployTables(resources, dynamo);
}

function openFrontDoor(foundation: Foundation, { lambda }: Compute, options: LocalCloudOptions) {
  const { resources, place, engines, frontDoor, identity } = foundation;
  const { signingKey: key } = engines;
  const { region } = identity;
  const issuer = deployIssuer({ resources, region, key, invoke: lambda.invoke });
  const gateway = deployApi({ resources, place, keys: key.publicKeys, invoke: lambda.invoke });
  const staticFolder = options.staticFolder ?? FRONT_PAGE;
  frontDoor.open({ gateway, local: { issuer, endpoints: endpointsOf(foundation) }, staticFolder });
  return issuer;
}

const FRONT_PAGE = join(import.meta.dirname, 'front-page');
