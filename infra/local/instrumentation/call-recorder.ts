import { isFunctionNamed } from '../lambda/function-name.ts';
import type { SdkCall } from './sdk-call.ts';

/** Keeps what passed by, for tests that count round trips or replay permissions. */
export interface CallRecorder {
  /** Notes a call that begins; the function it returns notes the status of its answer. */
  readonly begin: (call: SdkCall) => (status: number) => void;
  /** In the order in which they began. @param name of the function or the end of it */
  readonly calls: (name?: string) => readonly SdkCall[];
  readonly callsOf: (gatewayRequestId: string) => readonly SdkCall[];
  readonly clear: () => void;
}

/** @param limit of calls that are kept, the oldest go first; 0 keeps none */
export function createCallRecorder(limit: number): CallRecorder {
  let kept: SdkCall[] = [];
  return {
    begin(call) {
      if (limit === 0) return () => {};
      const index = kept.length;
      const keptThen = kept;
      kept.push(call);
      if (kept.length > limit) kept = kept.slice(-Math.floor(limit / 2));
      return (status) => {
        const position = kept === keptThen ? index : kept.indexOf(call);
        if (position >= 0) kept[position] = { ...call, status };
      };
    },
    calls: (name) =>
      kept.filter(
        ({ functionName = '' }) => name === undefined || isFunctionNamed(functionName, name),
      ),
    callsOf: (id) => kept.filter(({ gatewayRequestId }) => gatewayRequestId === id),
    clear: () => {
      kept = [];
    },
  };
}
