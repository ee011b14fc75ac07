import type { Egress, HttpMessage } from './egress.ts';
import { EgressRefusedError } from './errors.ts';
import { neverAgain, type Outcome } from './outcome.ts';
import type { HttpAnswer } from './post-once.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** One request to a receiver, and what its end means for the delivery. */
export async function attemptPost(
  egress: Egress,
  message: HttpMessage,
  at: Date,
): Promise<Outcome> {
  try {
    return outcomeOf(await egress.post(message), at);
  } catch (error) {
    if (error instanceof EgressRefusedError) return neverAgain(`egress_refused: ${error.message}`);
    return { result: 'failed', statusCode: null, error: networkError(error), retry: true };
  }
}

const GONE = 410;

function outcomeOf({ status, retryAfter }: HttpAnswer, at: Date): Outcome {
  if (status >= 200 && status < 300) return { result: 'delivered', statusCode: status };
  return {
    result: 'failed',
    statusCode: status,
    error: `the receiver answered ${status}`,
    retry: status !== GONE,
    gone: status === GONE,
    retryAfterSeconds: retryAfterSeconds(retryAfter, at),
  };
}

/** What an admin may read of a failure: the kind, never an address inside. */
function networkError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const aborted = error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name);
  return aborted ? 'no answer within 10 seconds' : `network error ${code}`.trim();
}
