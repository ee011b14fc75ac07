import type { IncomingMessage } from 'node:http';

/** An HTTP request as the gateway took it in. */
export interface GatewayRequest {
  readonly id: string;
  readonly method: string;
  /** Decoded once. */
  readonly path: string;
  readonly rawQueryString: string;
  /** Lower-case names; several values of one name joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
  readonly protocol: string;
  readonly receivedAt: Date;
}

/** API Gateway's limit of a request body. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;

/** @returns undefined when the body is over the limit */
export async function takeIn(
  message: IncomingMessage,
  id: string,
): Promise<GatewayRequest | undefined> {
  const receivedAt = new Date();
  const body = await readBody(message);
  if (!body) return undefined;
  const [path = '/', rawQueryString = ''] = splitOnce(message.url ?? '/', '?');
  const { cookie, ...headers } = joinHeaders(message.rawHeaders);
  return {
    id,
    method: message.method ?? 'GET',
    path: decode(path),
    rawQueryString,
    headers,
    cookies: cookie?.split(/[;,] */).filter(Boolean) ?? [],
    body,
    sourceIp: message.socket.remoteAddress ?? '',
    protocol: `HTTP/${message.httpVersion}`,
    receivedAt,
  };
}

async function readBody(message: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function joinHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const joined = new Map<string, string>();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]?.toLowerCase() ?? '';
    const value = rawHeaders[index + 1] ?? '';
    const earlier = joined.get(name);
    joined.set(name, earlier === undefined ? value : `${earlier},${value}`);
  }
  return Object.fromEntries(joined);
}

function splitOnce(text: string, separator: string): [string, string] {
  const index = text.indexOf(separator);
  return index < 0 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
