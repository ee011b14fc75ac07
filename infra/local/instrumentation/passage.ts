import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CallRecorder } from './call-recorder.ts';
import type { Caller, Callers } from './callers.ts';
import { Effects } from './effects.ts';
import type { FaultInjector } from './faults.ts';
import { forward } from './forward.ts';
import { operationOf } from './operation.ts';
import type { PassingAnswer } from './passing-answer.ts';
import type { PassingRequest } from './passing-request.ts';
import type { SdkCall, ServiceName } from './sdk-call.ts';

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

  async function serve(request: PassingRequest, effects: Effects): Promise<PassingAnswer> {
    if (effects.has('duplicate')) await forward(agent, options.engine(), request);
    return forward(agent, options.engine(), request);
  }

  return {
    close: () => agent.destroy(),
    async pass(request) {
      const caller = options.callers.of(request);
      const call = describe(options.service, request, caller);
      const answered = options.recorder.begin(call);
      const effects = new Effects(options.injector.effectsOn(call));
      if (effects.delayMs > 0) await sleep(effects.delayMs);
      if (await effects.breaks('before', caller)) return undefined;
      const refusal = effects.refusal(call);
      const answer = refusal ?? (await serve(request, effects));
      answered(answer.status);
      options.callers.learn(call, answer, caller);
      const shown = options.onAnswer?.(call, answer) ?? answer;
      return (await effects.breaks('after', caller)) ? undefined : shown;
    },
  };
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
