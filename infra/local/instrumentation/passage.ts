import { Agent, request as httpRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRecorder } from './call-recorder.ts';
import type { Caller, Callers } from './callers.ts';
import { throttled, transactionConflict } from './fault-answers.ts';
import type { Effect, FaultInjector, Moment } from './faults.ts';
import { operationOf } from './operation.ts';
import type { PassingRequest } from './passing-request.ts';
import type { SdkCall, ServiceName } from './sdk-call.ts';
import { answerHeaders, onwardHeaders } from './wire-headers.ts';

export interface PassingAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer | string;
}

/** The way of a request through the instruments to its service and back. */
export interface Passage {
  /** @returns undefined when the connection is to break without an answer */
  readonly pass: (request: PassingRequest) => Promise<PassingAnswer | undefined>;
  readonly close: () => void;
}

export interface PassageOptions {
  readonly service: ServiceName;
  /** URL of the engine, asked at each call: a proxy may be there before its engine. */
  readonly engine: () => string;
  readonly callers: Callers;
  readonly recorder: CallRecorder;
  readonly injector: FaultInjector;
  /** Looks at an answer before the caller does, and may change it. */
  readonly onAnswer?: (call: SdkCall, answer: PassingAnswer) => PassingAnswer;
}

export function createPassage(options: PassageOptions): Passage {
  const agent = new Agent({ keepAlive: true });

  async function forward(request: PassingRequest, effects: Effects): Promise<PassingAnswer> {
    if (effects.has('duplicate')) await send(agent, options.engine(), request);
    return send(agent, options.engine(), request);
  }

  return {
    close: () => agent.destroy(),
    async pass(request) {
      const caller = options.callers.of(request);
      const call = describe(options.service, request, caller);
      const answered = options.recorder.begin(call);
      const effects = new Effects(options.injector.effectsOn(call));
      await sleepFor(effects.delayMs);
      if (await effects.breaks('before', caller)) return undefined;
      const refusal = effects.refusal(call);
      const answer = refusal ?? (await forward(request, effects));
      answered(answer.status);
      options.callers.learn(call, answer, caller);
      if (await effects.breaks('after', caller)) return undefined;
      return options.onAnswer?.(call, answer) ?? answer;
    },
  };
}

/** The faults that struck one call, in the order in which it meets them. */
class Effects {
  readonly #effects: readonly Effect[];

  constructor(effects: readonly Effect[]) {
    this.#effects = effects;
  }

  has(kind: Effect['kind']): boolean {
    return this.#effects.some((effect) => effect.kind === kind);
  }

  get delayMs(): number {
    return this.#effects.reduce(
      (sum, effect) => sum + (effect.kind === 'delay' ? effect.ms : 0),
      0,
    );
  }

  refusal(call: SdkCall): PassingAnswer | undefined {
    if (this.has('throttle')) return throttled(call);
    return this.has('conflict') ? transactionConflict(call) : undefined;
  }

  /** Whether the caller never sees an answer; a crash takes its instance down first. */
  async breaks(moment: Moment, caller: Caller): Promise<boolean> {
    const struck = this.#effects.filter((effect) => 'when' in effect && effect.when === moment);
    if (struck.some(({ kind }) => kind === 'crash')) await caller.kill();
    return struck.length > 0;
  }
}

function describe(service: ServiceName, request: PassingRequest, caller: Caller): SdkCall {
  const { functionName, requestId, gatewayRequestId, presigned } = caller;
  const attempt = /attempt=(\d+)/.exec(String(request.headers['amz-sdk-request']))?.[1] ?? '1';
  return {
    service,
    ...operationOf(service, request),
    functionName,
    requestId,
    gatewayRequestId,
    ...(presigned && { presigned }),
    attempt: Number(attempt),
    startedAt: Date.now(),
  };
}

async function sleepFor(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms);
}

function send(agent: Agent, engine: string, request: PassingRequest): Promise<PassingAnswer> {
  const { hostname, port } = new URL(engine);
  const { method, target: path, body } = request;
  const { promise, resolve, reject } = Promise.withResolvers<PassingAnswer>();
  httpRequest({ agent, hostname, port, method, path, headers: onwardHeaders(request) })
    .once('error', reject)
    .once('response', (response) => {
      buffer(response).then((answer) => {
        resolve({
          status: response.statusCode ?? 502,
          headers: answerHeaders(response),
          body: answer,
        });
      }, reject);
    })
    .end(body);
  return promise;
}
