import { type IncomingMessage, request as plainRequest } from 'node:http';
import { type RequestOptions, request as tlsRequest } from 'node:https';
import { isIPv6, type LookupFunction } from 'node:net';

export interface HttpAnswer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

export interface PinnedPost {
  readonly target: URL;
  /** The checked address that is connected to, whatever the name says by now. */
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Ends everything, the waiting for the answer included. */
  readonly signal: AbortSignal;
}

/** Answers beyond this are not read further. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** One POST to one address: no redirect is followed, no connection is kept. */
export function postOnce(post: PinnedPost): Promise<HttpAnswer> {
  const send = post.target.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const request = send(post.target, optionsOf(post), (response) => {
      // From here on the status is known: an error on the rest of the answer changes nothing.
      request.off('error', reject).on('error', () => {});
      drain(response).then(() => {
        request.destroy();
        resolve(answerOf(response));
      });
    });
    request.on('error', reject);
    request.end(post.body);
  });
}

function optionsOf({ address, headers, body, signal }: PinnedPost): RequestOptions {
  const family = isIPv6(address) ? 6 : 4;
  // Node asks for one address or for all of them, depending on how it races families.
  const pinned: LookupFunction = (_hostname, { all }, found) =>
    all ? found(null, [{ address, family }]) : found(null, address, family);
  return {
    method: 'POST',
    headers: { ...headers, 'content-length': `${Buffer.byteLength(body)}` },
    lookup: pinned,
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
  };
}

const answerOf = ({ statusCode = 0, headers }: IncomingMessage): HttpAnswer => ({
  status: statusCode,
  retryAfter: headers['retry-after'],
});

/** Reads what is left, up to the limit; never fails. */
async function drain(response: IncomingMessage): Promise<void> {
  let bytes = 0;
  try {
    for await (const part of response) {
      bytes += Buffer.byteLength(part);
      if (bytes > MAX_ANSWER_BYTES) return;
    }
  } catch {
    // Cut off by the receiver or by our time limit.
  }
}
