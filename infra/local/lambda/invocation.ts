/** One call of a function, as everything that watches it sees it. */
export interface Invocation {
  readonly requestId: string;
  readonly functionName: string;
  /** The HTTP request behind it, if there is one (`apigw-requestid`). */
  readonly gatewayRequestId?: string;
}

/** What a call came to, in the words of Lambda's Invoke API: an error is a payload as well. */
export interface Outcome {
  /** JSON text. */
  readonly payload: string;
  readonly functionError?: 'Unhandled';
}

/** `{ errorType, errorMessage }`, as Lambda reports what a function did not survive. */
export const failed = (errorType: string, errorMessage: string): Outcome => ({
  payload: JSON.stringify({ errorType, errorMessage }),
  functionError: 'Unhandled',
});
