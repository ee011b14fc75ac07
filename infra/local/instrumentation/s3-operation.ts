import type { PassingRequest } from './passing-request.ts';
import type { Operation } from './sdk-call.ts';

const OBJECT_OPERATIONS: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  PUT: 'PutObject',
  HEAD: 'HeadObject',
  DELETE: 'DeleteObject',
};

const BUCKET_OPERATIONS: Readonly<Record<string, string>> = {
  GET: 'ListObjectsV2',
  PUT: 'CreateBucket',
  HEAD: 'HeadBucket',
  DELETE: 'DeleteBucket',
};

/** Operations that a query parameter or header tells apart from the plain ones. */
const MARKED: readonly (readonly [method: string, marker: string, operation: string])[] = [
  ['POST', 'delete', 'DeleteObjects'],
  ['POST', 'uploads', 'CreateMultipartUpload'],
  ['POST', 'uploadId', 'CompleteMultipartUpload'],
  ['PUT', 'uploadId', 'UploadPart'],
  ['DELETE', 'uploadId', 'AbortMultipartUpload'],
  ['GET', 'tagging', 'GetObjectTagging'],
  ['PUT', 'tagging', 'PutObjectTagging'],
];

/** S3 has no operation names on the wire: they follow from method, path and query. Path style only. */
export function s3Operation({ method, url, headers }: PassingRequest): Operation {
  const [Bucket = '', ...rest] = url.pathname.slice(1).split('/');
  const Key = decodeURIComponent(rest.join('/'));
  const query = Object.fromEntries(
    [...url.searchParams].filter(([name]) => !name.toLowerCase().startsWith('x-amz-')),
  );
  const marked = MARKED.find(([verb, marker]) => verb === method && marker in query)?.[2];
  const copied = method === 'PUT' && 'x-amz-copy-source' in headers ? 'CopyObject' : undefined;
  const plain = (Key ? OBJECT_OPERATIONS : BUCKET_OPERATIONS)[method];
  const operation = marked ?? copied ?? plain ?? method;
  return { operation, parameters: { Bucket, ...(Key && { Key }), ...query } };
}
