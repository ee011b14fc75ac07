import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type S3Refusal, s3Refusal } from './s3-error.ts';

export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as they came. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** The secret of an access key that this cloud handed out. */
export type SecretOf = (accessKeyId: string) => string | undefined;

/** SigV4's own limit: a presigned URL lives at most a week. */
const MAX_EXPIRES_SECONDS = 604_800;

/**
 * Why S3 would refuse a presigned URL, or undefined if it is good.
 * Source: "Authenticating Requests: Using Query Parameters (AWS Signature Version 4)", S3 API reference.
 */
export function refusePresigned(
  request: SignedRequest,
  secretOf: SecretOf,
  now: Date,
): S3Refusal | undefined {
  const query = new URL(request.url, 'http://s3').searchParams;
  const scope = query.get('X-Amz-Credential')?.split('/') ?? [];
  const signedAt = query.get('X-Amz-Date') ?? '';
  const expiresSeconds = Number(query.get('X-Amz-Expires'));
  const [accessKeyId = '', date, region, service] = scope;
  if (!date || !region || !service || !(expiresSeconds > 0)) return malformed;
  if (expiresSeconds > MAX_EXPIRES_SECONDS) return malformed;
  const secret = secretOf(accessKeyId);
  if (!secret) return unknownKey;
  if (now.getTime() > parseAmzDate(signedAt) + expiresSeconds * 1000) return expired;
  const scopeText = [date, region, service, 'aws4_request'].join('/');
  const text = ['AWS4-HMAC-SHA256', signedAt, scopeText, sha256(canonicalRequest(request, query))];
  const expected = [date, region, service, 'aws4_request', text.join('\n')].reduce<Buffer | string>(
    (key, part) => createHmac('sha256', key).update(part).digest(),
    `AWS4${secret}`,
  );
  return sameHex(query.get('X-Amz-Signature') ?? '', expected) ? undefined : mismatch;
}

const malformed = s3Refusal(
  400,
  'AuthorizationQueryParametersError',
  'X-Amz-Credential, X-Amz-Date and X-Amz-Expires must form a valid presigned URL.',
);
const unknownKey = s3Refusal(
  403,
  'InvalidAccessKeyId',
  'The AWS Access Key Id you provided does not exist in our records.',
);
const expired = s3Refusal(403, 'AccessDenied', 'Request has expired');
const mismatch = s3Refusal(
  403,
  'SignatureDoesNotMatch',
  'The request signature we calculated does not match the signature you provided.',
);

function canonicalRequest({ method, url, headers }: SignedRequest, query: URLSearchParams): string {
  const names = (query.get('X-Amz-SignedHeaders') ?? '').split(';');
  const parameters = [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encodeRfc3986(name)}=${encodeRfc3986(value)}`);
  return [
    method,
    url.split('?')[0],
    parameters.toSorted().join('&'),
    ...names.map((name) => `${name}:${String(headers[name] ?? '').trim()}`),
    '',
    names.join(';'),
    query.get('X-Amz-Content-Sha256') ?? 'UNSIGNED-PAYLOAD',
  ].join('\n');
}

const encodeRfc3986 = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** 20260131T120000Z in milliseconds; NaN makes every comparison false, so it is refused as unsigned. */
const parseAmzDate = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));

function sameHex(given: string, expected: Buffer | string): boolean {
  const actual = Buffer.from(given, 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, Buffer.from(expected));
}
