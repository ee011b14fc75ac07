import { Stack, type StackProps } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type {
  FunctionSpec,
  HttpFunctionSpec,
  QueueFunctionSpec,
  ScheduleFunctionSpec,
  StreamFunctionSpec,
} from '../catalogue/function-spec.ts';
import { Clockwork } from '../constructs/clockwork.ts';
import { FunctionRoutes } from '../constructs/function-routes.ts';
import { HttpFrontDoor } from '../constructs/http-front-door.ts';
import { ParkingQueue } from '../constructs/parking-queue.ts';
import { productMetric } from '../constructs/product-metric.ts';
import { QueueWorker } from '../constructs/queue-worker.ts';
import { RunbookAlarm } from '../constructs/runbook-alarm.ts';
import { StreamFollower } from '../constructs/stream-follower.ts';
import { consumeQueue, followStream, parkIn } from '../permissions/event-source-access.ts';
import { createFunction, type FunctionSurroundings } from './create-function.ts';
import type { TokenIssuer } from './token-issuer.ts';

export interface ApiStackProps extends StackProps, FunctionSurroundings {
  readonly functions: readonly FunctionSpec[];
  readonly tokens: TokenIssuer;
  readonly alarms: ITopic | undefined;
}

/** What a release replaces: the API, every function behind it, and what calls them. */
export class ApiStack extends Stack {
  readonly #props: ApiStackProps;
  readonly #frontDoor: HttpFrontDoor;

  constructor(scope: Construct, id: string, props: ApiStackProps) {
    super(scope, id, props);
    this.#props = props;
    const { config } = props.foundations;
    this.#frontDoor = new HttpFrontDoor(this, 'FrontDoor', {
      ...config,
      allowedOrigins: [new URL(config.consoleUrl).origin, ...config.allowedOrigins],
      tokens: props.tokens,
    });
    for (const spec of props.functions) this.#add(spec);
  }

  #add(spec: FunctionSpec): void {
    if (spec.trigger === 'http') this.#addRoutes(spec);
    if (spec.trigger === 'queue') this.#addWorker(spec);
    if (spec.trigger === 'stream') this.#addFollower(spec);
    if (spec.trigger === 'schedule') this.#addClockwork(spec);
    // A function of the trigger kind lives with the user pool that invokes it.
  }

  #addRoutes(spec: HttpFunctionSpec): void {
    const { lambda } = createFunction(this, spec, this.#props);
    const { routes, catchAll } = spec;
    new FunctionRoutes(lambda, 'Routes', { frontDoor: this.#frontDoor, lambda, routes, catchAll });
  }

  #addWorker(spec: QueueFunctionSpec): void {
    const { queue } = this.#props.foundations.queues[spec.queue];
    const { lambda } = createFunction(this, spec, this.#props, [consumeQueue(queue)]);
    new QueueWorker(lambda, 'Worker', { ...spec, queue, lambda });
  }

  #addFollower(spec: StreamFunctionSpec): void {
    const { alarms, foundations } = this.#props;
    const { streamArn } = foundations;
    const parked = this.#addParking(spec, 'Changes were given up before the stream was relayed.');
    const access = [followStream(streamArn), parkIn(parked)];
    const { lambda } = createFunction(this, spec, this.#props, access);
    new StreamFollower(lambda, 'Follower', { ...spec, streamArn, lambda, parked, alarms });
  }

  #addClockwork(spec: ScheduleFunctionSpec): void {
    const parked = this.#addParking(spec, 'A scheduled run failed: what was due may be late.');
    const { lambda } = createFunction(this, spec, this.#props, [parkIn(parked)]);
    new Clockwork(lambda, 'Clockwork', { ...spec, lambda, parked });
    for (const alarm of spec.alarms ?? [])
      new RunbookAlarm(lambda, alarm.metric, {
        ...alarm,
        metric: productMetric(alarm.metric),
        topic: this.#props.alarms,
      });
  }

  #addParking({ folder }: FunctionSpec, parkedMeans: string) {
    const { alarms } = this.#props;
    return new ParkingQueue(this, `Parked-${folder.replace('/', '-')}`, { parkedMeans, alarms })
      .queue;
  }
}
