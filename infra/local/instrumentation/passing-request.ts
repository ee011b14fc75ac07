import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** A request on its way to a service, read completely so that it can be looked at and sent twice. */
export interface PassingRequest {
  readonly method: string;
  /** Path and query as they came: they are signed. */
  readonly target: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
}

export async function readPassing(request: IncomingMessage): Promise<PassingRequest> {
  const target = request.url ?? '/';
  return {
    method: request.method ?? 'GET',
    target,
    url: new URL(target, 'http://service'),
    headers: request.headers,
    rawHeaders: request.rawHeaders,
    body: await buffer(request),
  };
}

/** Whose key signed it, in a header or in a presigned URL. */
export function signerOf({ headers, url }: PassingRequest): {
  readonly accessKeyId: string;
  readonly presigned: boolean;
} {
  const inHeader = /Credential=([^/]+)\//.exec(headers.authorization ?? '')?.[1];
  if (inHeader) return { accessKeyId: inHeader, presigned: false };
  const inUrl = url.searchParams.get('X-Amz-Credential')?.split('/')[0] ?? '';
  return { accessKeyId: inUrl, presigned: inUrl !== '' };
}
