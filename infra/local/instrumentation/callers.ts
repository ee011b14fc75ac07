import type { InstanceRegistry } from '../lambda/instance-registry.ts';
import type { PassingAnswer } from './passing-answer.ts';
import { type PassingRequest, signerOf } from './passing-request.ts';
import type { SdkCall } from './sdk-call.ts';

/** Who stands behind a request. */
export interface Caller {
  readonly functionName?: string;
  readonly requestId?: string;
  readonly gatewayRequestId?: string;
  readonly presigned: boolean;
  readonly accessKeyId: string;
  readonly kill: () => Promise<void>;
}

/** Knows callers by the access key they sign with, since every instance has its own. */
export interface Callers {
  readonly of: (request: PassingRequest) => Caller;
  /** Credentials that an instance gets by AssumeRole are still its own. */
  readonly learn: (call: SdkCall, answer: PassingAnswer, caller: Caller) => void;
}

export function createCallers(registry: Pick<InstanceRegistry, 'withKey'>): Callers {
  const assumed = new Map<string, string>();
  const names = new Map<string, string>();
  return {
    of(request) {
      const signer = signerOf(request);
      const accessKeyId = assumed.get(signer.accessKeyId) ?? signer.accessKeyId;
      const instance = registry.withKey(accessKeyId);
      const invocation = instance?.current();
      if (invocation) names.set(accessKeyId, invocation.functionName);
      const functionName = names.get(accessKeyId);
      const running = signer.presigned ? undefined : invocation;
      return {
        accessKeyId,
        functionName,
        presigned: signer.presigned,
        requestId: running?.requestId,
        gatewayRequestId: running?.gatewayRequestId,
        kill: async () => instance?.kill(),
      };
    },
    learn({ operation }, { status, body }, { accessKeyId }) {
      if (operation !== 'AssumeRole' || status !== 200) return;
      const given = /<AccessKeyId>([^<]+)</.exec(body.toString())?.[1];
      if (given) assumed.set(given, accessKeyId);
    },
  };
}
