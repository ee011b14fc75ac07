import { Readable } from 'node:stream';

export interface Recorded {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

interface SentRequest {
  readonly body: string;
}

/**
 * Stands in for the network of an AWS client: answers what was recorded from the service, one after
 * the other, and remembers what it was asked. Give it as `requestHandler`.
 */
export function replayingHandler(...recorded: readonly Recorded[]) {
  const sent: SentRequest[] = [];
  return {
    sent,
    requestHandler: {
      handle: async (request: { body?: unknown }) => {
        const answer = recorded[sent.length];
        sent.push({ body: readBody(request.body) });
        if (!answer) throw new Error('One request more than was recorded');
        const { status: statusCode = 200, headers = {}, body } = answer;
        return { response: { statusCode, headers, body: Readable.from([Buffer.from(body)]) } };
      },
    },
  };
}

const readBody = (body: unknown): string =>
  body instanceof Uint8Array ? new TextDecoder().decode(body) : String(body ?? '');

/** What every client of these tests is made with. */
export const testClient = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  maxAttempts: 1,
};
