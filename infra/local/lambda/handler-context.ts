import type { WorkerStart } from './worker-protocol.ts';

/** The second argument of a handler. */
export const createContext = (start: WorkerStart, requestId: string, deadlineMs: number) => ({
  awsRequestId: requestId,
  callbackWaitsForEmptyEventLoop: true,
  functionName: start.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: start.functionArn,
  logGroupName: start.logGroupName,
  logStreamName: start.logStreamName,
  memoryLimitInMB: String(start.memoryMb),
  getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
});
