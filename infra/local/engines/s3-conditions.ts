import type { IncomingHttpHeaders } from 'node:http';
import { type S3Refusal, s3Refusal } from './s3-error.ts';

const preconditionFailed = s3Refusal(
  412,
  'PreconditionFailed',
  'At least one of the pre-conditions you specified did not hold',
);
const noSuchKey = s3Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
const notImplemented = s3Refusal(
  501,
  'NotImplemented',
  'A header you provided implies functionality that is not implemented: If-None-Match takes only *.',
);

/** Why a conditional PUT is refused, given the ETag of the object that is there now, if any. */
export function refuseConditionalPut(
  headers: IncomingHttpHeaders,
  currentEtag: string | undefined,
): S3Refusal | undefined {
  const { 'if-none-match': noneMatch, 'if-match': match } = headers;
  if (noneMatch !== undefined && noneMatch !== '*') return notImplemented;
  if (noneMatch === '*' && currentEtag !== undefined) return preconditionFailed;
  if (match === undefined) return undefined;
  if (currentEtag === undefined) return noSuchKey;
  return unquoted(match) === unquoted(currentEtag) ? undefined : preconditionFailed;
}

const unquoted = (etag: string) => etag.replaceAll('"', '');
