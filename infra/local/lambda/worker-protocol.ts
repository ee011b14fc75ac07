/** What a worker thread is started with. */
export interface WorkerStart {
  readonly taskRoot: string;
  /** `<module>.<export>`, as in the template. */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly logGroupName: string;
  readonly logStreamName: string;
  /** Slot 0 is raised when an invocation waits at the port; until then the thread is frozen. */
  readonly wake: SharedArrayBuffer;
}

export interface InvokeMessage {
  readonly requestId: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly deadlineMs: number;
}

/** What a function writes to its output. */
export interface LogMessage {
  readonly kind: 'log';
  readonly text: string;
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly payload: string }
  | { readonly kind: 'error'; readonly payload: string };
