import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FauxqsApp } from './fauxqs-stores.ts';
import type { SignedRequest } from './presigned-url.ts';
import { type CorsRule, corsHeaders } from './s3-cors.ts';
import { type S3Refusal, s3ErrorXml, s3Refusal } from './s3-error.ts';

interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
}

/** The request that is being served, as events tell of it. */
export interface ServedRequest extends ObjectAddress {
  readonly reason: string;
  readonly requestId: string;
  readonly sourceIpAddress: string;
}

export interface S3Rules {
  readonly corsRules: (bucket: string) => readonly CorsRule[];
  readonly refusePresigned: (request: SignedRequest) => S3Refusal | undefined;
  readonly refusePut: (
    address: ObjectAddress,
    headers: FastifyRequest['headers'],
  ) => S3Refusal | undefined;
}

/** One PUT of S3 may carry 5 GB; a laptop is spared beyond this. */
const BODY_LIMIT_BYTES = 256 * 1024 * 1024;

/**
 * Adds to the engine what S3 does and it does not: it takes anonymous requests, ignores signatures
 * and conditions, and knows no CORS. Returns a reader of the request being served.
 */
export function guardS3(app: FauxqsApp, rules: S3Rules): () => ServedRequest | undefined {
  const serving = new AsyncLocalStorage<ServedRequest>();
  app.removeContentTypeParser('*');
  app.addContentTypeParser(
    '*',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onRequest', (request, reply, done) => {
    const requestId = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
    reply.header('x-amz-request-id', requestId);
    if (answerCors(request, reply, rules)) return;
    const refusal = refuseUnsigned(request, rules);
    if (refusal) refuse(reply, refusal);
    else done();
  });
  // The last hook before the handler, which is synchronous: nothing comes between check and effect.
  app.addHook('preHandler', (request, reply, done) => {
    const address = addressOf(request.url);
    const refusal =
      request.method === 'PUT' ? rules.refusePut(address, request.headers) : undefined;
    if (refusal) refuse(reply, refusal);
    else serving.run(servedRequest(request, reply, address), done);
  });
  return () => serving.getStore();
}

/** True if the request was a preflight and is answered. */
function answerCors(request: FastifyRequest, reply: FastifyReply, rules: S3Rules): boolean {
  const { origin, 'access-control-request-headers': asked = '' } = request.headers;
  const preflight = request.method === 'OPTIONS';
  if (origin === undefined && !preflight) return false;
  const allowed = corsHeaders(rules.corsRules(pathOf(request.url).bucket), {
    origin: origin ?? '',
    method: preflight ? String(request.headers['access-control-request-method']) : request.method,
    headers: preflight ? listed(asked) : [],
  });
  if (allowed) reply.headers(allowed);
  if (!preflight) return false;
  if (allowed) reply.code(200).send();
  else refuse(reply, corsForbidden);
  return true;
}

const listed = (names: string) =>
  names
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const corsForbidden = s3Refusal(
  403,
  'AccessForbidden',
  'CORSResponse: This CORS request is not allowed.',
);
const accessDenied = s3Refusal(403, 'AccessDenied', 'Access Denied');

function refuseUnsigned(request: FastifyRequest, rules: S3Rules): S3Refusal | undefined {
  const { method, url, headers } = request;
  if (url.includes('X-Amz-Signature=')) return rules.refusePresigned({ method, url, headers });
  return headers.authorization ? undefined : accessDenied;
}

function refuse(reply: FastifyReply, refusal: S3Refusal): void {
  const requestId = String(reply.getHeader('x-amz-request-id'));
  reply.code(refusal.status).type('application/xml').send(s3ErrorXml(refusal, requestId));
}

/** Path style: the bucket first. The key is still URL-encoded. */
function pathOf(url: string): ObjectAddress {
  const [, bucket = '', ...key] = (url.split('?')[0] ?? '').split('/');
  return { bucket, key: key.join('/') };
}

function addressOf(url: string): ObjectAddress {
  const { bucket, key } = pathOf(url);
  return { bucket, key: decodeURIComponent(key) };
}

const servedRequest = (
  request: FastifyRequest,
  reply: FastifyReply,
  address: ObjectAddress,
): ServedRequest => ({
  ...address,
  reason: reasonOf(request),
  requestId: String(reply.getHeader('x-amz-request-id')),
  sourceIpAddress: request.ip,
});

function reasonOf({ method, url, headers }: FastifyRequest): string {
  if (method === 'PUT') return headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject';
  if (method === 'DELETE' || /[?&]delete(=|&|$)/.test(url)) return 'DeleteObject';
  return url.includes('uploadId=') ? 'CompleteMultipartUpload' : 'POST Object';
}
